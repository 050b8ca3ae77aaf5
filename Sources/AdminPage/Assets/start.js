// How a client finds this server.

import { control, download } from "./api.js";
import { el } from "./dom.js";
import { attempt, button, choice, copyable, facts, labelled } from "./parts.js";
import { quoted } from "./text.js";

let chosen = { client: "node", format: "sh" };

export async function load({ tenant }) {
  const [choices, text, variables] = await Promise.all([control("GET", "/env"), environment(chosen.format), environment("json")]);
  return { choices, text, variables };

  function environment(format) {
    return control("GET", `/env?client=${chosen.client}&format=${format}`, { tenant });
  }
}

export function draw({ choices, text, variables }, context) {
  const choose = (change) => {
    chosen = { ...chosen, ...change };
    context.refresh();
  };
  const shown = typeof text === "string" ? text : JSON.stringify(text, null, 2);
  return [
    el("h2", {}, "Get started"),
    facts([["http", el("code", {}, variables.LOCALTENANT_URL)], ["https", variables.LOCALTENANT_HTTPS_URL &&
      el("code", {}, variables.LOCALTENANT_HTTPS_URL)], ["CA", el("code", {}, variables.LOCALTENANT_CA_FILE ?? "in memory only")],
      ["Tenant", context.tenant]]),
    el("section", { "aria-labelledby": "variables" }, el("h3", { id: "variables" }, "What a client takes from its environment"),
      el("div", { class: "bar" },
        labelled("Client", choice("client", choices.clients, chosen.client, (client) => choose({ client }))),
        labelled("Form", choice("format", choices.formats, chosen.format, (format) => choose({ format })))),
      copyable(shown, "the variables"),
      el("p", { class: "hint" }, "The CA's path is one on the machine that the server runs on. Where that is another, take the CA along: "),
      button("Download the CA", () => attempt(() => download("/ca.pem", "ca.pem")))),
    el("section", { "aria-labelledby": "first" }, el("h3", { id: "first" }, "A first call"),
      copyable(firstCall(variables, context.tenant), "the first call"),
      el("p", { class: "hint" }, "It appears under ", el("a", { href: context.link(context.tenant, "requests") }, "Requests"),
        ", and its module under ", el("a", { href: context.link(context.tenant, "modules") }, "Modules"), ".")),
  ];
}

function firstCall({ LOCALTENANT_URL: url }, tenant) {
  return [`curl ${quoted(`${url}/api/v2/actions/modules`)}`, `-H 'x-localtenant-tenant: ${tenant}'`, "-H 'Authorization: Bearer any'",
    "-H 'Content-Type: application/json'", `-d '{"name":"greeter","code":"exports.hi = () => 1;"}'`].join(" \\\n  ");
}
