// One action: its draft and versions, the modules and the trigger it is tied to, and what can be done with it.

import { build, states, triggerOf } from "./actions.js";
import { manage } from "./api.js";
import { all } from "./collection.js";
import { attempt, confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { latest } from "./modules.js";
import {
  button, checkbox, crumb, facts, form, hint, link, nothing, pinned, row, section, table, title, when,
} from "./parts.js";
import { drawCode, drawDependencies, drawSecrets, revisionsOf } from "./revisions.js";
import { pathOf as pathOfTrigger } from "./trigger.js";

export async function load({ tenant, id }) {
  const [action, { items: versions }] = await Promise.all([
    manage("GET", pathOf(id), { tenant }), all(`${pathOf(id)}/versions`, "versions", { tenant })]);
  const [{ items: bindings }, modules] = await Promise.all([
    all(pathOfTrigger(triggerOf(action).id), "bindings", { tenant }), latestModules([action, ...versions], tenant)]);
  return { action, versions, bindings, modules };
}

/** The modules that these refer to; those that are gone, or switched off, are left out. */
async function latestModules(revisions, tenant) {
  const ids = new Set(revisions.flatMap(({ modules = [] }) => modules.map((module) => module.module_id)));
  const get = (id) => manage("GET", `/actions/modules/${id}`, { tenant }).catch(() => null);
  const modules = await Promise.all([...ids].map(get));
  return new Map(modules.filter(Boolean).map((module) => [module.id, module]));
}

export function draw({ action, versions, bindings, modules }, context) {
  const revisions = revisionsOf(action, versions);
  const trigger = triggerOf(action);
  const place = bindings.findIndex((binding) => binding.action.id === action.id) + 1;
  const deployAgain = (version) => form((form) => redeploy(action, version, form.elements.draft.checked, context),
    checkbox("draft", "for the draft, too"), el("button", {}, `Deploy ${version.name} again`));
  return [
    crumb(context, "actions", "All actions"),
    title(action.name, states(action),
      button("Deploy draft", () => deploy(action, context), { class: "primary" }),
      button("Delete", () => remove(action, place > 0, context), { class: "danger" })),
    facts([
      ["Id", el("code", {}, action.id)],
      ["Trigger", link(context.link(context.tenant, "triggers", trigger.id), `${trigger.id} ${trigger.version}`)],
      ["Bound", place ? `yes, as ${place} of ${bindings.length}` : "no"],
      ["Created", when(action.created_at)], ["Changed", when(action.updated_at)],
    ]),
    drawCode(revisions, context, "Deployed", deployAgain, drawBuild(revisions)),
    el("div", { class: "columns" },
      drawDependencies(revisions), drawSecrets(revisions), drawModules(revisions, modules, context)),
  ];
}

function drawBuild({ shown, base }) {
  const isOther = base && base.runtime !== shown.runtime;
  const known = facts([
    ["Build", build(shown.status)], ["Built", shown.built_at && when(shown.built_at)],
    ["Runtime", isOther ? `${shown.runtime}; ${base.name}: ${base.runtime}` : shown.runtime],
  ]);
  const isDone = ["built", "failed"].includes(shown.status);
  return [known, !isDone && hint("A build goes on as clients read the action; looking here is no read.")];
}

/** Which modules, each in the version that the action keeps to, and beside another revision the version there. */
function drawModules({ shown, base }, known, context) {
  const [own, others] = [shown, base].map((revision) => new Map((revision?.modules ?? [])
    .map((module) => [module.module_id, module])));
  const rows = [...new Map([...others, ...own]).values()].map(({ module_id: id, module_name: name }) => {
    const module = known.get(id);
    const [version, other] = [own, others].map((modules) => modules.get(id)?.module_version_number);
    return row(id, module ? link(context.link(context.tenant, "modules", id), name) : name, [
      version ? pinned(version, module && latest(module)) : "not used",
      base && (other ? `v${other}` : "not used"),
    ].slice(0, base ? 2 : 1));
  });
  const columns = ["Module", "Version", base && `In ${base.name}`].filter(Boolean);
  return section("modules", "Modules",
    rows.length ? table("Modules that the action uses", columns, rows) : nothing("None."));
}

const pathOf = (id) => `/actions/actions/${encodeURIComponent(id)}`;

async function deploy(action, context) {
  const request = { tenant: context.tenant };
  await attempt(() => manage("POST", `${pathOf(action.id)}/deploy`, request), `Deployed ${action.name}.`);
  context.refresh();
}

async function redeploy(action, version, isForDraft, context) {
  const request = { tenant: context.tenant, body: { update_draft: isForDraft } };
  const path = `${pathOf(action.id)}/versions/${encodeURIComponent(version.id)}/deploy`;
  await attempt(() => manage("POST", path, request), `What ${version.name} was is deployed.`);
  context.refresh();
}

async function remove(action, isBound, { tenant, link }) {
  const question = isBound
    ? `Take the action ${action.name} out of its trigger's flow, and delete it with its versions?`
    : `Delete the action ${action.name} with its versions?`;
  if (!(await confirm(question, "Delete"))) return;
  const path = pathOf(action.id) + (isBound ? "?force=true" : "");
  const isGone = await attempt(() => manage("DELETE", path, { tenant }), `Deleted ${action.name}.`);
  if (isGone) location.hash = link(tenant, "actions");
}
