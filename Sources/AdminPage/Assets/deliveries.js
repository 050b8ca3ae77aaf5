// What the tenant's streams have told, or would have.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { badge, button, copyable, link, nothing, row, table } from "./parts.js";
import { count, timeOfDay } from "./text.js";

const kinds = { success: "good", failed: "bad", pending: "warn" };

export async function load({ tenant }) {
  return (await control("GET", "/deliveries", { tenant })).deliveries.reverse();
}

export function draw(deliveries, context) {
  const columns = ["What", "State", "Time", "Attempts", "Stream", "Content"];
  return [
    el("h2", {}, "Deliveries"),
    el("div", { class: "bar" },
      el("p", { class: "count", role: "status" }, count(deliveries.length, "delivery", "deliveries")),
      button("Forget all", () => forget(context))),
    deliveries.length
      ? table("Deliveries", columns, deliveries.map((one) => drawDelivery(one, context)))
      : nothing("What event streams and log streams tell appears here. Only whom --deliver-to names is called."),
  ];
}

function drawDelivery({ id, stream, status, attempts, event, log }, context) {
  const { type, description } = event ?? log ?? {};
  const time = event?.time ?? log?.date ?? log?.data?.date;
  const place = context.link(context.tenant, "objects", event ? "event-streams" : "log-streams", stream);
  return row(`${stream}/${id}`, type ?? log?.data?.type ?? id, [
    badge(status, kinds[status] ?? "plain"), time ? el("time", { datetime: time }, timeOfDay(Date.parse(time))) : "",
    String(attempts?.length ?? 0), link(place, stream),
    el("details", {}, el("summary", {}, description ?? "JSON"),
      copyable(JSON.stringify({ attempts, ...(event ?? log) }, null, 2), `the content of ${id}`)),
  ]);
}

async function forget({ tenant, refresh }) {
  await attempt(() => control("DELETE", "/deliveries", { tenant }));
  refresh();
}
