// What the service's validator says of arguments: `[PREFIX: ]member must …[, must …][; member must …]`.

const text = (least, most, pattern) => ({ type: "string", least, most, pattern });
const anyText = text(), number = { type: "number" }, boolean = { type: "boolean" }, anything = {};
const oneOf = (...values) => ({ values });
const array = (items, most) => ({ type: "array", items, most });
/** `members` in the order of their names, as the validator goes through them; `required` as messages have them. */
const object = (members, required = [], more = {}) => ({ type: "object", members, required, ...more });

function check(schema, value, prefix) {
  const found = new Map();
  examine(schema, value, "", found);
  if (found.size === 0) return;
  throw new Error((prefix ? `${prefix}: ` : "") + [...found.values()].join("; "));
}

function examine(schema, value, path, found) {
  const say = (message) => {
    found.set(path, found.has(path) ? `${found.get(path)}, ${message}` : `${path.split("/").pop()} ${message}`);
  };
  const { type, values, least, most, pattern } = schema;
  if (values && !values.includes(value)) say("must be equal to one of the allowed values");
  if (type && !type.split(",").includes(typeOf(value))) say(`must be ${type}`);
  if (typeof value === "string") {
    const count = [...value].length;
    if (count > most) say(`must NOT have more than ${most} characters`);
    if (count < least) say(`must NOT have fewer than ${least} characters`);
    if (pattern && !pattern.test(value)) say(`must match pattern "${pattern.source}"`);
  } else if (Array.isArray(value) && schema.items) {
    if (type === "array" && value.length > most) say(`must NOT have more than ${most} items`);
    for (let index = 0; index < value.length; index++) examine(schema.items, value[index], `${path}/${index}`, found);
  } else if (isObject(value) && schema.members) examineMembers(schema, value, path, say, found);
}

function examineMembers({ members, required, most, names, isOpen }, value, path, say, found) {
  const given = Object.keys(value);
  if (given.length > most) say(`must NOT have more than ${most} properties`);
  for (const name of required) if (value[name] === undefined) say(`must have required property '${name}'`);
  for (const name of given) {
    const isKnown = isOpen || (names ? names.test(name) : Object.hasOwn(members, name));
    if (!isKnown) say("must NOT have additional properties");
  }
  for (const [name, schema] of Object.entries(members)) {
    if (value[name] !== undefined) examine(schema, value[name], `${path}/${name}`, found);
  }
}

function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isNaN(value) || value === Infinity || value === -Infinity ? "NaN" : typeof value;
}
