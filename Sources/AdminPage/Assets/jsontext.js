// JSON as people read it: with links where it names other objects, and with the line that a refusal is about.

import { el } from "./dom.js";

/** The parts of a value's text; `hrefOf(name, text)` tells where a member's text leads to. */
export function linked(value, hrefOf, name = "", indent = "") {
  if (typeof value === "string") {
    const href = hrefOf(name, value);
    return href ? [el("a", { href }, JSON.stringify(value))] : [JSON.stringify(value)];
  }
  if (value === null || typeof value !== "object" || !Object.keys(value).length) return [JSON.stringify(value)];
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).flatMap(([key, item], index) =>
    [`${index ? "," : ""}\n${inner}${isList ? "" : `${JSON.stringify(key)}: `}`,
      ...linked(item, hrefOf, isList ? name : key, inner)]);
  return joined([isList ? "[" : "{", ...parts, `\n${indent}${isList ? "]" : "}"}`]);
}

function joined(parts) {
  return parts.reduce((all, part) => {
    if (typeof part === "string" && typeof all.at(-1) === "string") all.push(all.pop() + part);
    else all.push(part);
    return all;
  }, []);
}

/** The line, from 0, that a refusal's words are about: a property's by its path; null where they name none. */
export function lineOf(message, text) {
  const at = /on property ([^\s,]+?)[.,]?(?:\s|$)/.exec(message)?.[1];
  const foreign = /Additional properties not allowed: ([^',]+)/.exec(message)?.[1];
  const names = [...(at?.split(/[.[\]]+/) ?? []), foreign].filter((name) => name && !/^\d+$/.test(name));
  const lines = text.split("\n");
  let line = -1;
  for (const name of names) {
    const next = lines.findIndex((each, index) => index > line && each.includes(`${JSON.stringify(name)}:`));
    if (next >= 0) line = next;
  }
  return line < 0 ? null : line;
}

/** The line at which a parser gave up, by its words; null where they tell of none. */
export function lineOfSyntax(message, text) {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line) - 1;
  const position = /position (\d+)/.exec(message)?.[1];
  if (position) return text.slice(0, Number(position)).split("\n").length - 1;
  return /end of JSON/i.test(message) ? text.split("\n").length - 1 : null;
}
