// A tenant's clock and ids.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { button, choice, facts, form, input, labelled, number, section } from "./parts.js";

const units = [[1, "seconds"], [60, "minutes"], [3_600, "hours"], [86_400, "days"]];

export function drawClock({ time, frozen, id_seed: seed }, context) {
  const set = (body, words) => change(body, words, context);
  return section("clock", "Clock and ids",
    facts([
      ["Time", el("time", { datetime: time }, time.replace(/\.\d+/, ""))],
      ["Runs", frozen ? "no, it stands still" : "yes"],
      ["Ids", seed === null ? "random" : `from the seed ${seed}`],
    ]),
    el("div", { class: "bar" },
      frozen
        ? button("Let it run", () => set({ frozen: false }, "The clock runs."))
        : button("Freeze", () => set({ frozen: true }, "The clock stands still.")),
      button("As the program's", () => reset(context))),
    form((form) => advance(form.elements, set),
      labelled("Advance by", number("amount", { min: null, value: "1", required: true })),
      labelled("Unit", choice("unit", units)),
      el("button", {}, "Advance")),
    form((form) => set({ time: utc(form.elements.time.value) }, "The clock is set."),
      labelled("Time, in UTC", input("time", { type: "datetime-local", step: "1", required: true })),
      el("button", {}, "Set")),
    form((form) => seedIds(form.elements.seed.value, set),
      labelled("Seed of ids", number("seed", { placeholder: "random" })),
      el("button", {}, "Set ids")));
}

function advance({ amount, unit }, set) {
  const words = `The clock is ${amount.value} ${unit.selectedOptions[0].textContent} from where it was.`;
  set({ advance_seconds: Number(amount.value) * Number(unit.value) }, words);
}

/** A field leaves seconds out when they are none. */
function utc(value) {
  return value.length === "2026-01-01T00:00".length ? `${value}:00Z` : `${value}Z`;
}

function seedIds(seed, set) {
  if (seed === "") set({ id_seed: null }, "Ids are random.");
  else set({ id_seed: Number(seed) }, `Ids come from the seed ${seed}.`);
}

async function change(body, words, context) {
  await attempt(() => control("PATCH", "/clock", { tenant: context.tenant, body }), words);
  context.refresh();
}

async function reset(context) {
  const words = "Clock and ids are the program's.";
  await attempt(() => control("DELETE", "/clock", { tenant: context.tenant }), words);
  context.refresh();
}
