// Calls to the server this page came from: its control calls, and the emulated API through them.

const tokenKey = "localtenant-admin-token";
let askForToken = async () => null;

/** What the server says about a call that it refuses. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Has `ask` tell the token of --admin-token, or null, whenever the one we have is not enough. */
export function onTokenNeeded(ask) {
  askForToken = ask;
}

/** A control call about a tenant; the answer's content, as text unless it is JSON. */
export async function control(method, path, { tenant, body, signal } = {}) {
  const response = await send(method, `/__admin${path}`, { tenant, body, signal });
  const text = await response.text();
  const isJSON = response.headers.get("content-type")?.startsWith("application/json") && text;
  const content = isJSON ? JSON.parse(text) : text;
  if (!response.ok) throw new Refusal(response.status, content?.message ?? response.statusText);
  return content;
}

/** A call of the Management API, `/api/v2…`, with the service's own answers; it leaves no trace in the requests. */
export function manage(method, path, options) {
  return control(method, `/api/v2${path}`, options);
}

/** The content of a control call as a file. */
export async function download(path, name, tenant) {
  const response = await send("GET", `/__admin${path}`, { tenant });
  if (!response.ok) throw new Refusal(response.status, (await response.json()).message);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

async function send(method, path, options, token = sessionStorage.getItem(tokenKey)) {
  const headers = {};
  if (options.tenant) headers["x-localtenant-tenant"] = options.tenant;
  if (token) headers.authorization = `Bearer ${token}`;
  // A form brings its own type, with what stands between its parts.
  const isPlain = options.body === undefined || options.body instanceof FormData;
  if (!isPlain) headers["content-type"] = "application/json";
  const body = isPlain ? options.body : JSON.stringify(options.body);
  const response = await fetch(path, { method, headers, body, signal: options.signal, cache: "no-store" });
  if (response.status !== 401) return response;
  // Another call may have asked meanwhile.
  const known = sessionStorage.getItem(tokenKey);
  const next = known && known !== token ? known : await askForToken(Boolean(token));
  if (!next) return response;
  sessionStorage.setItem(tokenKey, next);
  return send(method, path, options, next);
}
