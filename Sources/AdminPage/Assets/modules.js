// The modules of a tenant, with a search.

import { manage } from "./api.js";
import { el } from "./dom.js";
import { badge, labelled, nothing, row, table } from "./parts.js";
import { age, count } from "./text.js";

const pageSize = 100;
/** More are not shown; the search is among those that are. */
const shownMax = 1_000;
let words = "";

export async function load({ tenant }) {
  const modules = [];
  let total = 0;
  do {
    const page = modules.length / pageSize;
    const answer = await manage("GET", `/actions/modules?per_page=${pageSize}&page=${page}`, { tenant });
    modules.push(...answer.modules);
    total = answer.total;
    if (answer.modules.length < pageSize) break;
  } while (modules.length < Math.min(total, shownMax));
  return { modules, total };
}

export function draw({ modules, total }, context) {
  const found = modules.filter((module) => matches(module, words));
  return [
    el("h2", {}, "Modules"),
    el("div", { class: "bar" },
      labelled("Search", el("input", { type: "search", "data-key": "module-search", value: words, placeholder: "name, id or code",
        oninput: (event) => {
          words = event.target.value;
          context.draw();
        } })),
      el("p", { class: "count", role: "status" }, `${found.length} of ${count(total, "module")}`)),
    total === 0 ? nothing("This tenant has no modules yet. ",
      el("a", { href: context.link(context.tenant, "start") }, "Get started"), " tells how a client makes one.") :
      table("Modules", ["Name", "State", "Used by", "Changed"], found.map((module) => row(module.id, [
        el("th", { scope: "row" }, el("a", { href: context.link(context.tenant, "modules", module.id) }, module.name)),
        states(module), count(module.actions_using_module_total, "action"),
        el("time", { datetime: module.updated_at, title: module.updated_at }, age(module.updated_at)),
      ]))),
    total > modules.length && el("p", { class: "hint" }, `The first ${modules.length} are shown.`),
  ];
}

/** What there is of a module: its latest version, and whether the draft has changes. */
export function states(module) {
  const version = module.latest_version_number ?? module.latest_version?.version_number;
  return el("span", { class: "badges" },
    version ? badge(`v${version}`, "good") : badge("never published", "plain"),
    version && !module.all_changes_published && badge("draft changes", "warn"));
}

function matches(module, words) {
  const text = `${module.name}\n${module.id}\n${module.code}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
