// Why a request was refused, in plain words: from what the server says of the rule, and of how it is known.

const evidence = {
  recorded: "The real service was recorded doing the same.",
  specified: "The vendor's OpenAPI document says so.",
  client: "The code of an official client relies on it.",
  issue: "A public issue quotes the real service saying so.",
  inferred: "It follows from what was recorded of similar calls.",
  assumed: "Nobody has recorded the real service here; it is LocalTenant's choice.",
  own: "The real service has nothing of the kind: this is LocalTenant's own.",
};

const rules = {
  "actionLimitReached": "The tenant has as many actions as it may have. The limit can be lifted by its settings.",
  "actionNotFound": "There is no action with the id that the path names.",
  "alreadyCurrent": "The draft already is what that version is. The switch “Roll back to current” lets it pass.",
  "authentication": "The request has no bearer token. By default any will do, but there must be one.",
  "bindingLimitReached": "The trigger's flow has as many actions as it may have.",
  "bindingNotDeployed": "An action must be deployed before it is bound to a trigger.",
  "bindingOfOtherTrigger": "The binding names an action of another trigger.",
  "bindingWithoutAction": "The binding names an action that is not there.",
  "content-type": "The body says that it is something other than JSON.",
  "entityBoundTrigger": "The service itself binds actions to this trigger.",
  "executionNotFound": "Nothing was executed: LocalTenant runs no actions.",
  "fault": "A fault that somebody set took this request; it stands under Switches.",
  "feature": "Actions Modules are switched off for this tenant, under Switches.",
  "guard": "A guard of the tenant's refuses it, lest a test does what it must not.",
  "http": "It is no request that a server can take, whatever it is for.",
  "id": "An id is not a UUID.",
  "incompatibleTrigger": "An action stays with the kind of trigger that it was made for.",
  "inUse": "A deployed action uses the module, so it cannot be deleted.",
  "isBound": "A trigger's flow contains the action.",
  "json": "The body is not JSON.",
  "moduleLimitReached": "The tenant has as many modules as it may have. The limit can be lifted by its settings.",
  "moduleNotFound": "There is no module with the id that the path names; it may be another tenant's.",
  "nameTaken": "Another module of the tenant has that name already.",
  "not-emulated": "The real service has this operation, LocalTenant does not.",
  "notBuilt": "The action must be built before it is deployed. How builds go is a switch.",
  "nothingToPublish": "The draft is what the latest version is, so there is nothing to publish.",
  "payload-schema": "The body is not what the operation takes.",
  "path-schema": "The path has a value that it cannot have.",
  "query-schema": "The query has something that the operation does not take.",
  "rate-limit": "The tenant's rate plan allows no more requests just now.",
  "read-only": "The tenant is read-only, by a switch.",
  "repeatedModule": "The action names a module twice.",
  "route": "The real service has no such path, or not with this method.",
  "scope": "The token is good, but has none of the scopes that the operation asks for.",
  "token-claims": "The token is for somebody or something else: another tenant, address or audience.",
  "token-expiry": "The token is expired, by the tenant's clock.",
  "token-form": "The token is no JSON Web Token.",
  "token-signature": "The token is signed by somebody else.",
  "tooManyModules": "The action names more modules than it may use.",
  "unknownModule": "The action names a module that is not there.",
  "unknownModuleVersion": "The action names a version of a module that is not there.",
  "unknownTrigger": "There is no such trigger, or not in this version.",
  "unsupportedRuntime": "Actions do not run on that runtime.",
  "versionLimitReached": "The module has as many versions as it may have, and none of them can make room.",
  "versionNotFound": "There is no version with the id that the path names.",
};

/** Sentences on a refusal: the rule, what broke it, how we know. */
export function reasons({ rule, field, constraint, evidence: kind }) {
  const place = field && `At ${field}: ${constraint}.`;
  return [rules[rule] ?? `It breaks the rule “${rule}”.`, place, evidence[kind]].filter(Boolean);
}
