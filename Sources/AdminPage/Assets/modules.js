// The modules of a tenant, with a search.

import { manage } from "./api.js";
import { el } from "./dom.js";
import { badge, hint, input, labelled, link, nothing, row, table, when } from "./parts.js";
import { count } from "./text.js";

const pageSize = 100;
/** More are not shown; the search is among those that are. */
const shownMax = 1_000;
let words = "";

export async function load({ tenant }) {
  const modules = [];
  let answer;
  do {
    const page = modules.length / pageSize;
    answer = await manage("GET", `/actions/modules?per_page=${pageSize}&page=${page}`, { tenant });
    modules.push(...answer.modules);
  } while (answer.modules.length === pageSize && modules.length < shownMax);
  return { modules, total: answer.total };
}

export function draw({ modules, total }, context) {
  const found = modules.filter(matches);
  const search = (event) => {
    words = event.target.value;
    context.draw();
  };
  const field = input("search", { type: "search", value: words, placeholder: "name, id or code", oninput: search });
  return [
    el("h2", {}, "Modules"),
    el("div", { class: "bar" }, labelled("Search", field),
      el("p", { class: "count", role: "status" }, `${found.length} of ${count(total, "module")}`)),
    total === 0 ? invitation(context) : list(found, context),
    total > modules.length && hint(`The first ${modules.length} are shown.`),
  ];
}

function invitation(context) {
  const start = link(context.link(context.tenant, "start"), "Get started");
  return nothing("This tenant has no modules yet. ", start, " tells how a client makes one.");
}

function list(found, context) {
  return table("Modules", ["Name", "State", "Used by", "Changed"], found.map((module) =>
    row(module.id, link(context.link(context.tenant, "modules", module.id), module.name), [
      states(module), count(module.actions_using_module_total, "action"), when(module.updated_at),
    ])));
}

/** What there is of a module: its latest version, and whether the draft has changes. */
export function states(module) {
  const version = module.latest_version_number ?? module.latest_version?.version_number;
  return el("span", { class: "badges" },
    version ? badge(`published v${version}`, "good") : badge("never published", "plain"),
    version && !module.all_changes_published && badge("draft changes", "warn"));
}

function matches(module) {
  const text = `${module.name}\n${module.id}\n${module.code}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
