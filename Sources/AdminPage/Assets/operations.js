// What can be done at a path, beside looking: each operation a button, and its content written as JSON.

import { manage } from "./api.js";
import { ask, attempt, confirm, notify } from "./dialogs.js";
import { el } from "./dom.js";
import { edit, tell } from "./editor.js";
import { operation, titled, whole } from "./families.js";
import { idOf } from "./listing.js";
import { button, choice, input, labelled } from "./parts.js";

const empty = { string: "", array: [], boolean: false, object: {}, number: 0, integer: 0 };

/** Buttons for all operations of a place but reading; `loaded` is what was read there. */
export function buttons(place, loaded, name, context) {
  return place.operations.filter(({ method }) => method !== "GET").map((each) => {
    const words = wordsOf(each, place, loaded);
    const isDangerous = each.method === "DELETE";
    return button(words, () => perform(each, place, loaded, { name, words }, context), {
      "data-key": each.id, class: isDangerous ? "danger" : each.method === "POST" && loaded.list ? "primary" : null,
    });
  });
}

function wordsOf({ id, method, content, summary }, place, { list, isCall }) {
  const told = summary || titled(id);
  if (isCall && method !== "DELETE") return told;
  if (method === "POST") return list ? (place.shows ? "Add" : "Create") : place.role === "other" ? told : "Create";
  if (method === "PATCH") return "Edit";
  if (method === "PUT") return operation(place, "PATCH") ? "Replace" : "Edit";
  return content !== "none" ? "Remove" : list ? "Delete all" : "Delete";
}

async function perform(each, place, loaded, { name, words }, context) {
  const { families, path, value, list, isCall } = loaded;
  const at = `/${path.map(encodeURIComponent).join("/")}`;
  const { body = {}, query } = await whole(place, each);
  const needs = query?.members?.filter(({ required }) => required) ?? [];
  const send = (body, asked) => {
    const search = needs.length ? `?${new URLSearchParams(asked)}` : "";
    return manage(each.method, at + search, { tenant: context.tenant, body });
  };
  const done = (answer) => {
    notify(`${words}: done.`);
    if (each.method === "POST" && (isCall || place.role === "other" && !list)) tell(words, answer);
    const up = each.method === "DELETE" && place.role === "item" ? path.slice(0, -1) : null;
    const made = each.method === "POST" && list && families.itemOf(place) ? idOf(answer, place, families) : null;
    if (up) location.hash = context.link(context.tenant, "objects", ...up);
    else if (made) location.hash = context.link(context.tenant, "objects", ...path, made);
    else context.refresh();
  };
  if (each.content === "none" || each.content === "multipart") {
    const isUpload = each.content === "multipart";
    const members = isUpload ? body.members : needs;
    const question = each.method === "DELETE" ? `${words}: ${name}?` : `${words}?`;
    const form = members.length
      ? await ask([el("p", {}, question), members.map(field)], words, each.method === "DELETE" ? "danger" : "primary")
      : await confirm(question, words);
    if (!form) return;
    let answer;
    if (await attempt(async () => (answer = await (isUpload ? send(filled(form)) : send(undefined, filled(form)))))) {
      done(answer);
    }
    return;
  }
  const base = startOf(each, body, list ? undefined : value);
  const isPatch = each.method === "PATCH" && !list && isObject(value);
  const result = await edit({
    title: `${words}: ${name}`, action: words, text: JSON.stringify(base, null, 2), members: body.members,
    words: isPatch && "Sent is what you change; a member that you take out is sent as null.",
    send: (written) => send(isPatch ? changes(base, written) : written),
  });
  if (result) done(result.answer);
}

/** A field for a member of a query or of a form. */
function field({ name, type, required, file }) {
  return labelled(name, type === "boolean" ? choice(name, ["", "true", "false"])
    : input(name, { required, type: file ? "file" : "text" }));
}

/** What was given in a form's fields; nothing where there were none. */
function filled(form) {
  const data = new FormData(form === true ? undefined : form);
  for (const [name, value] of [...data]) if (value === "") data.delete(name);
  return data;
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** What the editor begins with: of an object what the operation takes, or else what it cannot do without. */
function startOf({ method }, { type, members = [] }, value) {
  const isChange = method === "PATCH" || method === "PUT";
  if (isChange && Array.isArray(value)) return value;
  if (isChange && isObject(value)) {
    const taken = Object.entries(value).filter(([name]) => !members.length || members.some((one) => one.name === name));
    if (taken.length) return Object.fromEntries(taken);
  }
  if (type === "array") return [];
  const musts = members.filter(({ required }) => required);
  return Object.fromEntries(musts.map(({ name, type }) => [name, empty[type] ?? ""]));
}

function changes(base, written) {
  if (!isObject(written)) return written;
  const isSame = (name) => JSON.stringify(base[name]) === JSON.stringify(written[name]);
  const names = [...new Set([...Object.keys(base), ...Object.keys(written)])].filter((name) => !isSame(name));
  if (!names.length) throw new Error("Nothing is different.");
  return Object.fromEntries(names.map((name) => [name, written[name] ?? null]));
}
