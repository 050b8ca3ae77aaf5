// Mail and texts that the tenant would have sent.

import { control } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { button, link, nothing, row, table } from "./parts.js";
import { count, timeOfDay } from "./text.js";

export async function load({ tenant }) {
  return (await control("GET", "/messages", { tenant })).messages.reverse();
}

export function draw(messages, context) {
  return [
    el("h2", {}, "Messages"),
    el("div", { class: "bar" },
      el("p", { class: "count", role: "status" }, count(messages.length, "message")),
      button("Forget all", () => forget(context))),
    messages.length
      ? table("Messages", ["Time", "Kind", "To", "Code", "Link"], messages.map((one) => drawMessage(one, context)))
      : nothing("Mail and texts that the tenant would have sent appear here. Nothing is ever sent."),
  ];
}

function drawMessage({ id, kind, to, user_id: user, sent_at: time, code, link: address }, context) {
  const recipient = user ? link(context.link(context.tenant, "objects", "users", user), to) : to;
  // Where it leads is a client's to say: only the web is followed.
  const isWeb = /^https?:\/\//.test(address ?? "");
  return row(id, el("time", { datetime: time }, timeOfDay(Date.parse(time))), [
    kind, recipient, code ? el("code", {}, code) : "",
    isWeb ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address }, "Follow")
      : address ?? "",
  ]);
}

async function forget({ tenant, refresh }) {
  await attempt(() => control("DELETE", "/messages", { tenant }));
  refresh();
}
