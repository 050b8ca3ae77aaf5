// Metadata of sessions, refresh tokens and transactions, which `event` shows at once.

const METADATA_KEY = /^[a-zA-Z0-9_-]{1,255}$/;

function complaintAbout(metadata) {
  const entries = Object.entries(metadata), some = (is) => entries.some(([key, value]) => is(key, value));
  if (entries.length > 25) return "Metadata must not contain more than 25 entries";
  if (some((key) => key.length > 255)) return "All metadata keys must be at most 255 characters long";
  if (some((key) => key.includes("\0"))) return "Metadata keys must not contain null bytes (\\x00)";
  if (some((key) => !METADATA_KEY.test(key))) {
    return "Metadata keys may only include letters, numbers, underscores, or hyphens";
  }
  if (some((_, value) => value.length > 255)) return "All metadata values must be at most 255 characters long";
  if (some((_, value) => value.includes("\0"))) return "Metadata values must not contain null bytes (\\x00)";
  return undefined;
}

/** What a session and a refresh token have in common: `member` is the event's, `noun` the messages'. The metadata
    changes before it is looked at, as in the service: after a refusal the entry is there, and so is its complaint. */
function keptMetadata(noun, member, mustExist) {
  const path = `${member}.metadata`;
  const metadata = (stage) => stage[member] ??= copyOf(stage.mirrors[path] ?? stage.event[member]?.metadata ?? {});
  const isMissing = ({ event }) => mustExist && !event[member];
  const guarded = (method, run) => (stage, ...given) => {
    if (!mustExist && stage.event[member]?.access === "online") {
      throw new Error(`Cannot call ${method} on an online refresh token.`);
    }
    return run(stage, ...given);
  };
  const keep = (stage, kept) => {
    stage[member] = kept;
    if (stage.event[member]) stage.event[member].metadata = toNode(kept);
    stage.mirrors[path] = part(stage, member).metadata = copyOf(kept);
  };
  const remove = (stage, key) => {
    if (isMissing(stage) || !(key in metadata(stage))) return;
    delete metadata(stage)[key];
    keep(stage, metadata(stage));
  };
  const set = guarded("setMetadata", (stage, key, value) => {
    if (isMissing(stage)) throw new Error(`Cannot set metadata on a ${noun} that does not exist.`);
    if (typeof key !== "string") throw new Error("Invalid metadata: Metadata key must be a string");
    if (value === null) return remove(stage, key);
    if (typeof value !== "string") throw new Error("Invalid metadata: Metadata value must be a string");
    put(metadata(stage), key, value);
    const complaint = complaintAbout(metadata(stage));
    if (complaint) throw new Error(`Invalid metadata: ${complaint}`);
    return keep(stage, metadata(stage));
  });
  // DOCS: of several calls the earliest time counts.
  const end = (method, checked, name) => guarded(method, (stage, time) => {
    if (!time) throw new Error("Either inactivity or absolute expiration time must be provided");
    check(object({ [checked]: number }), { [checked]: time });
    part(stage, member)[name] = Math.min(part(stage, member)[name] ?? Infinity, time);
  });
  return runs({
    setMetadata: (...given) => {
      try {
        set(...given);
      } catch ({ message }) {
        throw new Error(`Failed to set ${noun} metadata: ${message}`);
      }
    },
    deleteMetadata: guarded("deleteMetadata", remove),
    evictMetadata: guarded("evictMetadata", (stage) => {
      if (!isMissing(stage) && (mustExist || Object.keys(metadata(stage)).length > 0)) keep(stage, {});
    }),
    setExpiresAt: end("setExpiresAt", "absolute", "expires_at"),
    setIdleExpiresAt: end("setIdleExpiresAt", "inactivity", "idle_expires_at"),
  });
}

/** DOCS have the limits and no texts; these are ours. */
function setTransactionMetadata(stage, key, value) {
  const must = (is, message) => { if (!is) throw new Error(`Failed to set transaction metadata: ${message}`); };
  must(typeof key === "string" && key.length > 0 && key.length <= 64, "the key must be a string of 1 to 64 characters");
  must(value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value),
    "the value must be a string, a number, a boolean or null");
  must(!Number.isInteger(value) || Number.isSafeInteger(value), "the value must be a safe integer");
  must(typeof value !== "string" || byteLength(value) <= 8192, "the value must not have more than 8192 bytes");
  const metadata = copyOf(stage.mirrors["transaction.metadata"] ?? stage.event.transaction?.metadata ?? {});
  put(metadata, key, value);
  if (value === null) delete metadata[key];
  must(byteLength(JSON.stringify(metadata)) <= 16_384, "the metadata must not have more than 16384 bytes");
  stage.event.transaction ??= toNode({});
  stage.event.transaction.metadata = toNode(metadata);
  stage.mirrors["transaction.metadata"] = metadata;
  put(part(stage, "transaction_metadata"), key, value);
}
