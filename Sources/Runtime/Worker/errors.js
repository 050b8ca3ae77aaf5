// Errors as the author of an action sees them: without the frames of the worker, and those of Node beside them.

const isWorkers = (line) => /^\s+at .*(localtenant:worker|\[eval\])/.test(line);
const isNodes = (line) => /^\s+at .*(node:|<anonymous>)/.test(line);

/** Text that may have stacks in it. */
function withoutWorker(text) {
  if (!text.includes(WORKER)) return text;
  const lines = text.split("\n");
  const beside = (lines) => {
    let isBeside = false;
    return lines.map((line) => (isBeside = isWorkers(line) || (isBeside && isNodes(line))));
  };
  const below = beside(lines), above = beside(lines.toReversed()).reverse();
  return lines.filter((_, index) => !below[index] && !above[index]).join("\n");
}

/** What is thrown and no error becomes one by its string. */
function errorOf(thrown) {
  try {
    if (types.isNativeError(thrown) || thrown instanceof Error) return thrown;
    return new Error(thrown ? String(thrown) : "Unknown error");
  } catch {
    return new Error("Unknown error");
  }
}

/** Its members may be missing, of another type, or throw. */
function described(thrown, depth = 0) {
  const error = errorOf(thrown);
  const member = (name, ...types) => {
    try {
      return types.includes(typeof error[name]) ? error[name] : undefined;
    } catch {
      return undefined;
    }
  };
  const name = member("name", "string") ?? "Error", message = member("message", "string") ?? "";
  const code = member("code", "string", "number");
  let stack = copyOf(withoutWorker(member("stack", "string") ?? `${name}: ${message}`));
  const cause = member("cause", "object");
  if (types.isNativeError(cause) && depth < 3) stack += `\n  [cause]: ${described(cause, depth + 1).stack}`;
  return { name: copyOf(name), message: copyOf(message), code: code && copyOf(code), stack };
}
