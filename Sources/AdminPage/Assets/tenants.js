// Every tenant there is, and what it holds.

import { control } from "./api.js";
import { attempt, confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { form, input, labelled, link, row, rowButton, table } from "./parts.js";

const names = { pattern: "[a-z0-9][a-z0-9_\\-]{0,62}", title: "a-z, 0-9, - and _, a letter or digit first" };

export async function load() {
  return (await control("GET", "/tenants")).tenants;
}

export function draw(tenants, context) {
  return [
    el("h2", {}, "Tenants"),
    el("p", { class: "lead" }, "A tenant exists from its first request and shares nothing with others."),
    table("Tenants", ["Name", "Modules", "Actions", ""], tenants.map((tenant) => drawTenant(tenant, context))),
    form((form) => add(form, context),
      labelled("New tenant", input("new-tenant", { required: true, ...names })), el("button", {}, "Add")),
  ];
}

function drawTenant({ name, modules, actions }, context) {
  const isCurrent = name === context.tenant;
  return row(name, link(context.link(name, "modules"), name, isCurrent), [
    String(modules),
    String(actions),
    // The one that is looked at would be there again at once.
    !isCurrent && rowButton("Forget", name, () => forget(name, context)),
  ]);
}

const path = (name) => `/tenants/${encodeURIComponent(name)}`;

async function add(form, context) {
  const name = form.elements["new-tenant"].value;
  if (await attempt(() => control("PUT", path(name)), `Added ${name}.`)) form.reset();
  context.refresh();
}

async function forget(name, context) {
  const question = `Forget the tenant ${name}, with its modules, actions, requests and faults?`;
  if (!(await confirm(question, "Forget"))) return;
  await attempt(() => control("DELETE", path(name)), `Forgot ${name}.`);
  context.refresh();
}
