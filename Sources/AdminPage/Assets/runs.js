// What was run of the tenant's actions, newest first.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { edit, tell } from "./editor.js";
import { el } from "./dom.js";
import { badge, button, checkbox, choice, form, hint, labelled, link, nothing, row, section, table } from "./parts.js";
import { count, timeOfDay } from "./text.js";

const kinds = { final: "good", partial: "bad", suspended: "warn" };

export async function load({ tenant }) {
  return (await control("GET", "/runs", { tenant })).runs.reverse();
}

export function draw(runs, context) {
  return [
    el("h2", {}, "Runs"),
    el("div", { class: "bar" },
      el("p", { class: "count", role: "status" }, count(runs.length, "run")),
      button("Forget all", () => forget(context))),
    runs.length
      ? table("Runs", ["Time", "Trigger", "State", "Took", "What came of it"],
        runs.map((one) => drawRun(one, context)))
      : nothing("No action has run. ", link(context.link(context.tenant, "triggers"), "Triggers"),
        " run theirs, and so does POST /__admin/runs."),
  ];
}

function drawRun({ id, trigger, kind, status, created_at: time, ms, actions = [] }, context) {
  const error = actions.find((action) => action.error)?.error;
  const came = error ? `${error.name}: ${error.message}` : actions.map(({ name }) => name).join(", ");
  const clock = el("time", { datetime: time }, timeOfDay(Date.parse(time)));
  return row(id, el("a", { href: context.link(context.tenant, "runs", id) }, clock), [
    kind === "test" ? `${trigger}, a test` : trigger, state(status), took(ms),
    came.length > 80 ? `${came.slice(0, 79)}…` : came,
  ]);
}

/** How far a run is, in the server's word. */
export function state(status) {
  return badge(status, kinds[status] ?? "plain");
}

export function took(milliseconds) {
  return milliseconds === undefined ? "" : `${milliseconds} ms`;
}

/** What has a trigger's actions run: which of them, deployed or as drafts, and with what event. */
export function drawStart(trigger, actions, isOurs, context) {
  const choices = [...(isOurs ? [["", "those that are bound"]] : []), ...actions.map(({ id, name }) => [id, name])];
  return section("run", "Run",
    form((form) => start(trigger, form.elements, context),
      labelled("Actions to run", choice("ran", choices)), checkbox("drafts", "drafts"),
      el("button", { class: "primary" }, "Run…")),
    hint("What the actions ask for is told; nothing of the tenant changes."));
}

async function start(trigger, { ran, drafts }, context) {
  const { tenant } = context;
  const sample = button("sample", async () =>
    attempt(async () => tell(`Sample of ${trigger}`, await control("GET", `/runs/samples/${trigger}`, { tenant }))),
  { class: "quiet" });
  const asked = { trigger, draft: drafts.checked, ...(ran.value && { actions: [ran.value] }) };
  const result = await edit({
    title: `Run ${trigger}`, action: "Run", text: "{}",
    words: ["The event, laid over the ", sample, ": objects member by member, null removes."],
    send: (event = {}) => run("/runs", { ...asked, event }, context),
  });
  if (result) open(result.answer, context);
}

export function run(path, body, { tenant }) {
  return control("POST", path, { tenant, body });
}

export function open({ id }, { tenant, link, refresh }) {
  const place = link(tenant, "runs", id);
  if (location.hash === place) return refresh();
  location.hash = place;
}

async function forget({ tenant, refresh }) {
  await attempt(() => control("DELETE", "/runs", { tenant }));
  refresh();
}
