// How a tenant behaves: faults, settings, clock, snapshots, and the way back to the start.

import { control } from "./api.js";
import { el } from "./dom.js";
import { drawClock } from "./clock.js";
import { drawFaults } from "./faults.js";
import { attempt, button, choice, confirm, labelled } from "./parts.js";
import { drawSnapshots } from "./snapshots.js";

export async function load({ tenant }) {
  const [settings, { faults }, clock, { snapshots }] = await Promise.all(
    ["/settings", "/faults", "/clock", "/snapshots"].map((path) => control("GET", path, { tenant })));
  return { settings, faults, clock, snapshots };
}

export function draw({ settings, faults, clock, snapshots }, context) {
  return [
    el("h2", {}, "Switches"),
    drawFaults(faults, context),
    drawSettings(settings, context),
    el("div", { class: "columns" }, drawClock(clock, context), drawSnapshots(snapshots, context)),
    el("section", { "aria-labelledby": "reset" }, el("h3", { id: "reset" }, "Reset"),
      el("p", { class: "hint" }, "Back to the start: content, settings, clock and ids; no requests, no faults. Snapshots stay."),
      button("Reset the tenant", () => reset(context), { class: "danger" })),
  ];
}

const settingsShown = [
  ["authentication", "Authentication", ["lax", "strict"], "lax: any bearer token; strict: only our own"],
  ["rate_plan", "Rate limit", ["off", "free", "enterprise-nonprod", "enterprise-prod"], "the plan whose limits hold"],
  ["modules_enabled", "Actions Modules", [[true, "on"], [false, "off"]], "off: their calls answer 403"],
  ["read_only", "Changes", [[false, "allowed"], [true, "refused"]], "refused: calls that change something answer 403"],
  ["name_rule", "Names of modules", ["any", "slug"], "slug: lower-case letters, digits, - and _"],
  ["rollback_to_current", "Roll back to current", ["conflict", "ok"], "conflict: answers 409"],
  ["show_evidence", "Evidence", [[false, "hidden"], [true, "shown"]], "shown: refusals carry x-localtenant-evidence"],
];

function drawSettings(settings, context) {
  return el("section", { "aria-labelledby": "behaviour" }, el("h3", { id: "behaviour" }, "Behaviour"),
    el("div", { class: "grid" }, settingsShown.map(([name, title, options, hint]) => labelled(title,
      choice(name, options, String(settings[name]), (value) => change(name, value, settings, context)), hint))));
}

async function change(name, text, settings, context) {
  const value = typeof settings[name] === "boolean" ? text === "true" : text;
  await attempt(() => control("PATCH", "/settings", { tenant: context.tenant, body: { [name]: value } }));
  context.refresh();
}

async function reset(context) {
  if (!await confirm(`Reset the tenant ${context.tenant} to its start?`, "Reset")) return;
  await attempt(() => control("POST", "/reset", { tenant: context.tenant }), "Back to the start.");
  context.refresh();
}
