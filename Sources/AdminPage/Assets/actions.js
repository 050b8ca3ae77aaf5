// The actions of a tenant.

import { collection } from "./collection.js";
import { el } from "./dom.js";
import { badge, link, when } from "./parts.js";

export const { load, draw } = collection({
  member: "actions", title: "Actions", noun: "action", placeholder: "name, id, trigger or code",
  columns: ["State", "Trigger", "Runtime", "Changed"],
  cells: (action, context) => {
    const { id } = triggerOf(action);
    const trigger = link(context.link(context.tenant, "triggers", id), id);
    return [states(action), trigger, action.runtime, when(action.updated_at)];
  },
  text: (action) => `${action.name}\n${action.id}\n${triggerOf(action).id}\n${action.code}`,
});

/** An action is for one trigger. */
export function triggerOf(action) {
  return action.supported_triggers[0];
}

/** What there is of an action: its deployed version, whether the draft has changes, and how far its build is. */
export function states(action) {
  const version = action.deployed_version;
  const isWhole = version && action.all_changes_deployed;
  return el("span", { class: "badges" },
    version ? badge(`deployed v${version.number}`, "good") : badge("never deployed", "plain"),
    version && !isWhole && badge("draft changes", "warn"),
    (action.status !== "built" || !isWhole) && build(action.status, "build: "));
}

/** How far a build is, in the service's word. */
export function build(status, before = "") {
  return badge(before + status, { built: "good", failed: "bad" }[status] ?? "plain");
}
