// One run: what each action did, what all of them asked for together, and how to have it go on or again.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { edit } from "./editor.js";
import { el } from "./dom.js";
import { button, copyable, crumb, facts, hint, link, nothing, row, section, table, title } from "./parts.js";
import { open, run as begin, state, took } from "./runs.js";
import { count, timeOfDay } from "./text.js";

export function load({ tenant, id }) {
  return control("GET", `/runs/${encodeURIComponent(id)}`, { tenant });
}

export function draw(run, context) {
  const { id, trigger, kind, draft, status, node, ms, created_at: time, warnings = [], skipped = [] } = run;
  const { actions = [], outcome, request } = run;
  return [
    crumb(context, "runs", "All runs"),
    el("div", { "data-key": id },
      title(`Run of ${trigger}`, state(status),
        ...(status === "suspended" ? [button("Continue…", () => goOn(run, context), { class: "primary" })] : []),
        ...(request ? [button("Run again", () => again(request, context))] : [])),
      facts([
        ["Trigger", link(context.link(context.tenant, "triggers", trigger), trigger)],
        ["Time", el("time", { datetime: time }, timeOfDay(Date.parse(time)))], ["Took", took(ms)], ["Node", node],
        ["Code", draft ? "drafts" : "as deployed"], ["As", kind === "test" ? "a test" : null],
        ["Skipped", skipped.join(", ")], ["Id", el("code", {}, id)],
      ]),
      warnings.length > 0 && el("div", { class: "why" }, el("h3", {}, "Warnings"),
        warnings.map((warning) => el("p", {}, warning))),
      actions.map(drawAction),
      !actions.length && nothing(status === "running" ? "It is under way." : "No action ran."),
      outcome && section("outcome", "What they asked for", json(outcome, "the outcome")),
      request && section("asked", "What was asked", json(request, "the request"))),
  ];
}

function json(value, name) {
  return Object.keys(value).length ? copyable(JSON.stringify(value, null, 2), name) : nothing("Nothing.");
}

function drawAction(action, index) {
  const { name, version, modules = [], entry, ms, boot_ms: boot, calls = [], logs, logs_cut: isCut, error } = action;
  const id = `action-${index}`;
  const versionOf = (version) => (version === null ? "draft" : `v${version}`);
  return section(id, `${index + 1}. ${name}`,
    facts([
      ["Version", versionOf(version)], ["Entry", entry && el("code", {}, entry)], ["Took", took(ms)],
      ["Loaded in", took(boot)],
      ["Modules", modules.map((module) => `${module.name} ${versionOf(module.version)}`).join(", ")],
    ]),
    error && drawError(error, name),
    el("h4", {}, count(calls.length, "call")),
    calls.length > 0 && table(`Calls of ${name}`, ["Call", "Arguments", "Answer"], calls.map(drawCall)),
    logs && [el("h4", {}, "Console"), copyable(logs, `the console of ${name}`), isCut && hint("The rest is cut.")]);
}

function drawError({ name, message, code, stack }, action) {
  return el("div", { class: "refusal" },
    el("h4", {}, code ? `Error (${code})` : "Error"),
    el("pre", { tabindex: "0", "aria-label": `the error of ${action}` }, stack ?? `${name}: ${message}`));
}

function drawCall({ call, args, returned, threw }, index) {
  const told = (value) => el("code", {}, JSON.stringify(value, null, 1).replace(/\n\s*/g, " "));
  return row(`${index}`, el("code", {}, `api.${call}`), [
    args.flatMap((value, index) => [index > 0 && ", ", told(value ?? null)]),
    threw ? `threw ${threw.name}: ${threw.message}` : returned === undefined ? "" : told(returned),
  ], { class: "call" });
}

async function again(request, context) {
  let answer;
  if (await attempt(async () => (answer = await begin("/runs", request, context)))) open(answer, context);
}

/** As the user comes back from where the run sent him. */
async function goOn({ id, trigger, outcome }, context) {
  const result = await edit({
    title: `Continue ${trigger}`, action: "Continue", text: JSON.stringify({ state: "", session_token: "" }, null, 2),
    words: ["The query with which the user comes back", outcome?.redirect && ` from ${outcome.redirect.url}`, "."],
    send: (query = {}) => begin(`/runs/${encodeURIComponent(id)}/continue`, { request: { query } }, context),
  });
  if (result) open(result.answer, context);
}
