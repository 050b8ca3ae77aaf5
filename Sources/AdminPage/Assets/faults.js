// Requests that are to fail: those faults that are set, and a form for another.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { choice, form, input, labelled, nothing, number, row, rowButton, section, table } from "./parts.js";

const paths = [
  "modules", "modules/{id}", "modules/{id}/versions", "modules/{id}/rollback", "actions", "actions/{id}",
  "actions/{id}/deploy", "triggers/{triggerId}/bindings",
].map((path) => `/api/v2/actions/${path}`).concat("/oauth/token");
const methods = [["", "any"], "GET", "POST", "PATCH", "DELETE"];
const effects = [
  ["429", "429 Too Many Requests"],
  ["500", "500 Internal Server Error"],
  ["503", "503 Service Unavailable"],
  ["401", "401 Unauthorized"],
  ["403", "403 Forbidden"],
  ["404", "404 Not Found"],
  ["409", "409 Conflict"],
  ["", "its own answer"],
  ["reset", "connection reset"],
  ["close", "connection closed"],
  ["truncate", "half an answer"],
  ["garbage", "garbage"],
  ["stall", "no answer at all"],
];

export function drawFaults(faults, context) {
  const rows = faults.map((fault) => drawFault(fault, context));
  return section("faults", "Faults",
    rows.length
      ? table("Faults", ["Requests", "Get", "Left", "Hits", ""], rows)
      : nothing("None: every request gets its own answer."),
    form((form) => add(form, context),
      labelled("Method", choice("method", methods)),
      labelled("Path", input("urlPathTemplate", { list: "fault-paths", placeholder: "any path" })),
      el("datalist", { id: "fault-paths" }, paths.map((path) => el("option", { value: path }))),
      labelled("Gets", choice("effect", effects)),
      labelled("Late by (ms)", number("delayMilliseconds", { max: "20000" })),
      labelled("Times", number("times", { min: "1", placeholder: "no end" })),
      labelled("Client", input("client", { placeholder: "any" })),
      el("button", { class: "primary" }, "Set fault")));
}

function drawFault(fault, context) {
  const { id, method = "any", urlPathTemplate: path = "any path", client, remaining, hits } = fault;
  const takeThisBack = rowButton("Take back", `the fault of ${method} ${path}`, () => takeBack(id, context));
  const requests = [el("code", {}, `${method} ${path}`), client && ` of ${client}`];
  const left = remaining === null ? "no end" : String(remaining);
  return row(id, requests, [effect(fault), left, String(hits), takeThisBack]);
}

function effect({ status, break: breakage, delayMilliseconds: delay, chunkedDribbleDelay: dribble, probability }) {
  return [
    status && String(status),
    breakage && `connection: ${breakage}`,
    delay && `late by ${lateness(delay)}`,
    dribble && `in ${dribble.numberOfChunks} pieces over ${dribble.totalDuration} ms`,
    probability !== undefined && `${probability * 100} % of them`,
  ].filter(Boolean).join(", ");
}

/** A number, or a distribution of WireMock's. */
function lateness(delay) {
  if (typeof delay === "number") return `${delay} ms`;
  return delay.type === "uniform" ? `${delay.lower} to ${delay.upper} ms` : `${delay.median} ms in the median`;
}

async function add({ elements }, context) {
  const fault = {};
  for (const name of ["method", "urlPathTemplate", "client", "delayMilliseconds", "times"]) {
    const { type, value } = elements[name];
    if (value) fault[name] = type === "number" ? Number(value) : value;
  }
  const kind = elements.effect.value;
  if (/^\d/.test(kind)) fault.status = Number(kind);
  else if (kind) fault.break = kind;
  await attempt(() => control("POST", "/faults", { tenant: context.tenant, body: fault }), "The fault is set.");
  context.refresh();
}

async function takeBack(id, context) {
  await attempt(() => control("DELETE", `/faults/${id}`, { tenant: context.tenant }), "The fault is taken back.");
  context.refresh();
}
