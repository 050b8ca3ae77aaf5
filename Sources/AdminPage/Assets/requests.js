// The requests of a tenant as they come, and all about one of them.

import { control } from "./api.js";
import { curl } from "./curl.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { badge, button, choice, copyable, facts, input, labelled, link, nothing, row, table } from "./parts.js";
import { reasons } from "./reasons.js";
import { count, pretty, timeOfDay } from "./text.js";

const kinds = [["", "all"], ["2", "2xx"], ["4", "4xx"], ["5", "5xx"], ["refused", "refused"]];
let filter = { words: "", kind: "" };

/** The one that the address names; the list itself comes by the live requests. */
export async function load({ tenant, id, requests }) {
  if (!id) return { one: null };
  const known = requests?.find((request) => request.id === id);
  return { one: known ?? (await control("GET", `/requests/${encodeURIComponent(id)}`, { tenant })) };
}

export function draw({ one }, context) {
  if (!context.requests) return el("h2", {}, "Requests");
  const found = context.requests.filter(matches);
  return [
    el("h2", {}, "Requests"),
    bar(found.length, context),
    el("div", { class: one ? "requests split" : "requests" }, list(found, context), one && details(one, context)),
  ];
}

function bar(foundCount, context) {
  const change = (change) => {
    filter = { ...filter, ...change };
    context.draw();
  };
  const words = input("filter", {
    type: "search", value: filter.words, placeholder: "method, path, client, status",
    oninput: (event) => change({ words: event.target.value }),
  });
  return el("div", { class: "bar" },
    labelled("Filter", words),
    labelled("Status", choice("kind", kinds, filter.kind, (kind) => change({ kind }))),
    el("p", { class: "count", role: "status" }, `${foundCount} of ${count(context.requests.length, "request")}`),
    button("Forget all", () => forget(context)));
}

function list(found, context) {
  if (context.isJournalDisabled) return nothing("Requests are not kept: --journal-entries is 0.");
  if (!context.requests.length) {
    return nothing("Nothing has been asked of this tenant. Requests appear here as they come.");
  }
  const columns = ["Time", "Status", "Method", "Path", "Client"];
  return table("Requests", columns, found.map((entry) => drawEntry(entry, context)));
}

function drawEntry({ id, request, response, client }, context) {
  const isChosen = id === context.id;
  const time = el("time", { datetime: request.loggedDateString }, timeOfDay(request.loggedDate));
  const path = link(context.link(context.tenant, "requests", id), request.url, isChosen);
  const cells = [status(response), el("code", {}, request.method), path, client ?? ""];
  return row(id, time, cells, { class: isChosen ? "chosen" : null });
}

function details({ id, tenant, client, request, response, explanation }, context) {
  const all = context.link(context.tenant, "requests");
  const close = el("a", { href: all, class: "close", "aria-label": "Close" }, "×");
  return el("section", { class: "details", "aria-labelledby": "request", "data-key": id },
    el("div", { class: "title" }, el("h3", { id: "request" }, `${request.method} ${request.url}`), close),
    facts([
      ["Status", status(response)], ["Time", request.loggedDateString], ["Tenant", tenant], ["Client", client],
      ["Id", el("code", {}, id)],
    ]),
    response.status >= 400 && why(response.body, explanation),
    message("Request", request.headers, request.body),
    message("Answer", response.headers, response.body),
    el("h4", {}, "As curl"), copyable(curl(request), "the curl command"));
}

function why(body, explanation) {
  const words = explanation ? reasons(explanation) : [];
  return el("div", { class: "why" }, el("h4", {}, "Why"), said(body), words.map((sentence) => el("p", {}, sentence)));
}

/** What the answer itself says, where it is in the service's form. */
function said(body) {
  try {
    const { message } = JSON.parse(body);
    return message && el("p", {}, el("q", {}, message));
  } catch {
    return null;
  }
}

function message(name, headers, body) {
  const lines = Object.entries(headers).flatMap(([field, values]) =>
    [values].flat().map((value) => `${field}: ${value}`));
  return [
    el("h4", {}, name),
    el("details", {}, el("summary", {}, count(lines.length, "header field")), el("pre", {}, lines.join("\n"))),
    body ? copyable(pretty(body), `the content of the ${name.toLowerCase()}`) : nothing("No content."),
  ];
}

function status({ status }) {
  return badge(String(status), status < 400 ? "good" : status < 500 ? "warn" : "bad");
}

function matches({ request, response, client }) {
  const { status } = response;
  const isOfKind = filter.kind === "refused" ? status >= 400 : String(status).startsWith(filter.kind);
  const text = `${status} ${request.method} ${request.url} ${client ?? ""}`.toLowerCase();
  return isOfKind && filter.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

async function forget({ tenant, id, link }) {
  await attempt(() => control("DELETE", "/requests", { tenant }));
  if (id) location.hash = link(tenant, "requests");
}
