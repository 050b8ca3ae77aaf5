// How a client finds this server.

import { control, download } from "./api.js";
import { attempt } from "./dialogs.js";
import { el } from "./dom.js";
import { button, choice, copyable, facts, hint, labelled, link, section } from "./parts.js";
import { quoted } from "./text.js";

let chosen = { client: "node", format: "sh" };

export async function load({ tenant }) {
  const variablesAs = (format) => control("GET", `/env?client=${chosen.client}&format=${format}`, { tenant });
  const [choices, text, variables] = await Promise.all(
    [control("GET", "/env"), variablesAs(chosen.format), variablesAs("json")]);
  return { choices, text: typeof text === "string" ? text : JSON.stringify(text, null, 2), variables };
}

export function draw({ choices, text, variables }, context) {
  const choose = (change) => {
    chosen = { ...chosen, ...change };
    context.refresh();
  };
  return [
    el("h2", {}, "Get started"),
    facts([
      ["http", el("code", {}, variables.LOCALTENANT_URL)],
      ["https", el("code", {}, variables.LOCALTENANT_HTTPS_URL ?? "off")],
      ["CA", el("code", {}, variables.LOCALTENANT_CA_FILE ?? "in no file")],
      ["Tenant", context.tenant],
    ]),
    section("variables", "What a client takes from its environment",
      el("div", { class: "bar" },
        labelled("Client", choice("client", choices.clients, chosen.client, (client) => choose({ client }))),
        labelled("Form", choice("format", choices.formats, chosen.format, (format) => choose({ format })))),
      copyable(text, "the variables"),
      hint("The CA's path is one on the machine that the server runs on. Where that is another, take the CA along."),
      button("Download the CA", () => attempt(() => download("/ca.pem", "ca.pem")))),
    section("first", "A first call", copyable(firstCall(variables, context.tenant), "the first call"),
      hint("It appears under ", link(context.link(context.tenant, "requests"), "Requests"),
        ", and its module under ", link(context.link(context.tenant, "modules"), "Modules"), ".")),
  ];
}

function firstCall({ LOCALTENANT_URL: url }, tenant) {
  return [
    `curl ${quoted(`${url}/api/v2/actions/modules`)}`,
    `-H 'x-localtenant-tenant: ${tenant}'`,
    "-H 'Authorization: Bearer any'",
    "-H 'Content-Type: application/json'",
    `-d '{"name":"greeter","code":"exports.hi = () => 1;"}'`,
  ].join(" \\\n  ");
}
