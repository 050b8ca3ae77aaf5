// A dialog to write JSON in. What is refused stays, beside the service's words.

import { confirm } from "./dialogs.js";
import { el, show } from "./dom.js";
import { button, copyable, hint } from "./parts.js";
import { lineOf, lineOfSyntax } from "./jsontext.js";

/**
 * Asks for a value until `send(value)` is content with it; resolves to `{ answer }`, or to null when it is left.
 *
 * `members` are those that the operation takes, told to whoever asks.
 */
export function edit({ title, action, text, words, members = [], send }) {
  return new Promise((resolve) => {
    let result = null;
    let isSending = false;
    let isAsking = false;
    const refusal = el("div", { class: "refusal", id: "refusal", role: "alert", tabindex: "0" });
    const gutter = el("pre", { class: "gutter", "aria-hidden": "true" });
    const area = el("textarea", {
      name: "json", "aria-label": "JSON", "aria-describedby": "refusal", spellcheck: "false", wrap: "off",
      autocapitalize: "off", autocomplete: "off",
      oninput: () => number([]),
    });
    area.value = text;
    area.addEventListener("keydown", ({ key, ctrlKey, metaKey, repeat }) => {
      if (key === "Enter" && (ctrlKey || metaKey) && !repeat) area.form.requestSubmit();
    });
    function number(marked) {
      const lines = area.value.split("\n");
      area.rows = lines.length + 1;
      show(gutter, lines.map((_, index) =>
        marked.includes(index) ? el("mark", {}, `${index + 1}\n`) : `${index + 1}\n`));
    }
    function refuse(problems) {
      const lines = problems.map(({ line }) => line).filter((line) => line !== null);
      number(lines);
      area.setAttribute("aria-invalid", "true");
      show(refusal, problems.map(({ words, line }) =>
        el("p", {}, line === null ? words : `Line ${line + 1}: ${words}`)));
      area.focus();
      if (lines.length) select(area, lines[0]);
    }
    async function submit(event) {
      event.preventDefault();
      if (isSending) return;
      let value;
      try {
        value = area.value.trim() ? JSON.parse(area.value) : undefined;
      } catch (error) {
        return refuse([{ words: error.message, line: lineOfSyntax(error.message, area.value) }]);
      }
      setSending(true);
      try {
        result = { answer: await send(value) };
        dialog.close();
      } catch (error) {
        setSending(false);
        // The service names one problem after the other.
        const message = error.status ? `${error.message} (${error.status})` : error.message;
        refuse(message.split(" (also) ").map((words) => ({ words, line: lineOf(words, area.value) })));
      }
    }
    async function leave(event) {
      event.preventDefault();
      if (isSending || isAsking) return;
      isAsking = true;
      const mayLeave = area.value === text || await confirm("Leave without what you wrote?", "Leave");
      isAsking = false;
      if (mayLeave) dialog.close();
    }
    function setSending(is) {
      isSending = is;
      go.disabled = is;
      cancel.disabled = is;
      // Not on a button that is disabled, where keys get lost.
      if (is) area.focus();
    }
    const go = el("button", { class: "primary" }, action);
    const cancel = button("Cancel", leave);
    const buttons = el("div", { class: "actions" }, cancel, go);
    const dialog = el("dialog", { "aria-label": title, class: "editor" },
      el("form", { onsubmit: submit }, el("h2", {}, title), words && hint(words),
        el("div", { class: "code" }, gutter, area), refusal, members.length > 0 && drawMembers(members), buttons));
    dialog.addEventListener("cancel", leave);
    // A browser heeds what becomes of a cancel only once for each thing that a person does; a key's it always heeds.
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) leave(event);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    number([]);
    dialog.showModal();
    area.focus();
    area.setSelectionRange(0, 0);
  });
}

function select(area, line) {
  const before = area.value.split("\n").slice(0, line).join("\n");
  const start = line ? before.length + 1 : 0;
  const end = area.value.indexOf("\n", start);
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
}

function drawMembers(members) {
  const items = members.map(({ name, type, required }) =>
    el("li", {}, el("code", {}, name), ` ${type}${required ? ", a must" : ""}`));
  return el("details", {}, el("summary", {}, "What it takes"), el("ul", {}, items));
}

/** Shows what an operation answered, where that is something. */
export function tell(title, answer) {
  if (answer === "" || answer === undefined) return;
  const text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 2);
  const close = el("div", { class: "actions" }, button("Close", () => dialog.close(), { class: "primary" }));
  const dialog = el("dialog", { "aria-label": title, class: "editor" }, el("h2", {}, title),
    copyable(text, "the answer"), close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
