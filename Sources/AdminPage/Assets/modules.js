// The modules of a tenant.

import { collection } from "./collection.js";
import { el } from "./dom.js";
import { badge, when } from "./parts.js";
import { count } from "./text.js";

export const { load, draw } = collection({
  member: "modules", title: "Modules", noun: "module", placeholder: "name, id or code",
  columns: ["State", "Used by", "Changed"],
  cells: (module) => [states(module), count(module.actions_using_module_total, "action"), when(module.updated_at)],
  text: ({ name, id, code }) => `${name}\n${id}\n${code}`,
});

/** The number of the latest version: lists have it by itself, the module within the version. */
export function latest(module) {
  return module.latest_version_number ?? module.latest_version?.version_number;
}

/** What there is of a module: its latest version, and whether the draft has changes. */
export function states(module) {
  const version = latest(module);
  return el("span", { class: "badges" },
    version ? badge(`published v${version}`, "good") : badge("never published", "plain"),
    version && !module.all_changes_published && badge("draft changes", "warn"));
}
