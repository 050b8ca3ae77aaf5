// Every tenant there is, and what it holds.

import { control } from "./api.js";
import { el } from "./dom.js";
import { attempt, button, confirm, labelled, row, table } from "./parts.js";

export async function load() {
  return (await control("GET", "/tenants")).tenants;
}

export function draw(tenants, context) {
  return [
    el("h2", {}, "Tenants"),
    el("p", { class: "lead" }, "A tenant exists from its first request, starts from the seed, and shares nothing with others."),
    table("Tenants", ["Name", "Modules", "Actions", ""], tenants.map((tenant) => row(tenant.name, [
      el("th", { scope: "row" }, el("a", { href: context.link(tenant.name, "modules"),
        "aria-current": tenant.name === context.tenant ? "true" : null }, tenant.name)),
      String(tenant.modules), String(tenant.actions),
      // The one that is looked at would be there again at once.
      tenant.name !== context.tenant && button("Forget", () => forget(tenant.name, context), { class: "quiet", "aria-label": `Forget ${tenant.name}` }),
    ]))),
    el("form", { class: "bar", onsubmit: (event) => add(event, context) },
      labelled("New tenant", el("input", { "data-key": "new-tenant", name: "name", required: true, pattern: "[a-z0-9][a-z0-9_\\-]{0,62}",
        title: "a-z, 0-9, - and _, a letter or digit first" })),
      el("button", {}, "Add")),
  ];
}

async function add(event, context) {
  event.preventDefault();
  const form = event.target;
  const name = form.elements.name.value;
  if (await attempt(() => control("PUT", `/tenants/${encodeURIComponent(name)}`), `Added ${name}.`)) form.reset();
  context.refresh();
}

async function forget(name, context) {
  if (!await confirm(`Forget the tenant ${name}, with its modules, actions, requests and faults?`, "Forget")) return;
  await attempt(() => control("DELETE", `/tenants/${encodeURIComponent(name)}`), `Forgot ${name}.`);
  context.refresh();
}
