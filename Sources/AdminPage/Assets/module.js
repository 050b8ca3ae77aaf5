// One module: its draft and versions, who uses it, and what can be done with it.

import { manage } from "./api.js";
import { all } from "./collection.js";
import { attempt, confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { latest, states } from "./modules.js";
import { button, crumb, facts, link, nothing, pinned, row, section, table, title, when } from "./parts.js";
import { drawCode, drawDependencies, drawSecrets, revisionsOf } from "./revisions.js";
import { count } from "./text.js";

export async function load({ tenant, id }) {
  const [module, versions, actions] = await Promise.all([
    manage("GET", pathOf(id), { tenant }),
    all(`${pathOf(id)}/versions`, "versions", { tenant }),
    all(`${pathOf(id)}/actions`, "actions", { tenant }),
  ]);
  return { module, versions: versions.items, actions: actions.items };
}

export function draw({ module, versions, actions }, context) {
  const revisions = revisionsOf(module, versions);
  const rollBackTo = (version) =>
    button(`Roll back to ${version.name}`, () => rollBack(module, version, context));
  return [
    crumb(context, "modules", "All modules"),
    title(module.name, states(module),
      button("Publish draft", () => publish(module, context), { class: "primary" }),
      button("Delete", () => remove(module, context), { class: "danger" })),
    facts([
      ["Id", el("code", {}, module.id)], ["Created", when(module.created_at)], ["Changed", when(module.updated_at)],
      ["Used by", count(module.actions_using_module_total, "action")],
    ]),
    drawCode(revisions, context, "Published", rollBackTo),
    el("div", { class: "columns" },
      drawDependencies(revisions), drawSecrets(revisions), drawUsers(actions, module, context)),
  ];
}

function drawUsers(actions, module, context) {
  const rows = actions.map(({ action_id: id, action_name: name, module_version_number: version }) =>
    row(id, link(context.link(context.tenant, "actions", id), name), [pinned(version, latest(module))]));
  return section("users", "Used by",
    rows.length ? table("Actions that use the module", ["Action", "Version"], rows) : nothing("No deployed action."));
}

const pathOf = (id) => `/actions/modules/${encodeURIComponent(id)}`;

async function publish(module, context) {
  const request = { tenant: context.tenant, body: {} };
  await attempt(() => manage("POST", `${pathOf(module.id)}/versions`, request), `Published ${module.name}.`);
  context.refresh();
}

async function rollBack(module, version, context) {
  const request = { tenant: context.tenant, body: { module_version_id: version.id } };
  const words = `The draft is what ${version.name} is.`;
  await attempt(() => manage("POST", `${pathOf(module.id)}/rollback`, request), words);
  context.refresh();
}

async function remove(module, { tenant, link }) {
  if (!(await confirm(`Delete the module ${module.name} with its versions?`, "Delete"))) return;
  const isGone = await attempt(() => manage("DELETE", pathOf(module.id), { tenant }), `Deleted ${module.name}.`);
  if (isGone) location.hash = link(tenant, "modules");
}
