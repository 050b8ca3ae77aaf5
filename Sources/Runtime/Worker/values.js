// Values of an action, taken over as what JSON can say; the rest as Node inspects it, in a string.

const VALUE_BYTES_MAX = 65_536;
const tooLong = {};

/** A copy in the worker's realm. One that is too long is left out as a whole: half a secret would not be recognised. */
function copyOf(value, most = VALUE_BYTES_MAX) {
  try {
    return copied(value, { left: most }, []);
  } catch (error) {
    return error === tooLong ? `(more than ${most} bytes, left out)` : "(cannot be shown)";
  }
}

function copied(value, budget, above) {
  budget.left -= typeof value === "string" ? value.length + 3 : 3;
  if (budget.left < 0) throw tooLong;
  if (value === null || ["boolean", "string"].includes(typeof value) || Number.isFinite(value)) return value;
  if (typeof value !== "object") return inspected(value, budget);
  if (above.includes(value)) return "[Circular]";
  if (above.length > 100) return "(nested too deeply)";
  above = [...above, value];
  if (value.length > budget.left) throw tooLong;
  if (Array.isArray(value)) return items(value).map((item) => copied(item, budget, above));
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== nodeObjectPrototype) {
    if (typeof value.toJSON === "function") return copied(value.toJSON(), budget, above);
    const opaque = ["NativeError", "Map", "Set", "RegExp", "Promise", "AnyArrayBuffer", "ArrayBufferView"];
    if (opaque.some((name) => types[`is${name}`](value))) return inspected(value, budget);
  }
  const copy = {};
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) put(copy, copied(key, budget, above), copied(value[key], budget, above));
  }
  return copy;
}

function inspected(value, budget) {
  return copied(withoutWorker(inspect(value, { breakLength: Infinity, maxStringLength: VALUE_BYTES_MAX })), budget, []);
}

/** Also where the key is `__proto__`. */
function put(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
