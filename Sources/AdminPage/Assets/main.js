// The page: which tenant and view the address names, what is loaded for them, and when it is loaded anew.

import { control, onTokenNeeded } from "./api.js";
import { ask } from "./dialogs.js";
import { el, show } from "./dom.js";
import { follow } from "./live.js";
import { button, choice, input, labelled } from "./parts.js";
import * as action from "./action.js";
import * as actions from "./actions.js";
import * as deliveries from "./deliveries.js";
import * as logs from "./logs.js";
import * as messages from "./messages.js";
import * as modules from "./modules.js";
import * as module from "./module.js";
import * as object from "./object.js";
import * as objects from "./objects.js";
import * as requests from "./requests.js";
import * as run from "./run.js";
import * as runs from "./runs.js";
import * as start from "./start.js";
import * as switches from "./switches.js";
import * as tenants from "./tenants.js";
import * as trigger from "./trigger.js";
import * as triggers from "./triggers.js";

/** The ways of the navigation, in groups: name in addresses, title, view, and what shows one of it if it cannot. */
const groups = [
  ["What the tenant holds", [
    ["modules", "Modules", modules, module],
    ["actions", "Actions", actions, action],
    ["triggers", "Triggers", triggers, trigger],
    ["objects", "Objects", objects, object],
  ]],
  ["How it goes", [
    ["requests", "Requests", requests],
    ["runs", "Runs", runs, run],
    ["messages", "Messages", messages],
    ["logs", "Logs", logs],
    ["deliveries", "Deliveries", deliveries],
    ["switches", "Switches", switches],
    ["start", "Get started", start],
    ["tenants", "Tenants", tenants],
  ]],
];
const views = groups.flatMap(([, views]) => views);
const refreshMilliseconds = 2_000;

/** What everything here is about: the tenant, the view's name, the id behind it, and all that comes from there. */
let place = { tenant: null, view: null, id: null, path: [] };
let following = new AbortController();
/** The requests that are known, newest first; null until some answer came. */
let live = { requests: null, isDisabled: false };
/** What the view has loaded. */
let data;
let loadCount = 0;
let shownView = null;
let tenantNames = [];
const content = document.getElementById("content");

/** What a view gets to know: where it is, the requests, and how to have itself drawn or loaded again. */
const context = {
  get tenant() { return place.tenant; },
  get id() { return place.id; },
  get path() { return place.path; },
  get requests() { return live.requests; },
  get isJournalDisabled() { return live.isDisabled; },
  link: (...parts) => `#/${parts.map(encodeURIComponent).join("/")}`,
  draw,
  refresh,
};

function currentView() {
  const [, , all, one] = views.find(([name]) => name === place.view);
  return (place.id && one) || all;
}

async function followAddress() {
  const parts = location.hash.replace(/^#\//, "").split("/").map(decoded);
  const tenant = parts[0] || (await control("GET", "/clock")).tenant;
  const view = views.some(([name]) => name === parts[1]) ? parts[1] : "modules";
  const isOtherTenant = tenant !== place.tenant;
  const path = parts.slice(2).filter(Boolean);
  const isOtherPlace = isOtherTenant || view !== place.view || path.join("/") !== place.path.join("/");
  place = { tenant, view, id: path[0] ?? null, path };
  if (!parts[0] || view !== parts[1]) history.replaceState(null, "", context.link(tenant, view));
  if (isOtherTenant) followRequests();
  if (!isOtherPlace) return;
  if (isOtherTenant || currentView() !== shownView) show(content);
  shownView = currentView();
  data = undefined;
  drawFrame();
  await refresh();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function followRequests() {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  live = { requests: null, isDisabled: false };
  follow(place.tenant, signal, (requests, isDisabled) => {
    if (signal.aborted) return;
    live = { requests, isDisabled };
    draw();
    refresh();
  }, showConnection);
}

function showConnection(isThere, error) {
  const words = isThere ? "Live" : error?.status ? error.message : "The server does not answer";
  show(document.getElementById("connection"), el("span", { class: isThere ? "dot" : "dot off" }), words,
    isDismissed && button("Enter it", () => (isDismissed = false), { class: "quiet" }));
}

/** Loads what the view shows, and draws it, unless it is loaded anew meanwhile. */
async function refresh() {
  const load = (loadCount += 1);
  try {
    const loaded = await currentView().load(context);
    if (load !== loadCount) return;
    data = loaded;
    draw();
  } catch (error) {
    if (load !== loadCount) return;
    data = undefined;
    show(content, el("h2", {}, "This cannot be shown"), el("p", { class: "nothing" }, error.message));
  }
}

function draw() {
  if (data !== undefined) show(content, currentView().draw(data, context));
}

/** The chooser of tenants and the ways to the views. */
function drawFrame() {
  const way = ([name, title]) => el("li", {},
    el("a", { href: context.link(place.tenant, name), "aria-current": name === place.view ? "page" : null }, title));
  show(document.getElementById("views"),
    groups.map(([title, views]) => el("ul", { "aria-label": title }, views.map(way))));
  const names = [...new Set([...tenantNames, place.tenant])].sort();
  show(document.getElementById("tenant"), labelled("Tenant",
    choice("tenant", names, place.tenant, (tenant) => (location.hash = context.link(tenant, place.view)))));
  document.title = `${views.find(([name]) => name === place.view)[1]} – ${place.tenant} – LocalTenant`;
}

async function refreshTenants() {
  tenantNames = (await control("GET", "/tenants")).tenants.map((tenant) => tenant.name);
  drawFrame();
}

let asking = null;
let isDismissed = false;
onTokenNeeded((wasRefused) => {
  if (isDismissed) return null;
  asking ??= askToken(wasRefused).finally(() => (asking = null));
  return asking;
});

async function askToken(wasRefused) {
  const field = input("token", { type: "password", autocomplete: "off", required: true });
  const label = labelled("Admin token", field, "Kept until this tab is closed.");
  const words = wasRefused ? "The token is another one." : "This server asks for the token of --admin-token.";
  const form = await ask([el("p", {}, words), label], "Go on");
  isDismissed = !form;
  return form && field.value;
}

async function keepFresh() {
  if (!document.hidden && !asking) {
    await (place.tenant ? Promise.allSettled([refresh(), refreshTenants()]) : begin());
  }
  setTimeout(keepFresh, refreshMilliseconds);
}

function begin() {
  return followAddress().catch((error) => showConnection(false, error));
}

document.getElementById("skip").onclick = (event) => {
  event.preventDefault();
  content.focus();
};
addEventListener("hashchange", begin);
begin().finally(keepFresh);
