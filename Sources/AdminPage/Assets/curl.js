// A kept request as a command that sends it again.

import { quoted } from "./text.js";

/** What curl adds by itself, or must not be told. */
const ownFields = [
  "host", "content-length", "connection", "accept-encoding", "transfer-encoding", "expect", "user-agent", "accept",
];

/** The command; in place of a token, which is never shown, stands a variable. */
export function curl({ method, absoluteUrl, headers, body }) {
  const option = { GET: "-i", HEAD: "-I" }[method] ?? `-i -X ${method}`;
  const lines = [`curl ${option} ${quoted(absoluteUrl)}`];
  for (const [name, values] of Object.entries(headers)) {
    if (ownFields.includes(name.toLowerCase())) continue;
    for (const value of [values].flat()) {
      const isBearer = name.toLowerCase() === "authorization" && /^bearer /i.test(value);
      lines.push(isBearer ? `-H "Authorization: Bearer \${TOKEN:-any}"` : `-H ${quoted(`${name}: ${value}`)}`);
    }
  }
  if (body) lines.push(`--data-binary ${quoted(body)}`);
  return lines.join(" \\\n  ");
}
