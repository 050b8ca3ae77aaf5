// Requests that are to fail: those faults that are set, and a form for another.

import { control } from "./api.js";
import { el } from "./dom.js";
import { attempt, button, choice, labelled, nothing, row, table } from "./parts.js";

const paths = ["/api/v2/actions/modules", "/api/v2/actions/modules/{id}", "/api/v2/actions/modules/{id}/versions", "/oauth/token"];
const effects = [["429", "429 Too Many Requests"], ["500", "500 Internal Server Error"], ["503", "503 Service Unavailable"],
  ["409", "409 Conflict"], ["401", "401 Unauthorized"], ["403", "403 Forbidden"], ["404", "404 Not Found"], ["", "its own answer"],
  ["reset", "connection reset"], ["close", "connection closed"], ["truncate", "half an answer"], ["garbage", "garbage"],
  ["stall", "no answer at all"]];

export function drawFaults(faults, context) {
  return el("section", { "aria-labelledby": "faults" }, el("h3", { id: "faults" }, "Faults"),
    faults.length ? table("Faults", ["Requests", "Effect", "Left", "Hits", ""], faults.map((fault) => row(fault.id, [
      el("th", { scope: "row" }, el("code", {}, `${fault.method ?? "any"} ${fault.urlPathTemplate ?? "any path"}`),
        fault.client && ` of ${fault.client}`),
      effect(fault), fault.remaining === null ? "no end" : String(fault.remaining), String(fault.hits),
      button("Take back", () => takeBack(fault, context), { class: "quiet", "aria-label": `Take back the fault ${fault.id}` }),
    ]))) : nothing("None: every request gets its own answer."),
    form(context));
}

function form(context) {
  return el("form", { class: "bar", onsubmit: (event) => add(event, context) },
    labelled("Method", el("select", { "data-key": "fault-method", name: "method" },
      ["any", "GET", "POST", "PATCH", "DELETE"].map((method) => el("option", { value: method === "any" ? "" : method }, method)))),
    labelled("Path", el("input", { "data-key": "fault-path", name: "urlPathTemplate", list: "fault-paths", placeholder: "any path" })),
    el("datalist", { id: "fault-paths" }, paths.map((path) => el("option", { value: path }))),
    labelled("Gets", el("select", { "data-key": "fault-effect", name: "effect" },
      effects.map(([value, words]) => el("option", { value }, words)))),
    labelled("Late by (ms)", el("input", { "data-key": "fault-delay", name: "delayMilliseconds", type: "number", min: "0", max: "20000" })),
    labelled("Times", el("input", { "data-key": "fault-times", name: "times", type: "number", min: "1", placeholder: "no end" })),
    labelled("Client", el("input", { "data-key": "fault-client", name: "client", placeholder: "any" })),
    el("button", { class: "primary" }, "Set fault"));
}

function effect(fault) {
  const dribble = fault.chunkedDribbleDelay;
  return [fault.status && String(fault.status), fault.break && `connection: ${fault.break}`, fault.delay && `late by ${fault.delay}`,
    dribble && `in ${dribble.numberOfChunks} pieces over ${dribble.totalDuration} ms`].filter(Boolean).join(", ");
}

async function add(event, context) {
  event.preventDefault();
  const { elements } = event.target;
  const fault = {};
  for (const name of ["method", "urlPathTemplate", "client"]) if (elements[name].value) fault[name] = elements[name].value;
  for (const name of ["delayMilliseconds", "times"]) if (elements[name].value) fault[name] = Number(elements[name].value);
  const kind = elements.effect.value;
  if (/^\d/.test(kind)) fault.status = Number(kind);
  else if (kind) fault.break = kind;
  await attempt(() => control("POST", "/faults", { tenant: context.tenant, body: fault }), "The fault is set.");
  context.refresh();
}

async function takeBack(fault, context) {
  await attempt(() => control("DELETE", `/faults/${fault.id}`, { tenant: context.tenant }), "The fault is taken back.");
  context.refresh();
}
