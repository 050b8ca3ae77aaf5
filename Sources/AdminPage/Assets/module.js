// One module: its draft and versions, what differs between any two, and what can be done with it.

import { manage } from "./api.js";
import { diff } from "./diff.js";
import { el } from "./dom.js";
import { attempt, button, choice, confirm, copyable, facts, labelled, nothing, row, table } from "./parts.js";
import { states } from "./modules.js";
import { age, count } from "./text.js";

/** What is looked at, by the module: ids of versions, "draft", or "" for no comparison. */
let looks = { module: null, shown: "draft", base: "" };

export async function load({ tenant, id }) {
  const path = `/actions/modules/${encodeURIComponent(id)}`;
  const [module, { versions }, { actions }] = await Promise.all([
    manage("GET", path, { tenant }), manage("GET", `${path}/versions?per_page=100`, { tenant }),
    manage("GET", `${path}/actions?per_page=100`, { tenant })]);
  return { module, versions, actions };
}

export function draw({ module, versions, actions }, context) {
  if (looks.module !== module.id) looks = { module: module.id, shown: "draft", base: "" };
  const revisions = [{ ...module, id: "draft", name: "Draft" },
    ...versions.map((version) => ({ ...version, name: `v${version.version_number}` }))];
  const shown = revisions.find((revision) => revision.id === looks.shown) ?? revisions[0];
  const base = revisions.find((revision) => revision.id === looks.base && revision.id !== shown.id);
  return [
    el("p", { class: "crumb" }, el("a", { href: context.link(context.tenant, "modules") }, "Modules")),
    el("div", { class: "title" }, el("h2", {}, module.name), states(module), el("div", { class: "actions" },
      button("Publish draft", () => publish(module, context), { class: "primary" }),
      button("Delete", () => remove(module, context), { class: "danger" }))),
    facts([["Id", el("code", {}, module.id)], ["Created", when(module.created_at)], ["Changed", when(module.updated_at)],
      ["Used by", count(module.actions_using_module_total, "action")]]),
    el("section", { "aria-labelledby": "revision" },
      el("h3", { id: "revision" }, "Code"), choices(revisions, shown, base, module, context),
      base ? changes(base, shown) : copyable(shown.code, `the code of ${shown.name}`)),
    el("div", { class: "columns" }, dependencies(shown), secrets(shown), users(actions)),
  ];
}

function choices(revisions, shown, base, module, context) {
  const look = (change) => {
    looks = { ...looks, ...change };
    context.draw();
  };
  const options = revisions.map((revision) => [revision.id, revision.name]);
  return el("div", { class: "bar" },
    labelled("Show", choice("shown", options, shown.id, (id) => look({ shown: id }))),
    labelled("Compared with", choice("base", [["", "nothing"], ...options.filter(([id]) => id !== shown.id)], base?.id ?? "",
      (id) => look({ base: id }))),
    shown.id !== "draft" && el("p", { class: "count" }, "Published ", when(shown.created_at)),
    shown.id !== "draft" && button(`Roll back to ${shown.name}`, () => rollBack(module, shown, context)));
}

function changes(base, shown) {
  const steps = diff(base.code, shown.code);
  const changed = steps.filter((step) => step.kind !== "same");
  if (!changed.length) {
    return nothing(base.code === shown.code ? "The code is the same." : "Only the end of the last line differs.");
  }
  const [added, removed] = ["added", "removed"].map((kind) => changed.filter((step) => step.kind === kind).length);
  return [
    el("p", { class: "hint" }, `From ${base.name} to ${shown.name}: ${count(added, "line")} added, ${count(removed, "line")} removed.`),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Differences from ${base.name} to ${shown.name}` },
      el("table", { class: "diff" }, el("tbody", {}, steps.map(line)))),
  ];
}

function line({ kind, text, before, after }) {
  const [tag, sign] = { same: ["span", " "], added: ["ins", "+"], removed: ["del", "−"] }[kind];
  return el("tr", { class: kind }, el("td", { class: "number" }, before), el("td", { class: "number" }, after),
    el("td", { class: "sign" }, sign), el("td", {}, el(tag, {}, text)));
}

function dependencies(revision) {
  return el("section", { "aria-labelledby": "dependencies" }, el("h3", { id: "dependencies" }, "Dependencies"),
    revision.dependencies.length ? el("ul", {}, revision.dependencies.map(({ name, version }) => el("li", { "data-key": name },
      el("code", {}, `${name}@${version ?? "latest"}`)))) : nothing("None."));
}

function secrets(revision) {
  return el("section", { "aria-labelledby": "secrets" }, el("h3", { id: "secrets" }, "Secrets"),
    revision.secrets.length ? el("ul", {}, revision.secrets.map(({ name, updated_at: time }) => el("li", { "data-key": name },
      el("code", {}, name), " set ", when(time)))) : nothing("None."),
    revision.secrets.length > 0 && el("p", { class: "hint" }, "Values never come out."));
}

function users(actions) {
  return el("section", { "aria-labelledby": "users" }, el("h3", { id: "users" }, "Used by"),
    actions.length ? table("Actions that use the module", ["Action", "Version"], actions.map((action) => row(action.action_id, [
      el("th", { scope: "row" }, action.action_name), action.module_version_number ? `v${action.module_version_number}` : "",
    ]))) : nothing("No deployed action."));
}

function when(time) {
  return el("time", { datetime: time, title: time }, age(time));
}

async function publish(module, context) {
  const path = `/actions/modules/${module.id}/versions`;
  await attempt(() => manage("POST", path, { tenant: context.tenant, body: {} }), `Published ${module.name}.`);
  context.refresh();
}

async function rollBack(module, version, context) {
  const body = { module_version_id: version.id };
  const path = `/actions/modules/${module.id}/rollback`;
  await attempt(() => manage("POST", path, { tenant: context.tenant, body }), `The draft is what ${version.name} is.`);
  context.refresh();
}

async function remove(module, context) {
  if (!await confirm(`Delete the module ${module.name} with its versions?`, "Delete")) return;
  const path = `/actions/modules/${module.id}`;
  const isGone = await attempt(() => manage("DELETE", path, { tenant: context.tenant }), `Deleted ${module.name}.`);
  if (isGone) location.hash = context.link(context.tenant, "modules");
}
