// What a test must not do: the guards that are set, and a form for another.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { choice, form, input, labelled, nothing, row, rowButton, section, table } from "./parts.js";

const kinds = [["delete", "deletes"], ["write", "all changes"]];

export function drawGuards(guards, families, context) {
  const names = families.groups.flatMap(({ families }) => families.map(({ name }) => name)).sort();
  const rows = guards.map((guard, index) => drawGuard(guard, index, guards, context));
  return section("guards", "Guards",
    rows.length ? table("Guards", ["Refused", "Reason", ""], rows) : nothing("None: a test may change everything."),
    form((form) => add(form, guards, context),
      labelled("Refuse", choice("refuse", kinds)),
      labelled("Where", choice("where", [["", "everywhere"], ["only", "only in"], ["except", "outside of"]])),
      labelled("Family", choice("family", names)),
      labelled("Reason", input("reason", { placeholder: "told to whoever is refused" })),
      el("button", { class: "primary" }, "Set guard")));
}

function drawGuard(guard, index, guards, context) {
  const words = wordsOf(guard);
  const rest = guards.filter((other) => other !== guard);
  const takeThisBack = rowButton("Take back", `the guard of ${words}`,
    () => set(rest, "The guard is taken back.", context));
  return row(`${index} ${words}`, words, [guard.reason ?? "", takeThisBack]);
}

function wordsOf({ refuse, only, except, urlPathTemplate: path }) {
  const kind = Object.fromEntries(kinds)[refuse] ?? refuse;
  return [kind, only && `in ${only.join(", ")}`, except && `outside of ${except.join(", ")}`, path && `at ${path}`]
    .filter(Boolean).join(" ");
}

function add({ elements: { refuse, where, family, reason } }, guards, context) {
  const guard = { refuse: refuse.value };
  if (where.value) guard[where.value] = [family.value];
  if (reason.value) guard.reason = reason.value;
  return set([...guards, guard], "The guard is set.", context);
}

async function set(guards, words, context) {
  await attempt(() => control("PUT", "/guards", { tenant: context.tenant, body: { guards } }), words);
  context.refresh();
}
