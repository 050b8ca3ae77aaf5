// States of a tenant to come back to, and to take along.

import { control, download } from "./api.js";
import { el } from "./dom.js";
import { attempt, button, confirm, labelled, nothing, row, table } from "./parts.js";

export function drawSnapshots(snapshots, context) {
  return el("section", { "aria-labelledby": "snapshots" }, el("h3", { id: "snapshots" }, "Snapshots"),
    snapshots.length ? table("Snapshots", ["Name", "Modules", "Actions", ""], snapshots.map((snapshot) => row(snapshot.name, [
      el("th", { scope: "row" }, snapshot.name), String(snapshot.modules), String(snapshot.actions),
      el("div", { class: "actions" },
        button("Restore", () => restore(snapshot.name, context), { class: "quiet", "aria-label": `Restore ${snapshot.name}` }),
        button("Download", () => save(snapshot.name, context), { class: "quiet", "aria-label": `Download ${snapshot.name}` }),
        button("Delete", () => remove(snapshot.name, context), { class: "quiet", "aria-label": `Delete ${snapshot.name}` })),
    ]))) : nothing("None."),
    el("form", { class: "bar", onsubmit: (event) => add(event, context) },
      labelled("Name", el("input", { "data-key": "snapshot-name", name: "name", required: true, maxlength: "255" })),
      el("button", {}, "Save snapshot"),
      button("Download what is there now", () => save(null, context))),
    el("p", { class: "hint" }, "A download is a seed, without the values of secrets."));
}

const path = (name) => `/snapshots/${encodeURIComponent(name)}`;

async function add(event, context) {
  event.preventDefault();
  const form = event.target;
  const name = form.elements.name.value;
  if (await attempt(() => control("PUT", path(name), { tenant: context.tenant }), `Saved ${name}.`)) form.reset();
  context.refresh();
}

async function restore(name, context) {
  await attempt(() => control("POST", `${path(name)}/restore`, { tenant: context.tenant }), `The tenant is what ${name} was.`);
  context.refresh();
}

async function remove(name, context) {
  if (!await confirm(`Delete the snapshot ${name}?`, "Delete")) return;
  await attempt(() => control("DELETE", path(name), { tenant: context.tenant }), `Deleted ${name}.`);
  context.refresh();
}

async function save(name, context) {
  const query = name === null ? "" : `?snapshot=${encodeURIComponent(name)}`;
  await attempt(() => download(`/export${query}`, `${context.tenant}-${name ?? "now"}.json`, context.tenant));
}
