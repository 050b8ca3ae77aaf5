// The tokens of api.redirect: HS256, as any library makes and reads them on the page that a user is sent to.

const { createHmac, timingSafeEqual } = load("node:crypto");

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const decoded = (text) => JSON.parse(Buffer.from(text, "base64url").toString());

function signature(content, secret) {
  if (!secret) throw new Error("secretOrPrivateKey must have a value");
  return createHmac("sha256", secret).update(content).digest();
}

function encodeToken({ event, flow }, { secret, payload, expiresInSeconds }) {
  const iat = Math.floor(flow.clock() / 1000);
  const content = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded({
    iat, iss: event.request.hostname, sub: event.user.user_id, exp: iat + (expiresInSeconds ?? 900),
    ip: event.request.ip, ...copyOf(payload ?? {}),
  })}`;
  return `${content}.${signature(content, secret).toString("base64url")}`;
}

function validateToken({ event, flow }, options) {
  options.tokenParameterName ||= "session_token";
  const { tokenParameterName: name, secret } = options;
  const parameters = { ...event.request?.query, ...event.request?.body };
  if (!parameters[name]) {
    throw new Error(`There is no parameter called '${name}' available in either the POST body or query string.`);
  }
  try {
    const [header, content, signed] = String(parameters[name]).split(".");
    if (decoded(header).alg !== "HS256") throw new Error("invalid algorithm");
    const wanted = signature(`${header}.${content}`, secret), given = Buffer.from(signed, "base64url");
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error("invalid signature");
    const payload = decoded(content);
    if (payload.exp <= flow.clock() / 1000) throw new Error("jwt expired");
    const expected = { iss: event.request.hostname, sub: event.user.user_id, state: parameters.state };
    for (const [claim, value] of Object.entries(expected)) {
      if (payload[claim] !== value) throw new Error(`${claim} is not the one expected: ${value}`);
    }
    return payload;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "jwt malformed";
    throw new Error(`The session token is invalid: ${reason}`);
  }
}
