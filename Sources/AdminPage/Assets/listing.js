// A list of the Management API, page by page in the list's own way, with a search.

import { manage } from "./api.js";
import { el } from "./dom.js";
import { button, hint, input, labelled, link, nothing, row, table, when } from "./parts.js";
import { count } from "./text.js";

const pageSize = 50;
/** So many are looked through at once. */
const searchedMax = 1_000;
/** Members that tell people which object it is, the best first. */
const labels = [
  "name", "display_name", "displayName", "friendly_name", "email", "domain", "identifier", "client_name", "template",
  "description", "subject", "type", "kid",
];
/** Members of an envelope beside the items. */
const envelope = ["total", "start", "limit", "length", "next", "page", "per_page"];

/** What a person has asked of each list, by its address: words, what the query must have, and the pages up to here. */
const states = new Map();

function stateOf({ tenant, path }) {
  const key = JSON.stringify([tenant, path]);
  if (!states.has(key)) states.set(key, { words: "", asked: {}, pages: [null], most: searchedMax });
  return states.get(key);
}

/** Whether an answer is a list, and its items; null for an object. */
function itemsOf(answer, place) {
  if (Array.isArray(answer) && (place.role !== "singleton" || typeof answer[0] === "object")) return answer;
  if (place.role === "singleton" || place.role === "item" || place.role === "keyed") return null;
  const entries = Object.entries(answer ?? {});
  const lists = entries.filter(([, value]) => Array.isArray(value));
  const isEnveloped = lists.length === 1 && entries.every(([name]) => name === lists[0][0] || envelope.includes(name));
  return isEnveloped ? lists[0][1] : null;
}

/** What people call an object. */
export function labelOf(item) {
  return labels.map((name) => item?.[name]).find((text) => typeof text === "string" && text !== "");
}

/** What names an item in paths. */
export function idOf(item, place, families) {
  const parameter = families.itemOf(place)?.parts.at(-1).slice(1, -1);
  const shown = families.collections.get(place.shows);
  const own = [place.id, shown?.id, parameter, "id", "_id"].map((name) => item?.[name]);
  return own.find((id) => typeof id === "string");
}

/** One page, or what a search finds; the answer itself where it is no list. `query` has the names that it takes. */
export async function loadList(path, place, query, context) {
  const state = stateOf(context);
  const names = new Set(query.map(({ name }) => name));
  const open = query.filter(({ name, required }) => required && !state.asked[name]);
  if (open.length) return { names, items: [], isOpen: true };
  const get = (page, extra = {}) =>
    manage("GET", `${path}?${new URLSearchParams({ ...state.asked, ...pageQuery(names, page), ...extra })}`, context);
  if (state.words && !asksAPI(state.words, names, place)) {
    return { names, ...(await searched(get, names, place, state)) };
  }
  const answer = await get(state.pages.at(-1), state.words ? { q: asQuery(state.words) } : {});
  const items = itemsOf(answer, place);
  return items ? { names, items, total: answer.total, next: nextOf(answer, items, names, state.pages.at(-1)) }
    : { names, answer };
}

/** Lists that page by number say how many there are; others say where the next page begins. */
function pageQuery(names, page) {
  if (names.has("page")) {
    const totals = names.has("include_totals") ? { include_totals: "true" } : {};
    return { page: String(page ?? 0), per_page: String(pageSize), ...totals };
  }
  if (names.has("take")) return { take: String(pageSize), ...(page === null ? {} : { from: page }) };
  return {};
}

/** The page that follows; null for the last. */
function nextOf(answer, items, names, page) {
  if (!names.has("page")) return answer.next ?? null;
  const number = page ?? 0;
  const isLast = answer.total === undefined ? items.length < pageSize : (number + 1) * pageSize >= answer.total;
  return isLast ? null : number + 1;
}

/** One item of a list that shows it alone; undefined where none of the first is it. */
export async function findItem(id, path, place, query, families, context) {
  const names = new Set(query.map(({ name }) => name));
  const get = (page) => manage("GET", `${path}?${new URLSearchParams(pageQuery(names, page))}`, context);
  return (await all(get, names, place)).items.find((item) => idOf(item, place, families) === id);
}

async function searched(get, names, place, { words, most }) {
  const { items, isCut } = await all(get, names, place, most);
  const asked = words.toLowerCase().split(/\s+/);
  const found = items.filter((item) => {
    const text = JSON.stringify(item).toLowerCase();
    return asked.every((word) => text.includes(word));
  });
  return { items: found, searched: items.length, isCut };
}

/** The items of all pages, and whether there are more than are looked through. */
async function all(get, names, place, most = searchedMax) {
  const items = [];
  let page = null;
  do {
    const answer = await get(page);
    const some = itemsOf(answer, place) ?? [];
    items.push(...some);
    page = nextOf(answer, some, names, page);
  } while (page !== null && items.length < most);
  return { items, isCut: page !== null };
}

/** Whether the API's own search is asked: for words where it knows any, for a member's value wherever there is one. */
function asksAPI(words, names, place) {
  return names.has("q") && (place.searched || words.includes(":"));
}

/** Words as the API's own search has them: each finds what begins with it, and who knows the language may write it. */
function asQuery(words) {
  return /[:*"()]/.test(words) ? words : words.trim().split(/\s+/).map((word) => `${word}*`).join(" ");
}

export function drawList(list, place, query, families, context) {
  const state = stateOf(context);
  const change = (change) => {
    Object.assign(state, change, { pages: [null] });
    context.refresh();
  };
  const ask = (name) => (event) => change({ asked: { ...state.asked, [name]: event.target.value } });
  const must = query.filter(({ required }) => required).map(({ name }) =>
    labelled(name, input(`ask-${name}`, { value: state.asked[name] ?? "", oninput: ask(name) })));
  const search = input("search", {
    type: "search", value: state.words, placeholder: list.names.has("q") ? "words, or the API's member:value" : "words",
    oninput: (event) => change({ words: event.target.value, most: searchedMax }),
  });
  return [
    el("div", { class: "bar" }, must, !list.isOpen && labelled("Search", search),
      el("p", { class: "count", role: "status" }, told(list, state))),
    list.refusal ? el("p", { class: "refusal" }, list.refusal)
      : list.items.length ? drawItems(list.items, place, families, context) : nothing(whyNone(list, state)),
    list.isCut && el("div", { class: "bar" }, hint(`The first ${list.searched} were looked through.`),
      button("Look further", () => change({ most: list.searched + searchedMax }), { "data-key": "further" })),
    drawPager(list, state, context),
  ];
}

function whyNone({ isOpen }, { words }) {
  if (isOpen) return "It must be told what to look for.";
  return words ? "Nothing is like that." : "There is none.";
}

function told({ items, total, searched, isOpen, refusal }, { pages }) {
  if (isOpen || refusal) return "";
  if (searched !== undefined) return `${items.length} of ${searched}`;
  const shown = count(items.length, "object");
  const isAll = pages.length === 1 && !(total > items.length);
  return isAll ? shown : `${shown}${total ? ` of ${total}` : ""}, page ${pages.length}`;
}

function drawItems(items, place, families, context) {
  const changeOf = (item) => item?.updated_at ?? item?.created_at;
  const areDated = items.some(changeOf);
  const rows = items.map((item, index) => {
    const id = idOf(item, place, families);
    const label = labelOf(item) ?? id ?? JSON.stringify(item).slice(0, 80);
    const href = id && hrefOf(id, place, families, context);
    const changed = areDated ? [changeOf(item) && when(changeOf(item))] : [];
    return row(id ?? String(index), href ? link(href, label) : label,
      [id && id !== label ? el("code", {}, id) : "", ...changed]);
  });
  return table("Objects", ["Name", "Id", ...(areDated ? ["Changed"] : [])], rows);
}

function hrefOf(id, place, families, context) {
  const own = [...context.path, id];
  const shown = families.collections.get(place.shows) ?? families.target(place, place.id ?? "");
  if (families.has(own)) return context.link(context.tenant, "objects", ...own);
  return shown ? context.link(context.tenant, "objects", ...shown.parts, id) : null;
}

function drawPager({ next }, state, context) {
  const go = (pages) => {
    state.pages = pages;
    context.refresh();
  };
  const isFirst = state.pages.length === 1;
  if (isFirst && (next ?? null) === null) return null;
  return el("div", { class: "bar" },
    button("Previous page", () => go(state.pages.slice(0, -1)), { disabled: isFirst, "data-key": "previous" }),
    button("Next page", () => go([...state.pages, next]), { disabled: (next ?? null) === null, "data-key": "next" }));
}
