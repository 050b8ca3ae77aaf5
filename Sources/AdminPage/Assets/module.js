// One module: its draft and versions, what differs between any two, and what can be done with it.

import { manage } from "./api.js";
import { attempt, confirm } from "./dialogs.js";
import { diff } from "./diff.js";
import { el } from "./dom.js";
import { states } from "./modules.js";
import {
  button, choice, copyable, facts, hint, labelled, link, nothing, row, scrolling, section, table, when,
} from "./parts.js";
import { count } from "./text.js";

/** What is looked at, of which module: ids of versions, "draft", or "" for no comparison. */
let looks = { module: null, shown: "draft", base: "" };

export async function load({ tenant, id }) {
  const parts = ["", "/versions?per_page=100", "/actions?per_page=100"];
  const [module, { versions }, { actions }] = await Promise.all(
    parts.map((part) => manage("GET", pathOf(id) + part, { tenant })));
  return { module, versions, actions };
}

export function draw({ module, versions, actions }, context) {
  if (looks.module !== module.id) looks = { module: module.id, shown: "draft", base: "" };
  const published = versions.map((version) => ({ ...version, name: `v${version.version_number}` }));
  const revisions = [{ ...module, id: "draft", name: "Draft" }, ...published];
  const shown = revisions.find((revision) => revision.id === looks.shown) ?? revisions[0];
  const base = revisions.find((revision) => revision.id === looks.base && revision.id !== shown.id);
  return [
    el("p", { class: "crumb" }, link(context.link(context.tenant, "modules"), "All modules")),
    el("div", { class: "title" }, el("h2", {}, module.name), states(module), el("div", { class: "actions" },
      button("Publish draft", () => publish(module, context), { class: "primary" }),
      button("Delete", () => remove(module, context), { class: "danger" }))),
    facts([
      ["Id", el("code", {}, module.id)], ["Created", when(module.created_at)], ["Changed", when(module.updated_at)],
      ["Used by", count(module.actions_using_module_total, "action")],
    ]),
    section("code", "Code", choices(revisions, shown, base, module, context),
      base ? changes(base, shown) : copyable(shown.code, `the code of ${shown.name}`)),
    el("div", { class: "columns" }, dependencies(shown), secrets(shown), users(actions)),
  ];
}

function choices(revisions, shown, base, module, context) {
  const look = (change) => {
    looks = { ...looks, ...change };
    context.draw();
  };
  const options = revisions.map(({ id, name }) => [id, name]);
  const others = [["", "nothing"], ...options.filter(([id]) => id !== shown.id)];
  const rollBackToIt = () => rollBack(module, shown, context);
  return el("div", { class: "bar" },
    labelled("Show", choice("shown", options, shown.id, (id) => look({ shown: id }))),
    labelled("Compared with", choice("base", others, base?.id ?? "", (id) => look({ base: id }))),
    shown.id !== "draft" && el("p", { class: "count" }, "Published ", when(shown.created_at)),
    shown.id !== "draft" && button(`Roll back to ${shown.name}`, rollBackToIt));
}

function changes(base, shown) {
  const steps = diff(base.code, shown.code);
  const [added, removed] = ["added", "removed"].map((kind) => steps.filter((step) => step.kind === kind).length);
  if (!added && !removed) {
    return nothing(base.code === shown.code ? "The code is the same." : "Only the end of the last line differs.");
  }
  const way = `from ${base.name} to ${shown.name}`;
  return [
    hint(`${way[0].toUpperCase()}${way.slice(1)}: ${count(added, "line")} added, ${count(removed, "line")} removed.`),
    scrolling(`Differences ${way}`, el("table", { class: "diff" }, el("tbody", {}, steps.map(line)))),
  ];
}

function line({ kind, text, before, after }) {
  const [tag, sign] = { same: ["span", " "], added: ["ins", "+"], removed: ["del", "−"] }[kind];
  return el("tr", { class: kind },
    el("td", { class: "number" }, before), el("td", { class: "number" }, after),
    el("td", { class: "sign" }, sign), el("td", {}, el(tag, {}, text)));
}

function dependencies({ dependencies }) {
  const items = dependencies.map(({ name, version }) => el("li", {}, el("code", {}, `${name}@${version ?? "latest"}`)));
  return section("dependencies", "Dependencies", items.length ? el("ul", {}, items) : nothing("None."));
}

function secrets({ secrets }) {
  const items = secrets.map((secret) => el("li", {}, el("code", {}, secret.name), " set ", when(secret.updated_at)));
  return section("secrets", "Secrets",
    items.length ? [el("ul", {}, items), hint("Values never come out.")] : nothing("None."));
}

function users(actions) {
  const rows = actions.map(({ action_id: id, action_name: name, module_version_number: version }) =>
    row(id, name, [version ? `v${version}` : ""]));
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
