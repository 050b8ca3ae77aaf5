// Lists of the Management API: all that one holds, and a view of it with a search.

import { manage } from "./api.js";
import { el } from "./dom.js";
import { hint, input, labelled, link, nothing, row, table } from "./parts.js";
import { count } from "./text.js";

const pageSize = 100;
/** More is not asked for; a search is among what is there. */
const itemsMax = 1_000;

/** What a list has, page by page, and how many there are. */
export async function all(path, member, { tenant }) {
  const joint = path.includes("?") ? "&" : "?";
  const items = [];
  let total = 0;
  let last;
  do {
    const page = items.length / pageSize;
    const answer = await manage("GET", `${path}${joint}per_page=${pageSize}&page=${page}`, { tenant });
    last = answer[member];
    items.push(...last);
    // Lists of actions leave it out where it is zero, and past the end.
    total = Math.max(total, answer.total ?? 0);
  } while (last.length === pageSize && items.length < Math.min(total, itemsMax));
  return { items, total };
}

/**
 * A view of a list: `member` names it in paths, answers and addresses.
 *
 * `cells(item, context)` gives what stands beside the name, `text(item)` what the search looks through.
 */
export function collection({ member, title, noun, columns, cells, text, placeholder }) {
  let words = "";
  const matches = (item) => {
    const own = text(item).toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => own.includes(word));
  };
  const list = (found, context) => table(title, ["Name", ...columns], found.map((item) =>
    row(item.id, link(context.link(context.tenant, member, item.id), item.name), cells(item, context))));

  function draw({ items, total }, context) {
    const found = items.filter(matches);
    const search = (event) => {
      words = event.target.value;
      context.draw();
    };
    const field = input("search", { type: "search", value: words, placeholder, oninput: search });
    return [
      el("h2", {}, title),
      el("div", { class: "bar" }, labelled("Search", field),
        el("p", { class: "count", role: "status" }, `${found.length} of ${count(total, noun)}`)),
      total === 0 ? invitation(member, context) : list(found, context),
      total > items.length && hint(`The first ${items.length} are shown.`),
    ];
  }

  return { load: (context) => all(`/actions/${member}`, member, context), draw };
}

function invitation(member, context) {
  const start = link(context.link(context.tenant, "start"), "Get started");
  return nothing(`This tenant has no ${member} yet. `, start, " tells how a client makes one.");
}
