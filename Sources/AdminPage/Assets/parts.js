// Parts that views have in common.

import { el } from "./dom.js";
import { age } from "./text.js";

let serial = 0;

/** A part of a view with a heading of its own. */
export function section(id, title, ...children) {
  return el("section", { "aria-labelledby": id, "data-key": id }, el("h3", { id }, title), children);
}

/** The way back from one thing to all of its kind. */
export function crumb(context, view, words) {
  return el("p", { class: "crumb" }, link(context.link(context.tenant, view), words));
}

/** What a view of one thing begins with: its name, what it is, what can be done with it. */
export function title(name, states, ...buttons) {
  return el("div", { class: "title" }, el("h2", {}, name), states,
    buttons.length > 0 && el("div", { class: "actions" }, buttons));
}

/** A label with its field; `words` stand below. */
export function labelled(text, field, words) {
  field.id ||= `field-${field.dataset.key ?? (serial += 1)}`;
  return el("div", { class: "field" }, el("label", { for: field.id }, text), field, words && hint(words));
}

/** A field to type in. What a person types stays through every update. */
export function input(name, attributes = {}) {
  return el("input", { "data-key": name, name, ...attributes });
}

/** A field for a number. */
export function number(name, attributes = {}) {
  return input(name, { type: "number", min: "0", ...attributes });
}

/** A box to tick, a person's to keep. */
export function checkbox(name, text) {
  return el("label", { class: "check" }, input(name, { type: "checkbox" }), text);
}

/** A choice among values; an option is a value, or a value and its words. Without a value it is a person's to keep. */
export function choice(name, options, value, onchange) {
  const items = options.map((option) => {
    const [own, words] = [option].flat();
    return el("option", { value: String(own) }, words ?? own);
  });
  const shown = value === undefined ? {} : { value, onchange: (event) => onchange(event.target.value) };
  return el("select", { "data-key": name, name, ...shown }, items);
}

export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

/** A button of a row, which says of which to those who do not see it. */
export function rowButton(text, name, onclick) {
  return button(text, onclick, { class: "quiet", "data-key": text, "aria-label": `${text} ${name}` });
}

/** A form that stands in one line. */
export function form(onsubmit, ...children) {
  const send = (event) => {
    event.preventDefault();
    onsubmit(event.target);
  };
  return el("form", { class: "bar", onsubmit: send }, children);
}

export function link(href, text, isCurrent = false) {
  return el("a", { href, "aria-current": isCurrent ? "true" : null, title: text }, text);
}

export function hint(...words) {
  return el("p", { class: "hint" }, words);
}

/** What stands in place of a list that is empty. */
export function nothing(...words) {
  return el("p", { class: "nothing" }, words);
}

/** A word with a colour; the word says it all. */
export function badge(text, kind) {
  return el("span", { class: `badge ${kind}` }, text);
}

/** The version of a module that an action keeps to, and whether there is a later one. */
export function pinned(version, latest) {
  return el("span", { class: "badges" }, `v${version}`, latest > version && badge(`v${latest} is out`, "warn"));
}

/** How long ago, and on a closer look when. */
export function when(time) {
  return el("time", { datetime: time, title: time }, age(time));
}

/** Names and values: `[["Status", "200"], …]`; those without a value are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value != null && value !== "");
  return el("dl", {}, known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** A table with a heading for each column. */
export function table(name, columns, rows) {
  const heads = columns.map((column) => el("th", { scope: "col" }, column));
  return scrolling(name, el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
}

/** A row of a table; its first cell names it. */
export function row(key, name, cells, attributes = {}) {
  const head = el("th", { scope: "row" }, name);
  return el("tr", { "data-key": key, ...attributes }, head, cells.map((cell) => el("td", {}, cell)));
}

/** What may be wider than there is room. */
export function scrolling(name, content) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, content);
}

/** Text as a program has it, with a button that copies it; `shown` stands in its place where it is more than text. */
export function copyable(text, name, shown = text) {
  const copyThis = (event) => copy(text, event.target);
  return el("div", { class: "copyable" }, el("pre", { tabindex: "0", "aria-label": name }, shown),
    button("Copy", copyThis, { class: "quiet", "aria-label": `Copy ${name}` }));
}

async function copy(text, pressed) {
  try {
    await navigator.clipboard.writeText(text);
    pressed.textContent = "Copied";
    setTimeout(() => (pressed.textContent = "Copy"), 1_500);
  } catch {
    // Only pages of this machine and of https may write there; any may select.
    getSelection().selectAllChildren(pressed.parentElement.querySelector("pre"));
  }
}
