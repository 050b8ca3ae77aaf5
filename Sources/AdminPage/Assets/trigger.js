// One trigger: its versions, the actions that are made for it, and the flow of those that are bound.

import { states } from "./actions.js";
import { manage } from "./api.js";
import { all } from "./collection.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import {
  badge, choice, crumb, form, hint, input, labelled, link, nothing, row, rowButton, section, table, title,
} from "./parts.js";
import { drawStart } from "./runs.js";
import { count } from "./text.js";

/** Where the bindings of a trigger are. */
export const pathOf = (id) => `/actions/triggers/${encodeURIComponent(id)}/bindings`;

/** How many actions are bound. */
export function bound(number) {
  return badge(count(number, "action"), number ? "good" : "plain");
}

export async function load({ tenant, id }) {
  const [{ triggers }, { items: bindings }, { items: actions }] = await Promise.all([
    manage("GET", "/actions/triggers", { tenant }),
    all(pathOf(id), "bindings", { tenant }),
    all(`/actions/actions?triggerId=${encodeURIComponent(id)}`, "actions", { tenant }),
  ]);
  const versions = triggers.filter((trigger) => trigger.id === id).sort((a, b) => (a.version < b.version ? 1 : -1));
  return { id, versions, bindings, actions };
}

export function draw({ id, versions, bindings, actions }, context) {
  const isOurs = versions[0]?.binding_policy !== "entity-bound";
  return [
    crumb(context, "triggers", "All triggers"),
    title(id, isOurs && bound(bindings.length)),
    isOurs ? drawFlow(id, bindings, actions, context)
      : section("flow", "Flow", nothing("The service itself binds actions to what they are for; nobody else can.")),
    drawStart(id, actions, isOurs, context),
    drawActions(actions, bindings, context),
    drawVersions(versions),
  ];
}

function drawFlow(id, bindings, actions, context) {
  const change = (bindings, words) => replace(id, bindings, words, context);
  const rows = bindings.map((_, place) => drawBinding(bindings, place, change, context));
  return section("flow", "Flow",
    rows.length
      ? table("Flow", ["Action", "Deployed", ""], rows)
      : nothing("No action runs here."),
    actions.length > 0 && form((form) => bind(form, bindings, change),
      labelled("Action", choice("action", actions.map(option))),
      labelled("Shown as", input("display-name", { placeholder: "nothing" })),
      el("button", { class: "primary" }, "Bind")));
}

function option({ id, name, deployed_version: version }) {
  return [id, version ? name : `${name} (never deployed)`];
}

function drawBinding(bindings, place, change, context) {
  const { action, display_name: shownAs } = bindings[place];
  const before = bindings.slice(0, place).filter((binding) => binding.action.id === action.id).length;
  const moved = (to) => bindings.toSpliced(place, 1).toSpliced(to, 0, bindings[place]);
  const move = (text, to) => rowButton(text, action.name, () => change(moved(to), `Moved ${action.name}.`));
  // Each change gives bindings new ids; a row stays its action's.
  const own = link(context.link(context.tenant, "actions", action.id), action.name);
  const name = [el("span", { class: "count" }, `${place + 1}. `), own, shownAs && hint(`shown as ${shownAs}`)];
  return row(`${action.id} ${before}`, name, [
    `v${action.deployed_version.number}`,
    el("div", { class: "actions" },
      place > 0 && move("Up", place - 1),
      place < bindings.length - 1 && move("Down", place + 1),
      rowButton("Unbind", action.name, () => change(bindings.toSpliced(place, 1), `Unbound ${action.name}.`))),
  ]);
}

function drawActions(actions, bindings, context) {
  const bound = new Set(bindings.map((binding) => binding.action.id));
  const rows = actions.map((action) =>
    row(action.id, link(context.link(context.tenant, "actions", action.id), action.name), [
      states(action), bound.has(action.id) ? "yes" : "no", action.runtime,
    ]));
  return section("actions", "Actions made for it",
    rows.length ? table("Actions made for it", ["Action", "State", "Bound", "Runtime"], rows) : nothing("None."));
}

function drawVersions(versions) {
  const rows = versions.map(({ version, status, runtimes, default_runtime: runtime, compatible_triggers: others }) =>
    row(version, version, [
      badge(status.toLowerCase(), status === "CURRENT" ? "good" : "warn"), runtimes.join(", "), runtime,
      (others ?? []).map((other) => `${other.id} ${other.version}`).join(", "),
    ]));
  const columns = ["Version", "State", "Runtimes", "Default runtime", "Compatible with"];
  return section("versions", "Versions",
    rows.length ? table("Versions", columns, rows) : hint("The service takes it, but does not list it."));
}

function bind({ elements: { action, "display-name": name } }, bindings, change) {
  const { text, value } = action.selectedOptions[0];
  return change([...bindings, { action: { id: value }, display_name: name.value || undefined }], `Bound ${text}.`);
}

/** Those that are there are told by their ids: where somebody else changed the flow meanwhile, this is refused. */
async function replace(id, bindings, words, context) {
  const body = { bindings: bindings.map((binding) => ({
    ref: binding.id ? { type: "binding_id", value: binding.id } : { type: "action_id", value: binding.action.id },
    display_name: binding.display_name,
  })) };
  await attempt(() => manage("PATCH", pathOf(id), { tenant: context.tenant, body }), words);
  context.refresh();
}
