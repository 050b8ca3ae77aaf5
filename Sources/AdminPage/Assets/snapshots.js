// States of a tenant to come back to, and to take along.

import { control, download } from "./api.js";
import { attempt, confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { button, form, hint, input, labelled, nothing, row, rowButton, section, table } from "./parts.js";

export function drawSnapshots(snapshots, context) {
  const rows = snapshots.map((snapshot) => drawSnapshot(snapshot, context));
  return section("snapshots", "Snapshots",
    rows.length ? table("Snapshots", ["Name", "Modules", "Actions", ""], rows) : nothing("None."),
    form((form) => add(form, context),
      labelled("Name", input("snapshot", { required: true, maxlength: "255" })),
      el("button", {}, "Save snapshot"),
      button("Download what is there now", () => save(null, context))),
    hint("A download is a seed, without the values of secrets."));
}

function drawSnapshot({ name, modules, actions }, context) {
  return row(name, name, [String(modules), String(actions), el("div", { class: "actions" },
    rowButton("Restore", name, () => restore(name, context)),
    rowButton("Download", name, () => save(name, context)),
    rowButton("Delete", name, () => remove(name, context)))]);
}

const path = (name) => `/snapshots/${encodeURIComponent(name)}`;

async function add(form, context) {
  const name = form.elements.snapshot.value;
  if (await attempt(() => control("PUT", path(name), { tenant: context.tenant }), `Saved ${name}.`)) form.reset();
  context.refresh();
}

async function restore(name, context) {
  const words = `The tenant is what ${name} was.`;
  await attempt(() => control("POST", `${path(name)}/restore`, { tenant: context.tenant }), words);
  context.refresh();
}

async function remove(name, context) {
  if (!(await confirm(`Delete the snapshot ${name}?`, "Delete"))) return;
  await attempt(() => control("DELETE", path(name), { tenant: context.tenant }), `Deleted ${name}.`);
  context.refresh();
}

/** As a file: a snapshot, or what is there now. */
async function save(name, { tenant }) {
  const query = name === null ? "" : `?snapshot=${encodeURIComponent(name)}`;
  await attempt(() => download(`/export${query}`, `${tenant}-${name ?? "now"}.json`, tenant));
}
