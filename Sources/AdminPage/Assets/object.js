// Whatever lies at a path of the Management API: a list, an object, or what there is below.

import { el } from "./dom.js";
import { operation, overview, titled, whole } from "./families.js";
import { linked } from "./jsontext.js";
import { drawList, findItem, labelOf, loadList } from "./listing.js";
import { buttons } from "./operations.js";
import { copyable, form, input, labelled, link, section, title } from "./parts.js";

export async function load(context) {
  const families = await overview(context);
  const { path } = context;
  const place = families.at(path);
  if (!place && !families.has(path)) throw new Error(`The Management API has no path ${path.join("/")}.`);
  return { families, place, path, ...(place ? await read(place, families, context) : {}) };
}

async function read(place, families, context) {
  const get = operation(place, "GET");
  const at = pathOf(context.path);
  if (!get) return place.role === "item" ? fromList(families, context) : {};
  const { query } = await whole(place, get);
  try {
    const list = await loadList(at, place, query?.members ?? [], context);
    return list.items ? { list, query: query?.members ?? [] } : { value: list.answer };
  } catch (error) {
    if (!error.status || error.status >= 500) throw error;
    const isList = place.role === "list" || query?.members?.some(({ name }) => name === "page" || name === "take");
    const list = { names: new Set(query?.members?.map(({ name }) => name)), items: [], refusal: error.message };
    return isList ? { list, query: query?.members ?? [] } : { refusal: error.message };
  }
}

/** An object that only its list shows. */
async function fromList(families, context) {
  const path = context.path.slice(0, -1);
  const place = families.at(path);
  const get = place && operation(place, "GET");
  if (!get) return {};
  const { query } = await whole(place, get);
  const value = await findItem(context.path.at(-1), pathOf(path), place, query?.members ?? [], families, context);
  return value ? { value } : { refusal: "The list has no such object." };
}

/** The path below `/api/v2`. */
export function pathOf(segments) {
  return `/${segments.map(encodeURIComponent).join("/")}`;
}

export function draw(loaded, context) {
  const { families, place, path, value, list, query, refusal } = loaded;
  const isObject = place?.role === "item";
  const name = isObject ? labelOf(value) ?? path.at(-1) : titled(path.at(-1));
  return [
    crumbs(path, families, context),
    // Another place is another element, so that the focus goes to what was opened.
    el("div", { "data-key": path.join("/") },
      title(name, null, ...(place ? buttons(place, loaded, name, context) : [])),
      list ? drawList(list, place, query, families, context)
        : refusal ? el("p", { class: "refusal" }, refusal)
          : value !== undefined && drawValue(value, place, families, context),
      !place && itself(path, families, context),
      drawBelow(loaded, context)),
  ];
}

function crumbs(path, families, context) {
  const ways = path.slice(0, -1).map((segment, index) => {
    const before = path.slice(0, index + 1);
    return [" / ", families.has(before) ? link(context.link(context.tenant, "objects", ...before), segment) : segment];
  });
  return el("p", { class: "crumb" }, link(context.link(context.tenant, "objects"), "Objects"), ways);
}

function drawValue(value, place, families, context) {
  const hrefOf = (name, text) => {
    const target = families.target(place, name);
    return target && context.link(context.tenant, "objects", ...target.parts, text);
  };
  return copyable(JSON.stringify(value, null, 2), "the object", linked(value, hrefOf));
}

/** What is listed here and lies elsewhere. */
function itself(path, families, context) {
  const target = families.collections.get(families.at(path.slice(0, -1))?.shows);
  const href = target && context.link(context.tenant, "objects", ...target.parts, path.at(-1));
  return href && el("p", {}, link(href, "The object itself"));
}

function drawBelow({ families, path }, context) {
  const { ways, calls, forms } = families.below(path);
  const rest = ({ parts }) => parts.slice(path.length);
  const items = ways.map((place) => el("li", { "data-key": place.path },
    link(context.link(context.tenant, "objects", ...path, ...rest(place)), rest(place).map(titled).join(" / "))));
  const others = calls.flatMap((place) =>
    buttons(place, { path: [...path, ...rest(place)], isCall: true }, rest(place).map(titled).join(" / "), context));
  return [
    items.length > 0 && section("below", "More of it", el("ul", { class: "ways" }, items)),
    forms.length > 0 && section("forms", "By name", forms.map((place) => drawForm(place, rest(place), path, context))),
    others.length > 0 && section("calls", "What else it can do", el("div", { class: "bar calls" }, others)),
  ];
}

/** A way that needs names: one field for each. */
function drawForm(place, rest, path, context) {
  const isField = (part) => part.startsWith("{");
  const go = (form) => {
    const filled = rest.map((part) => (isField(part) ? form.elements[`${place.path}:${part}`].value.trim() : part));
    location.hash = context.link(context.tenant, "objects", ...path, ...filled);
  };
  const words = rest.filter((part) => !isField(part)).map(titled).join(" / ") || titled(path.at(-1));
  const fields = rest.filter(isField).map((part) =>
    labelled(`${words}: ${part.slice(1, -1)}`, input(`${place.path}:${part}`, { required: true })));
  return form(go, fields, el("button", { "aria-label": `Open ${words}` }, "Open"));
}
