// The tenant's own log, as the service would keep it.

import { control, manage } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { badge, button, input, labelled, link, nothing, row, table } from "./parts.js";
import { count, timeOfDay } from "./text.js";

let words = "";

export async function load({ tenant }) {
  const [settings, logs] = await Promise.all([
    control("GET", "/settings", { tenant }), manage("GET", "/logs?per_page=100&sort=date:-1", { tenant }),
  ]);
  return { isOn: settings.tenant_logs, logs };
}

export function draw({ isOn, logs }, context) {
  const asked = words.toLowerCase().split(/\s+/);
  const found = logs.filter((entry) => {
    const text = JSON.stringify(entry).toLowerCase();
    return asked.every((word) => text.includes(word));
  });
  const search = (event) => {
    words = event.target.value;
    context.draw();
  };
  return [
    el("h2", {}, "Logs"),
    el("div", { class: "bar" },
      labelled("Search", input("search", { type: "search", value: words, placeholder: "type, client, user, path",
        oninput: search })),
      el("p", { class: "count", role: "status" }, `${found.length} of ${count(logs.length, "entry", "entries")}`),
      button(isOn ? "Keep no more" : "Keep changes and tokens", () => keep(!isOn, context))),
    logs.length
      ? table("Logs", ["Time", "Type", "What", "Client", "User"], found.map((entry) => drawEntry(entry, context)))
      : nothing(isOn ? "Nothing has happened yet."
        : "Changes and tokens are kept only where the tenant does so, as with --tenant-logs on."),
  ];
}

function drawEntry({ log_id: id, date, type, description, client_name: client, user_id: user }, context) {
  const object = (...path) => context.link(context.tenant, "objects", ...path);
  const isFailure = type.startsWith("f");
  return row(id, el("time", { datetime: date }, timeOfDay(Date.parse(date))), [
    badge(type, isFailure ? "bad" : "plain"),
    link(object("logs", id), description ?? type), client ?? "", user ? link(object("users", user), user) : "",
  ]);
}

async function keep(isOn, { tenant, refresh }) {
  await attempt(() => control("PATCH", "/settings", { tenant, body: { tenant_logs: isOn } }),
    isOn ? "Changes and tokens are kept from now on." : "No more are kept.");
  refresh();
}
