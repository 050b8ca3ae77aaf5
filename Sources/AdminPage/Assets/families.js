// What the server says of the families: which paths there are, and what lies where. Nothing here knows any of them.

import { control } from "./api.js";

const details = new Map();
let latest = null;

/** All families in their groups; `isFresh` asks anew how many objects the tenant has. */
export async function overview({ tenant }, isFresh = false) {
  if (isFresh || !latest) latest = new Overview((await control("GET", "/families", { tenant })).groups);
  return latest;
}

/** One operation of a place with what it takes, which is asked for once. */
export async function whole(place, operation) {
  const { name } = place.family;
  if (!details.has(name)) details.set(name, await control("GET", `/families/${encodeURIComponent(name)}`));
  const own = details.get(name).paths.find(({ path }) => path === place.path);
  return own.operations.find(({ id }) => id === operation.id);
}

class Overview {
  constructor(groups) {
    this.groups = groups;
    this.places = groups.flatMap(({ families }) => families.flatMap((family) =>
      family.paths.map((place) => ({ ...place, family, parts: place.path.split("/") }))));
    /** Collections that lie below nothing, by their resource. */
    this.collections = new Map(this.places
      .filter(({ role, parts }) => role === "list" && !parts.some(isParameter))
      .map((place) => [place.resource, place]));
  }

  /** The place that an address is of; where two are, the one with more words of its own. */
  at(segments) {
    const found = this.places.filter(({ parts }) => parts.length === segments.length && isPrefix(segments, parts));
    return found.sort((one, other) => parameterCount(one) - parameterCount(other))[0] ?? null;
  }

  /** Whether there is anything at or below an address. */
  has(segments) {
    return this.places.some(({ parts }) => isPrefix(segments, parts));
  }

  /**
   * What lies below an address: `ways` to what can be read, `calls` that do something, and `forms`: ways that need
   * names which no list gives. What lies below one of these is left to it.
   */
  below(segments) {
    const all = this.places.filter(({ parts }) => parts.length > segments.length && isPrefix(segments, parts));
    const isFixed = ({ parts }) => !parts.slice(segments.length).some(isParameter);
    const ways = nearest(all.filter((place) => isFixed(place) && operation(place, "GET")));
    const isBehind = (place) => ways.some((way) => isBelow(place, way));
    const calls = all.filter((place) => isFixed(place) && isCall(place) && !isBehind(place));
    const forms = all.filter((place) => operation(place, "GET") && !isFixed(place) && !isBehind(place) &&
      !this.isListed(place.parts.slice(0, place.parts.findIndex((part, index) =>
        index >= segments.length && isParameter(part)))));
    return { ways, calls, forms: nearest(forms) };
  }

  /** Whether what comes next in a path is what a list shows. */
  isListed(parts) {
    const list = this.places.find((place) => place.path === parts.join("/") && operation(place, "GET"));
    return Boolean(list) && (list.role === "list" || Boolean(list.shows || this.itemOf(list)));
  }

  /** The place of one of a list. */
  itemOf(list) {
    return this.places.find((place) =>
      place.parts.length === list.parts.length + 1 && isParameter(place.parts.at(-1)) && isBelow(place, list));
  }

  /** The collection that a member names an object of: by what its resource says, or by a name such as `client_id`. */
  target(place, name) {
    const declared = this.collections.get(place.references?.[name]);
    if (declared) return declared;
    const stem = /^(.+)_id$/.exec(name)?.[1].replaceAll("_", "-");
    const named = this.collections.get(`${stem}s`);
    return named?.resource === place.resource ? null : named;
  }
}

function isParameter(part) {
  return part.startsWith("{");
}

function parameterCount({ parts }) {
  return parts.filter(isParameter).length;
}

/** Parameters stand for whatever an address has in their place. */
function isPrefix(segments, parts) {
  return segments.length <= parts.length &&
    segments.every((segment, index) => segment === parts[index] || isParameter(parts[index]));
}

/** Whether a place lies below another one; a parameter is the same by any name. */
function isBelow({ parts }, { parts: above }) {
  return above.length < parts.length &&
    above.every((part, index) => part === parts[index] || isParameter(part) && isParameter(parts[index]));
}

function nearest(places) {
  return places.filter((place) => !places.some((other) => isBelow(place, other)));
}

/** Where nothing can be read, something is done. */
function isCall(place) {
  return !operation(place, "GET");
}

/** The operation of a place with a method. */
export function operation(place, method) {
  return place.operations.find((each) => each.method === method);
}

/** A path's word as people write it: "Client grants". */
export function titled(word) {
  const words = word.replace(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
