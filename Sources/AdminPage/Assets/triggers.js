// The triggers of a tenant, and how many actions run at each.

import { manage } from "./api.js";
import { el } from "./dom.js";
import { link, row, table } from "./parts.js";
import { bound, pathOf } from "./trigger.js";

export async function load({ tenant }) {
  const { triggers } = await manage("GET", "/actions/triggers", { tenant });
  const current = triggers.filter((trigger) => trigger.status === "CURRENT");
  // A page of one, for the number that stands beside.
  const total = async ({ id, binding_policy: policy }) => policy === "entity-bound" ? null
    : (await manage("GET", `${pathOf(id)}?per_page=1`, { tenant })).total ?? 0;
  const totals = await Promise.all(current.map(total));
  return current.map((trigger, place) => ({ ...trigger, total: totals[place] }));
}

export function draw(triggers, context) {
  return [
    el("h2", {}, "Triggers"),
    el("p", { class: "lead" }, "Where actions run. Those that are bound to a trigger run in the order of its flow."),
    table("Triggers", ["Trigger", "Version", "Bound", "Runtimes", "Default runtime"], triggers.map((trigger) =>
      row(trigger.id, link(context.link(context.tenant, "triggers", trigger.id), trigger.id), [
        trigger.version,
        trigger.total === null ? "by the service" : bound(trigger.total),
        trigger.runtimes.join(", "),
        trigger.default_runtime,
      ]))),
  ];
}
