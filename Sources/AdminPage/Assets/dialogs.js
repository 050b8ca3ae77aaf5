// What is asked of people, and what they are told.

import { el } from "./dom.js";
import { button } from "./parts.js";

/** Asks before what cannot be undone; resolves to whether to go on. */
export async function confirm(question, action) {
  return (await ask(el("p", {}, question), action, "danger")) !== null;
}

/** A dialog with a form; resolves to the form once it is sent, to null when it is dismissed. */
export function ask(content, action, kind = "primary") {
  return new Promise((resolve) => {
    let answer = null;
    const send = (event) => {
      event.preventDefault();
      answer = event.target;
      dialog.close();
    };
    const cancel = button("Cancel", () => dialog.close());
    const buttons = el("div", { class: "actions" }, cancel, el("button", { class: kind }, action));
    const dialog = el("dialog", { "aria-label": action }, el("form", { onsubmit: send }, content, buttons));
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
  const dismiss = button("×", () => notice.remove(), { "aria-label": "Dismiss" });
  const notice = el("p", { class: isError ? "notice error" : "notice" }, el("span", {}, text), dismiss);
  const notices = document.getElementById("notices");
  notices.append(notice);
  if (notices.childElementCount > 4) notices.firstElementChild.remove();
  if (!isError) setTimeout(() => notice.remove(), 4_000);
}

/** Does what a button is for and says what became of it; resolves to whether it was done. */
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
