// A tenant's clock and ids.

import { control } from "./api.js";
import { el } from "./dom.js";
import { attempt, button, facts, labelled } from "./parts.js";

const units = [["second", 1], ["minute", 60], ["hour", 3_600], ["day", 86_400]];

export function drawClock(clock, context) {
  const set = (body, words) => change(body, words, context);
  return el("section", { "aria-labelledby": "clock" }, el("h3", { id: "clock" }, "Clock and ids"),
    facts([["Time", el("time", { datetime: clock.time }, clock.time.replace(/\.\d+/, ""))],
      ["Runs", clock.frozen ? "no, it stands still" : "yes"], ["Ids", clock.id_seed === null ? "random" : `from the seed ${clock.id_seed}`]]),
    el("div", { class: "bar" },
      clock.frozen ? button("Let it run", () => set({ frozen: false }, "The clock runs.")) :
        button("Freeze", () => set({ frozen: true }, "The clock stands still.")),
      button("As the program's", () => reset(context))),
    el("form", { class: "bar", onsubmit: (event) => advance(event, set) },
      labelled("Advance by", el("input", { "data-key": "advance-count", name: "count", type: "number", value: "1", required: true })),
      labelled("Unit", el("select", { "data-key": "advance-unit", name: "unit" },
        units.map(([name, seconds]) => el("option", { value: seconds, selected: name === "hour" }, `${name}s`)))),
      el("button", {}, "Advance")),
    el("form", { class: "bar", onsubmit: (event) => setTo(event, set) },
      labelled("Time, in UTC", el("input", { "data-key": "clock-time", name: "time", type: "datetime-local", step: "1", required: true })),
      el("button", {}, "Set")),
    el("form", { class: "bar", onsubmit: (event) => seed(event, set) },
      labelled("Seed of ids", el("input", { "data-key": "id-seed", name: "seed", type: "number", min: "0", placeholder: "random" })),
      el("button", {}, "Set ids")));
}

function advance(event, set) {
  event.preventDefault();
  const { count, unit } = event.target.elements;
  const words = unit.selectedOptions[0].textContent;
  set({ advance_seconds: Number(count.value) * Number(unit.value) }, `The clock is ${count.value} ${words} ahead of where it was.`);
}

function setTo(event, set) {
  event.preventDefault();
  const { value } = event.target.elements.time;
  const seconds = value.length === 16 ? ":00" : "";
  set({ time: `${value}${seconds}Z` }, "The clock is set.");
}

function seed(event, set) {
  event.preventDefault();
  const { value } = event.target.elements.seed;
  set({ id_seed: value === "" ? null : Number(value) }, value === "" ? "Ids are random." : `Ids come from the seed ${value}.`);
}

async function change(body, words, context) {
  await attempt(() => control("PATCH", "/clock", { tenant: context.tenant, body }), words);
  context.refresh();
}

async function reset(context) {
  await attempt(() => control("DELETE", "/clock", { tenant: context.tenant }), "Clock and ids are the program's.");
  context.refresh();
}
