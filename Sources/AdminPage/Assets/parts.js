// Parts that views have in common.

import { el } from "./dom.js";

let serial = 0;

/** A label with its field; `hint` stands below. */
export function labelled(text, field, hint) {
  field.id ||= `field-${field.dataset.key ?? (serial += 1)}`;
  return el("div", { class: "field" }, el("label", { for: field.id }, text), field, hint && el("p", { class: "hint" }, hint));
}

/** A choice among values; an option is a value, or a value and its words. */
export function choice(key, options, value, onchange) {
  const items = options.map((option) => [option].flat()).map(([own, words]) => el("option", { value: String(own) }, words ?? own));
  return el("select", { "data-key": key, value, onchange: (event) => onchange?.(event.target.value) }, items);
}

export function button(text, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, text);
}

/** A word with a colour; the word says it all. */
export function badge(text, kind) {
  return el("span", { class: `badge ${kind}` }, text);
}

/** Text as a program has it, with a button that copies it. */
export function copyable(text, name) {
  const block = el("pre", { tabindex: "0", "aria-label": name }, text);
  return el("div", { class: "copyable" }, block, button("Copy", (event) => copy(text, event.target), { "aria-label": `Copy ${name}` }));
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

/** Names and values: `[["status", 200], …]`; those without a value are left out. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value != null && value !== "");
  return el("dl", {}, known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** A table with a heading for each column; `rows` are made by `row`. */
export function table(name, columns, rows) {
  const heads = columns.map((column) => el("th", { scope: "col" }, column));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name },
    el("table", {}, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows)));
}

export function row(key, cells, attributes = {}) {
  return el("tr", { "data-key": key, ...attributes }, cells.map((cell) => (cell?.localName === "th" ? cell : el("td", {}, cell))));
}

/** What stands in place of a list that is empty. */
export function nothing(...words) {
  return el("p", { class: "nothing" }, words);
}

/** Asks before what cannot be undone; resolves to whether to go on. */
export function confirm(question, action) {
  return ask(el("p", {}, question), action, "danger").then((form) => form != null);
}

/** A dialog with a form; resolves to the form once it is sent, to null when it is dismissed. */
export function ask(content, action, kind = "primary") {
  return new Promise((resolve) => {
    let answer = null;
    const form = el("form", { onsubmit: (event) => {
      event.preventDefault();
      answer = form;
      dialog.close();
    } }, content, el("div", { class: "actions" },
      button("Cancel", () => dialog.close()), el("button", { class: kind }, action)));
    const dialog = el("dialog", { "aria-label": action }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Tells of something that was done or refused; errors stay until they are dismissed. */
export function notify(text, isError = false) {
  const notice = el("p", { class: isError ? "notice error" : "notice" }, el("span", {}, text),
    button("×", () => notice.remove(), { "aria-label": "Dismiss" }));
  const notices = document.getElementById("notices");
  notices.append(notice);
  if (notices.childElementCount > 4) notices.firstElementChild.remove();
  if (!isError) setTimeout(() => notice.remove(), 4_000);
}

/** Runs what a button is for; says what became of it. */
export async function attempt(work, words) {
  try {
    await work();
    if (words) notify(words);
    return true;
  } catch (error) {
    notify(error.status ? `${error.message} (${error.status})` : error.message, true);
    return false;
  }
}
