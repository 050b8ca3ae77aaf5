// Elements out of data. Text stays text: nothing here, or anywhere in the page, makes markup of a string.

const handlers = ["onclick", "onsubmit", "oninput", "onchange"];
/** What a field is to show; a field that a person is in is left alone. */
const values = new WeakMap();

/**
 * Makes an element: `el("a", { href, class: "id", onclick }, "text", child)`.
 * Attributes that are null or false are left out; `value` and `checked` are what a field is to show.
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  for (const [key, value] of Object.entries(attributes)) {
    if (handlers.includes(key)) element[key] = value;
    else if (key === "value" && name !== "option" || key === "checked") setField(element, key, value);
    else if (value != null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  return element;
}

function setField(element, key, value) {
  values.set(element, [key, value]);
  element[key] = value;
}

/**
 * Makes a container hold these nodes, changing what is there as little as it can: focus, selection and scrolling stay.
 * Children with a `data-key` are known by it, others by their place. Focus of what goes away moves outwards.
 */
export function show(container, ...nodes) {
  const [focused, ...around] = ancestors(document.activeElement);
  const wanted = document.createElement(container.localName);
  wanted.append(...nodes.flat(Infinity).filter((node) => node != null && node !== false));
  updateChildren(container, wanted);
  if (focused?.isConnected === false) {
    around.find((each) => each.isConnected && each.hasAttribute("tabindex"))?.focus({ preventScroll: true });
  } else if (focused !== document.activeElement) {
    // What is moved loses it.
    focused?.focus({ preventScroll: true });
  }
}

function ancestors(element) {
  const all = [];
  for (let each = element; each && each !== document.body; each = each.parentElement) all.push(each);
  return all;
}

function updateChildren(parent, wanted) {
  const keys = new Set([...wanted.children].map((child) => child.dataset.key));
  const keyed = new Map();
  for (const child of [...parent.children]) {
    if (child.dataset.key && !keys.has(child.dataset.key)) child.remove();
    else keyed.set(child.dataset.key, child);
  }
  let place = parent.firstChild;
  for (const node of [...wanted.childNodes]) {
    const known = node.dataset?.key ? keyed.get(node.dataset.key) : place;
    if (!known || !isAlike(known, node)) {
      parent.insertBefore(node, place);
      continue;
    }
    if (known === place) place = place.nextSibling;
    else parent.insertBefore(known, place);
    update(known, node);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function isAlike(old, node) {
  return old.nodeName === node.nodeName && old.dataset?.key === node.dataset?.key;
}

function update(old, node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (old.data !== node.data) old.data = node.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!node.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of node.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const handler of handlers) old[handler] = node[handler];
  updateChildren(old, node);
  const field = values.get(node);
  if (field && old !== document.activeElement) setField(old, ...field);
}
