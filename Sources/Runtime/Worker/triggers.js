// The triggers: their versions, entry points and methods of `api`.

const mapped = (object, alter) => Object.fromEntries(Object.entries(object).map(([key, value]) => alter(key, value)));
const inGroup = (group, methods) => mapped(methods, (name, method) => [`${group}.${name}`, method]);

const cache = runs({
  "cache.get": ({ flow }, key) => flow.cache.get(key),
  "cache.set": ({ flow }, key, value, options) => flow.cache.set(key, value, options),
  "cache.delete": ({ flow }, key) => flow.cache.delete(key),
});
const tokens = runs({ "redirect.encodeToken": encodeToken, "redirect.validateToken": validateToken });
const memberships = mapped({
  "groups.getUserGroups": page("groups"), "groups.hasGroupMembership": hasGroupMembership,
  "roles.getUserEffectiveRoles": page("roles"), "roles.getUserEffectiveRolesByIds": rolesBy("id", "ids"),
  "roles.getUserEffectiveRolesByNames": rolesBy("name", "names"),
}, (name, run) => [name, { run, isAsync: true }]);

const deny = (...takes) => ({ sets: "denied", takes, stops: true });
const entry = (entry, before) => ({ entry, before, chains: true });
const factors = (kind, ...takes) => ({ adds: "factors", with: { kind }, takes, suspends: true });
const challenges = {
  "authentication.challengeWith": factors("challenge", "factor", "options"),
  "authentication.challengeWithAny": factors("challenge", "factors"),
};
const validationError = (prefix) => ({
  checks: object({ errorCode: text(0, 100), errorMessage: text(0, 100) }, ["errorCode", "errorMessage"]), prefix,
  sets: "validation_error", takes: ["code", "message"], chains: true,
});
const notImplemented = () => { throw new Error("Method not implemented."); };

const short = text(0, 512), medium = text(0, 2048), long = text(0, 4096);
const samlSettings = {
  audience: medium, recipient: medium, destination: medium, authnContextClassRef: short, issuer: short,
  nameIdentifierFormat: short, nameIdentifierProbes: array(short, 10), RelayState: short, signingCert: long, cert: long,
  encryptionCert: long, encryptionPublicKey: long, key: long, lifetimeInSeconds: number, createUpnClaim: boolean,
  includeAttributeNameFormat: boolean, mapIdentities: boolean, mapUnknownClaimsAsIs: boolean, signResponse: boolean,
  passthroughClaimsWithNoMapping: boolean, typedAttributes: boolean, digestAlgorithm: oneOf("sha256", "sha1"),
  signatureAlgorithm: oneOf("rsa-sha256", "rsa-sha1"), encryptionAlgorithm: oneOf("aes256-gcm", "aes256-cbc"),
};
const UNSPECIFIED_NAME = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
const samlSetting = (member, schema) => {
  const run = (stage, value = member === "nameIdentifierFormat" ? UNSPECIFIED_NAME : undefined) => {
    check(object({ [member]: schema }), { [member]: value });
    if (value !== undefined) (part(stage, "saml").settings ??= {})[member] = copyOf(value);
  };
  return [`samlResponse.set${member[0].toUpperCase()}${member.slice(1)}`, { run, chains: true }];
};
const samlAttribute = object({
  attribute: text(0, 1024),
  value: { type: "string,number,boolean,null,array", most: 2048, items: { type: "string,number,boolean", most: 2048 } },
}, ["attribute", "value"]);

const postLogin = {
  ...cache, ...tokens, ...memberships, ...challenges, ...mapped(samlSettings, samlSetting),
  ...inGroup("session", keptMetadata("session", "session", true)),
  ...inGroup("refreshToken", keptMetadata("refresh token", "refresh_token", false)),
  ...inGroup("transaction", mapped(targetScopes, (name) => [name, { run: notImplemented }])),
  ...runs({
    "accessToken.addScope": changeScope("add", "remove"),
    "accessToken.removeScope": changeScope("remove", "add"),
    "authentication.setPrimaryUser": setPrimaryUser,
    "redirect.canRedirect": canRedirect,
    "rules.wasExecuted": ({ flow }, rule) => flow.executed_rules.includes(rule),
    "session.setCookieMode": setCookieMode,
    "transaction.setMetadata": setTransactionMetadata,
  }),
  "access.deny": { ...deny("reason"), chains: true },
  "accessToken.setCustomClaim": entry("access_token", denyReserved),
  "idToken.setCustomClaim": entry("id_token", denyReserved),
  "authentication.enrollWith": factors("enroll", "factor", "options"),
  "authentication.enrollWithAny": factors("enroll", "factors"),
  "authentication.recordMethod": { before: onlyContinued, adds: "methods", value: true, chains: true },
  "multifactor.enable": { sets: "multifactor", takes: ["provider", "options"], chains: true },
  "prompt.render": { run: render, suspends: true },
  "redirect.sendUserTo": { run: sendUserTo, suspends: true, chains: true },
  "refreshToken.revoke": { checks: object({ message: text(0, 1024) }), run: revoke("refresh_token") },
  "samlResponse.setAttribute": { run: setSAMLAttribute, chains: true },
  "session.revoke": {
    checks: object({ message: anyText, options: object({ preserveRefreshTokens: boolean }) }), run: revoke("session"),
  },
  "user.setAppMetadata": entry("app_metadata", hasMetadata("app_metadata", "")),
  "user.setUserMetadata": entry("user_metadata", hasMetadata("user_metadata", ".")),
  "validation.error": validationError(),
};

const credentialsExchange = {
  ...cache, ...inGroup("transaction", runs(targetScopes)),
  "access.deny": { ...deny("code", "reason"), chains: true },
  "accessToken.setCustomClaim": entry("access_token"),
};

const preUserRegistration = {
  ...cache,
  "access.deny": { ...deny("reason", "user_message"), chains: true },
  "validation.error": { ...validationError("Failed to add validation error"), stops: true },
  "user.setAppMetadata": entry("app_metadata"),
  "user.setUserMetadata": entry("user_metadata"),
  "user.setUserId": {
    checks: object({ user_id: text(1, 255, /^[a-zA-Z0-9@._+-]{1,255}$/) }, ["user_id"]),
    prefix: "Invalid setUserId arguments", sets: "user", takes: ["user_id"], chains: true,
  },
};

const postChallenge = {
  ...cache, ...tokens, ...challenges,
  "access.deny": deny("reason"),
  "prompt.render": { run: render, suspends: true },
  "redirect.sendUserTo": { run: sendUserTo, suspends: true },
  "transaction.setResultUrl": { run: (stage, url, options) => { stage.outcome.result_url = urlOf(url, options); } },
};

const exchange = (method, members, takes, more) =>
  ({ checks: object(members, takes), order: takes, takes, prefix: `Invalid ${method} arguments`, ...more });
const exchangeMetadata = (method, entry) =>
  exchange(method, { key: anyText, value: anything }, ["key"], { entry, order: ["key", "value"] });
const reason = text(1, 4096);
const userAttributes = object({
  email: anyText, email_verified: boolean, family_name: text(1, 150), given_name: text(1, 150), name: text(1, 300),
  nickname: text(1, 300), phone_number: anyText, phone_verified: boolean, picture: anyText, user_id: text(1, 255),
  username: text(1, 128), verify_email: boolean,
}, ["user_id"], { most: 24, isOpen: true });
const userOptions = object({
  creationBehavior: oneOf("create_if_not_exists", "none"), updateBehavior: oneOf("replace", "none"),
}, ["creationBehavior", "updateBehavior"]);

const customTokenExchange = {
  ...cache,
  "access.deny": exchange("deny", { code: text(1, 1024), reason }, ["code", "reason"], { sets: "denied", stops: true }),
  "access.rejectInvalidSubjectToken": exchange("rejectInvalidSubjectToken", { reason }, ["reason"],
    { sets: "denied", with: { invalid_subject_token: true }, stops: true }),
  "authentication.setUserById": exchange("setUserById", { user_id: text(1, 512) }, ["user_id"],
    { before: onlyOneUser, sets: "user" }),
  "authentication.setUserByConnection": exchange("setUserByConnection",
    { connection_name: text(1, 512), options: userOptions, user_attributes: userAttributes },
    ["connection_name", "user_attributes", "options"], { before: onlyOneUser, sets: "user" }),
  "authentication.setOrganization": exchange("setOrganization", { organization_id_or_name: text(1, 50) },
    ["organization_id_or_name"], { sets: "organization", value: true }),
  "authentication.setActor": { before: checkActor, sets: "actor", value: true },
  "user.setAppMetadata": exchangeMetadata("setAppMetadata", "app_metadata"),
  "user.setUserMetadata": exchangeMetadata("setUserMetadata", "user_metadata"),
  "transaction.setMetadata": { run: notImplemented },
};

const notification = {
  ...cache,
  "notification.drop": { sets: "notification", with: { result: "dropped" }, takes: ["reason"] },
  "notification.retry": { sets: "notification", with: { result: "retry" }, takes: ["reason"] },
};

/** By name: version, methods of `api`, entry point, and that after a suspension. */
const triggers = {
  "post-login": ["v3", postLogin, "onExecutePostLogin", "onContinuePostLogin"],
  "credentials-exchange": ["v2", credentialsExchange, "onExecuteCredentialsExchange"],
  "pre-user-registration":
    ["v2", preUserRegistration, "onExecutePreUserRegistration", "onContinuePreUserRegistration"],
  "post-user-registration": ["v2", cache, "onExecutePostUserRegistration"],
  "post-change-password": ["v2", cache, "onExecutePostChangePassword"],
  "send-phone-message": ["v2", cache, "onExecuteSendPhoneMessage"],
  "password-reset-post-challenge": ["v1", postChallenge, "onExecutePostChallenge", "onContinuePostChallenge"],
  "custom-email-provider": ["v1", notification, "onExecuteCustomEmailProvider"],
  "custom-phone-provider": ["v1", notification, "onExecuteCustomPhoneProvider"],
  "custom-token-exchange": ["v1", customTokenExchange, "onExecuteCustomTokenExchange"],
  "event-stream": ["v1", cache, "onExecuteEventStream"],
  "login-post-identifier": ["v1",
    { ...cache, "authentication.setConnectionByName": { sets: "connection", value: true } }, "onExecutePostIdentifier"],
};
