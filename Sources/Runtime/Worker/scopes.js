// Scopes of the access token, and those that a transaction is to end with.

const SCOPES_MAX = 1000, SCOPE_CHARACTERS_MAX = 280;

function scopeOf(value) {
  if (typeof value !== "string") throw new TypeError("The value for the scope must be a string.");
  const scope = value.trim();
  if (scope.length === 0) throw new Error("The value for the scope is required.");
  if (scope.length > SCOPE_CHARACTERS_MAX) {
    throw new Error(`The value for the scope exceeds the allowed maximum of ${SCOPE_CHARACTERS_MAX} characters.`);
  }
  if (/\s/.test(scope)) throw new Error("The value for the scope must not have whitespace.");
  return scope;
}

function atMost(scopes) {
  if (scopes.size <= SCOPES_MAX) return [...scopes];
  throw new Error(`The number of scopes exceeds the allowed maximum of ${SCOPES_MAX}.`);
}

/** The last call about a scope counts. */
const changeScope = (wanted, other) => (stage, value) => {
  const scope = scopeOf(value), scopes = part(stage, "scopes");
  const kept = new Set(scopes[wanted]).add(scope);
  scopes[wanted] = wanted === "add" ? atMost(kept) : [...kept];
  if (scopes[other]) scopes[other] = scopes[other].filter((one) => one !== scope);
};

const change = (alter) => (stage, value) => {
  const scopes = new Set(copyOf(stage.mirrors["transaction.target_scopes"] ?? stage.event.accessToken?.scope ?? []));
  const result = atMost(alter(scopes, value));
  stage.event.transaction.target_scopes = toNode(result);
  stage.mirrors["transaction.target_scopes"] = stage.outcome.target_scopes = result;
};

const targetScopes = {
  addTargetScope: change((scopes, scope) => scopes.add(scopeOf(scope))),
  removeTargetScope: change((scopes, scope) => new Set([...scopes].filter((one) => one !== scopeOf(scope)))),
  setTargetScopes: change((_, scopes) => {
    if (!Array.isArray(scopes)) throw new TypeError("The value for scopes must be an array.");
    return new Set(items(scopes).map(scopeOf));
  }),
  clearTargetScopes: change(() => new Set()),
};
