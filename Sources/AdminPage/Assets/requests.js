// The requests of a tenant as they come, and all about one of them.

import { control } from "./api.js";
import { curl } from "./curl.js";
import { el } from "./dom.js";
import { attempt, badge, button, choice, copyable, facts, labelled, nothing, row, table } from "./parts.js";
import { reasons } from "./reasons.js";
import { count, pretty, timeOfDay } from "./text.js";

const kinds = [["", "all"], ["2", "2xx"], ["4", "4xx"], ["5", "5xx"], ["refused", "refused"]];
let filter = { words: "", kind: "" };

/** The one that the address names, if it is not among those that came; the list itself comes by the live requests. */
export async function load({ tenant, id, requests }) {
  if (!id) return { one: null };
  const known = requests?.find((request) => request.id === id);
  return { one: known ?? await control("GET", `/requests/${encodeURIComponent(id)}`, { tenant }) };
}

export function draw({ one }, context) {
  if (!context.requests) return el("h2", {}, "Requests");
  const found = context.requests.filter(matches);
  return [
    el("h2", {}, "Requests"),
    el("div", { class: "bar" },
      labelled("Filter", el("input", { type: "search", "data-key": "request-filter", value: filter.words,
        placeholder: "method, path, client, status", oninput: (event) => change({ words: event.target.value }, context) })),
      labelled("Status", choice("request-kind", kinds, filter.kind, (kind) => change({ kind }, context))),
      el("p", { class: "count", role: "status" }, `${found.length} of ${count(context.requests.length, "request")}`),
      button("Forget all", () => forget(context))),
    el("div", { class: one ? "split" : "" }, list(found, context), one && details(one, context)),
  ];
}

function change(change, context) {
  filter = { ...filter, ...change };
  context.draw();
}

function list(found, context) {
  if (context.isJournalDisabled) return nothing("Requests are not kept: --journal-entries is 0.");
  if (!context.requests.length) return nothing("Nothing has been asked of this tenant. Requests appear here as they come.");
  return table("Requests", ["Status", "Method", "Path", "Client", "Time"], found.map((entry) => row(entry.id, [
    status(entry), el("code", {}, entry.request.method),
    el("a", { href: context.link(context.tenant, "requests", entry.id), "aria-current": entry.id === context.id ? "true" : null,
      title: entry.request.url }, entry.request.url),
    entry.client ?? "", el("time", { datetime: entry.request.loggedDateString }, timeOfDay(entry.request.loggedDate)),
  ], { class: entry.id === context.id ? "chosen" : null })));
}

function details(entry, context) {
  const { request, response } = entry;
  return el("section", { class: "details", "aria-labelledby": "request", "data-key": entry.id },
    el("div", { class: "title" }, el("h3", { id: "request" }, `${request.method} ${request.url}`),
      el("a", { href: context.link(context.tenant, "requests"), class: "close", "aria-label": "Close" }, "×")),
    facts([["Status", status(entry)], ["Time", request.loggedDateString], ["Tenant", entry.tenant], ["Client", entry.client],
      ["Id", el("code", {}, entry.id)]]),
    why(entry),
    message("Request", request.headers, request.body), message("Answer", response.headers, response.body),
    el("h4", {}, "As curl"), copyable(curl(request), "the curl command"));
}

function why({ explanation, response }) {
  if (response.status < 400) return null;
  const words = explanation ? reasons(explanation) : [];
  let said = null;
  try {
    said = JSON.parse(response.body).message;
  } catch { /* Not in the service's form. */ }
  return el("div", { class: "why" }, el("h4", {}, "Why"), said && el("p", {}, el("q", {}, said)),
    words.map((sentence) => el("p", {}, sentence)));
}

function message(name, headers, body) {
  const lines = Object.entries(headers).flatMap(([field, values]) => [values].flat().map((value) => `${field}: ${value}`));
  return [
    el("h4", {}, name),
    el("details", {}, el("summary", {}, count(lines.length, "header field")), el("pre", { tabindex: "0" }, lines.join("\n"))),
    body ? copyable(pretty(body), `the content of the ${name.toLowerCase()}`) : nothing("No content."),
  ];
}

function status({ response }) {
  const kind = response.status < 300 ? "good" : response.status < 500 ? "warn" : "bad";
  return badge(String(response.status), kind);
}

function matches(entry) {
  const { status } = entry.response;
  const isOfKind = filter.kind === "refused" ? status >= 400 : String(status).startsWith(filter.kind);
  const text = `${status} ${entry.request.method} ${entry.request.url} ${entry.client ?? ""}`.toLowerCase();
  return isOfKind && filter.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

async function forget(context) {
  await attempt(() => control("DELETE", "/requests", { tenant: context.tenant }));
  if (context.id) location.hash = context.link(context.tenant, "requests");
}
