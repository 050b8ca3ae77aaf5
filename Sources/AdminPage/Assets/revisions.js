// What has a draft and versions: which of them is looked at, what differs between any two, what each consists of.

import { diff } from "./diff.js";
import { el } from "./dom.js";
import { badge, choice, copyable, hint, labelled, nothing, scrolling, section, when } from "./parts.js";
import { count } from "./text.js";

/** What is looked at, and of what: ids of versions, "draft", or "" for no comparison. */
let looks = { of: null, shown: "draft", base: "" };

/** The draft and its versions with names for people; the one that is shown, and the one it is compared with. */
export function revisionsOf(draft, versions) {
  if (looks.of !== draft.id) looks = { of: draft.id, shown: "draft", base: "" };
  const named = versions.map((version) => ({ ...version, name: `v${version.version_number ?? version.number}` }));
  const all = [{ ...draft, id: "draft", name: "Draft" }, ...named];
  const shown = all.find(({ id }) => id === looks.shown) ?? all[0];
  return { all, shown, base: all.find(({ id }) => id === looks.base && id !== shown.id) };
}

/** The code, or what differs in it; `past` is what became of a version, `act` what can be done with it. */
export function drawCode({ all, shown, base }, context, past, act, ...more) {
  const look = (change) => {
    looks = { ...looks, ...change };
    context.draw();
  };
  const options = all.map(({ id, name }) => [id, name]);
  const others = [["", "nothing"], ...options.filter(([id]) => id !== shown.id)];
  return section("code", "Code",
    el("div", { class: "bar" },
      labelled("Show", choice("shown", options, shown.id, (id) => look({ shown: id }))),
      labelled("Compared with", choice("base", others, base?.id ?? "", (id) => look({ base: id }))),
      shown.id !== "draft" && [el("p", { class: "count" }, `${past} `, when(shown.created_at)), act(shown)]),
    more,
    base ? changes(base, shown) : copyable(shown.code, `the code of ${shown.name}`));
}

function changes(base, shown) {
  const steps = diff(base.code, shown.code);
  const [added, removed] = ["added", "removed"].map((kind) => steps.filter((step) => step.kind === kind).length);
  if (!added && !removed) {
    return nothing(base.code === shown.code ? "The code is the same." : "Only the end of the last line differs.");
  }
  const way = `from ${base.name} to ${shown.name}`;
  return [
    hint(`${way[0].toUpperCase()}${way.slice(1)}: ${count(added, "line")} added, ${count(removed, "line")} removed.`),
    scrolling(`Differences ${way}`, el("table", { class: "diff" }, el("tbody", {}, steps.map(line)))),
  ];
}

function line({ kind, text, before, after }) {
  const [tag, sign] = { same: ["span", " "], added: ["ins", "+"], removed: ["del", "−"] }[kind];
  return el("tr", { class: kind },
    el("td", { class: "number" }, before), el("td", { class: "number" }, after),
    el("td", { class: "sign" }, sign), el("td", {}, el(tag, {}, text)));
}

export function drawDependencies(revisions) {
  const text = ({ name, version }) => `${name}@${version ?? "latest"}`;
  return section("dependencies", "Dependencies",
    list(revisions, "dependencies", text, ({ registry_url: url }) => url && ` from ${url}`));
}

export function drawSecrets(revisions) {
  return section("secrets", "Secrets",
    list(revisions, "secrets", ({ name }) => name, ({ updated_at: time }) => [" set ", when(time)]),
    revisions.shown.secrets.length > 0 && hint("Values never come out."));
}

/** What a revision lists, each known by its text; beside another revision, what is new in it and what is gone. */
function list({ shown, base = shown }, member, textOf, more) {
  const [texts, before] = [shown, base].map((revision) => revision[member].map(textOf));
  const there = shown[member].map((item, place) => el("li", {}, el("code", {}, texts[place]), more(item),
    !before.includes(texts[place]) && [" ", badge("added", "good")]));
  const gone = before.filter((text) => !texts.includes(text))
    .map((text) => el("li", {}, el("code", {}, text), " ", badge("removed", "bad")));
  return there.length + gone.length ? el("ul", {}, there, gone) : nothing("None.");
}
