// What api methods do that a table cannot say.

/** DOCS' names that are dropped without an error. */
const RESERVED_CLAIMS = (
  "acr act active amr at_hash ath attest aud auth_time authorization_details azp c_hash client_id cnf cty dest " +
  "entitlements events exp groups gty htm htu iat internalService iss jcard jku jti jwe jwk kid may_act mky nbf " +
  "nonce object_id org_id org_name orig origid permissions roles rph s_hash sid sip_callid sip_cseq_num sip_date " +
  "sip_from_tag sip_via_branch sub sub_jwk toe txn typ uuid vot vtm x5t#S256").split(" ");

function denyReserved(_, name) {
  if (name === "scope") throw new Error('The "scope" claim cannot be set.');
}

/** DOCS' limits of what is asked for, in bytes of JSON. */
const BYTES_MAX = { id_token: 102_400, access_token: 102_400, user_metadata: 32_768, app_metadata: 32_768 };

/** Claims are kept as asked for; here is which of them the service drops, and what is too long for it. */
function lookAt({ outcome, flow }) {
  const claims = Object.keys({ ...outcome.id_token, ...outcome.access_token });
  const dropped = claims.filter((name) => RESERVED_CLAIMS.includes(name));
  if (dropped.length > 0) outcome.dropped_claims = dropped;
  for (const [name, most] of Object.entries(BYTES_MAX)) {
    const size = byteLength(JSON.stringify(outcome[name] ?? {}));
    if (size > most) warn(flow, `What is asked for of ${name} has ${size} bytes; the service takes ${most}.`);
  }
}

function setPrimaryUser({ outcome }, user) {
  if (outcome.primary_user) throw new Error("The primary user can only be altered once per transaction");
  if (typeof user !== "string" || !user) throw new Error("The provided primary_user_id must be a non-empty string");
  if (user.length > 128) throw new Error("The provided primary_user_id exceeds the maximum length.");
  outcome.primary_user = user;
}

function urlOf(base, options) {
  const url = new URL(base);
  for (const name in options?.query) url.searchParams.set(name, options.query[name]);
  return url.href;
}

/** The call does nothing, and the execution ends with this when the action does. */
const abort = (stage, message) => { stage.aborted ??= new Error(message); };
const MIXED = "Redirect and render commands cannot be used in the same action.";

function sendUserTo(stage, base, options) {
  if (stage.isRendered) return abort(stage, MIXED);
  stage.outcome.redirect = { url: urlOf(base, options) };
  stage.isRedirected = true;
}

const promptChecks = object({
  promptId: text(0, 48),
  promptOptions: object({
    fields: object({}, [], { most: 24, names: /^[a-zA-Z_][a-zA-Z0-9_]{0,49}$/ }),
    vars: object({}, [], { most: 24, isOpen: true }),
  }),
}, ["promptId"]);

function render(stage, promptId, options) {
  if (stage.isRedirected) return abort(stage, MIXED);
  if (stage.isRendered) return abort(stage, "Only 1 render command per action is allowed.");
  const promptOptions = options || {};
  check(promptChecks, { promptId, promptOptions });
  if (byteLength(JSON.stringify(promptOptions)) > 24_576) {
    throw new Error("The total size of the prompt options exceeds the limit of 24576 bytes.");
  }
  stage.outcome.prompt = { id: promptId, ...copyOf(promptOptions) };
  stage.isRendered = true;
}

const UNREDIRECTED = ["oauth2-resource-owner", "oauth2-refresh-token", "oauth2-password", "oauth2-webauthn"];
const canRedirect = ({ event }) =>
  event.request?.query?.prompt !== "none" && !UNREDIRECTED.includes(event.transaction?.protocol);

/** A customer's own database may have anything for a profile's metadata. */
const hasMetadata = (member, end) => ({ event }) => {
  if (!isObject(event.user[member])) throw new Error(`Unexpected ${member} format. Must be a valid JSON object${end}`);
};

function setCookieMode(stage, mode) {
  if (!mode) throw new Error("Cookie mode must be provided");
  if (!["persistent", "non-persistent"].includes(mode)) {
    throw new Error(`Invalid cookie mode: ${mode}. Valid values are 'persistent' and 'non-persistent'.`);
  }
  const { session } = stage.event;
  if (isObject(session) && Object.keys(session).length > 0) (session.cookie ??= toNode({})).mode = mode;
  stage.mirrors["session.cookie.mode"] = part(stage, "session").cookie_mode = mode;
}

/** An end of the session, or of the refresh token, is a denial. */
const revoke = (member) => (stage, reason, options) => {
  part(stage, member).revoked = copyOf({ reason, preserve_refresh_tokens: options?.preserveRefreshTokens });
  if (member === "refresh_token" && stage.event.transaction?.protocol !== "oauth2-refresh-token") {
    return warn(stage.flow, "api.refreshToken.revoke is for the exchange of a refresh token only.");
  }
  stage.outcome.denied = copyOf({ reason });
  stage.stops = true;
};

// DOCS' rules that the service's package does not check.
const onlyContinued = ({ entry, flow }) => {
  if (entry === "onExecutePostLogin") warn(flow, "api.authentication.recordMethod is for onContinuePostLogin only.");
};
const onlyOneUser = ({ outcome, flow }) => {
  if (outcome.user) warn(flow, "The user is set twice; the service takes exactly one call.");
};

function checkActor(_, actor) {
  if (!isObject(actor)) throw new Error("The actor must be a plain object.");
  for (let depth = 1, level = actor; ; depth++, level = level.act) {
    checkActorLevel(level);
    if (level.act === undefined) return;
    if (depth === 5) throw new Error("Actor nesting must not exceed 5 levels.");
    if (!isObject(level.act)) throw new Error("The act claim must be a plain object.");
  }
}

function checkActorLevel({ sub, act, type, ...custom }) {
  const must = (is, message) => { if (!is) throw new Error(message); };
  must(typeof sub === "string" && sub.length > 0, "The actor object must contain a sub claim.");
  must(sub.length <= 512, "Invalid setActor arguments: sub must NOT have more than 512 characters");
  must(Object.keys(custom).length <= 5, "No more than 5 custom properties are allowed in the actor object.");
  for (const [key, value] of Object.entries(custom)) {
    must(["string", "number", "boolean"].includes(typeof value),
      "Custom property in an actor object must be a string, number, or boolean.");
    must(key.length <= 64, "Custom property key in an actor object must NOT have more than 64 characters.");
    must(typeof value !== "string" || value.length <= 64,
      "Custom string property value in an actor object must NOT have more than 64 characters.");
  }
}

function setSAMLAttribute(stage, attribute, value = null) {
  const { attributes = {} } = part(stage, "saml"), given = copyOf(value, 1e6);
  if (byteLength(JSON.stringify({ ...attributes, [attribute]: given })) > 102_400) {
    throw new Error("The total size of the SAML attributes exceeds the limit of 102400 bytes.");
  }
  check(samlAttribute, { attribute, value });
  put(part(stage, "saml").attributes ??= {}, attribute, given);
}
