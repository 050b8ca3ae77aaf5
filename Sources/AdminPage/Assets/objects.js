// All that a tenant holds, by the groups of the vendor's dashboard.

import { el } from "./dom.js";
import { operation, overview, titled } from "./families.js";
import { input, labelled, link, nothing } from "./parts.js";
import { count } from "./text.js";

let words = "";

export function load(context) {
  return overview(context, true);
}

export function draw({ groups }, context) {
  const asked = words.toLowerCase().split(/\s+/);
  const isAsked = (group, family) => {
    const text = `${group.name} ${titled(family.name)} ${family.paths.map(({ path }) => path)}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  };
  const shown = groups.map((group) => ({ ...group, families: group.families.filter((one) => isAsked(group, one)) }))
    .filter(({ families }) => families.length);
  const search = (event) => {
    words = event.target.value;
    context.draw();
  };
  const found = shown.reduce((sum, { families }) => sum + families.length, 0);
  return [
    el("h2", {}, "Objects"),
    el("div", { class: "bar" },
      labelled("Search", input("search", { type: "search", value: words, placeholder: "family, group or path",
        oninput: search })),
      el("p", { class: "count", role: "status" }, count(found, "family", "families"))),
    shown.length ? el("div", { class: "groups" }, shown.map((group) => drawGroup(group, context)))
      : nothing("There is no such family."),
  ];
}

function drawGroup({ name, families }, context) {
  const id = `group-${name.toLowerCase().replace(/\W+/g, "-")}`;
  const items = families.map((family) => el("li", { "data-key": family.name },
    link(context.link(context.tenant, "objects", family.name), titled(family.name)),
    el("span", { class: "hint" }, held(family))));
  return el("section", { "aria-labelledby": id, "data-key": id }, el("h3", { id }, name), el("ul", {}, items));
}

/** How much there is of a family, where somebody counts. */
function held({ paths }) {
  const sum = paths.reduce((sum, { count = 0 }) => sum + count, 0);
  if (sum) return count(sum, "object");
  return paths.some((place) => place.role === "singleton" && operation(place, "PATCH")) ? "settings" : "";
}
