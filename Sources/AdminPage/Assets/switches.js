// How a tenant behaves: faults, settings, clock, snapshots, and the way back to the start.

import { control } from "./api.js";
import { drawClock } from "./clock.js";
import { attempt, confirm } from "./dialogs.js";
import { el } from "./dom.js";
import { overview } from "./families.js";
import { drawFaults } from "./faults.js";
import { drawGuards } from "./guards.js";
import { button, choice, hint, labelled, number, section } from "./parts.js";
import { drawSnapshots } from "./snapshots.js";

export async function load(context) {
  const paths = ["/settings", "/faults", "/guards", "/clock", "/snapshots"];
  const [families, settings, { faults }, { guards }, clock, { snapshots }] = await Promise.all(
    [overview(context), ...paths.map((path) => control("GET", path, context))]);
  return { families, settings, faults, guards, clock, snapshots };
}

export function draw({ families, settings, faults, guards, clock, snapshots }, context) {
  return [
    el("h2", {}, "Switches"),
    drawFaults(faults, context),
    drawGuards(guards, families, context),
    drawSettings(settings, context),
    drawBuilds(settings.build, context),
    el("div", { class: "columns" }, drawClock(clock, context), drawSnapshots(snapshots, context)),
    section("reset", "Reset",
      hint("Back to the start: content, settings, clock and ids; no requests, no faults. Snapshots stay."),
      button("Reset the tenant", () => reset(context), { class: "danger" })),
  ];
}

const shown = [
  ["authentication", "Authentication", ["lax", "strict"], "lax: any bearer token; strict: only our own"],
  ["rate_plan", "Rate limit", ["off", "free", "enterprise-nonprod", "enterprise-prod"], "the plan whose limits hold"],
  ["modules_enabled", "Actions Modules", [[true, "on"], [false, "off"]], "off: their calls answer 403"],
  ["read_only", "Changes", [[false, "allowed"], [true, "refused"]], "refused: they answer 403"],
  ["name_rule", "Names of modules", ["any", "slug"], "slug: lower-case letters, digits, - and _"],
  ["rollback_to_current", "Roll back to current", ["conflict", "ok"], "conflict: answers 409"],
  ["show_evidence", "Evidence", [[false, "hidden"], [true, "shown"]], "shown: refusals say how we know of them"],
];

function drawSettings(settings, context) {
  const fields = shown.map(([name, title, options, words]) => {
    const set = (value) => patch({ [name]: typeof settings[name] === "boolean" ? value === "true" : value }, context);
    return labelled(title, choice(name, options, String(settings[name]), set), words);
  });
  return section("behaviour", "Behaviour", el("div", { class: "grid" }, fields));
}

function drawBuilds({ reads, milliseconds, outcome }, context) {
  const set = (change) => patch({ build: change }, context);
  // Reads and time are sent together: one alone would switch the other off.
  const amount = (grid, name) => {
    const { value } = grid.querySelector(`[name=${name}]`);
    return value === "" ? null : Number(value);
  };
  const onchange = ({ target }) => {
    const grid = target.closest(".grid");
    if (target.reportValidity()) set({ reads: amount(grid, "reads"), milliseconds: amount(grid, "milliseconds") });
  };
  const field = (name, title, value, words) =>
    labelled(title, number(name, { value: String(value ?? ""), max: "86400000", onchange }), words);
  return section("builds", "Builds of actions", el("div", { class: "grid" },
    field("reads", "Reads", reads, "so often an action is read before it is built; empty: by time alone"),
    field("milliseconds", "Time (ms)", milliseconds, "so long a build takes, by the clock; empty: by reads alone"),
    labelled("Outcome", choice("outcome", ["built", "failed"], outcome, (outcome) => set({ outcome })),
      "failed: it cannot be deployed")));
}

async function patch(body, context) {
  await attempt(() => control("PATCH", "/settings", { tenant: context.tenant, body }));
  context.refresh();
}

async function reset(context) {
  if (!(await confirm(`Reset the tenant ${context.tenant} to its start?`, "Reset"))) return;
  await attempt(() => control("POST", "/reset", { tenant: context.tenant }), "Back to the start.");
  context.refresh();
}
