// The worker has a realm of its own, with its own Array, JSON, Promise and so on: what an action does to those of Node's
// realm, where it runs, does not reach the worker. An action is given nothing of the worker's realm, but what `expose` and
// `toNode` make of it. `worker` is the function that all these files are the body of.

const WORKER = "localtenant:worker";
if (!host) {
  return require("node:vm").runInNewContext(`(${worker})`, { __proto__: null }, WORKER)({
    load: require, node: globalThis,
  });
}

// Looked up once: each look at a global of such a realm takes a way around.
const { Array, JSON, Map, Math, Number, Object, Promise, Reflect, Set, String } = globalThis;
const { load, node } = host;
const { Buffer, Error, Promise: NodePromise, TypeError, URL, process, setImmediate } = node;
const { inspect, types } = load("node:util");
const { compileFunction } = load("node:vm");
const Module = load("node:module");
const fs = load("node:fs");
const net = load("node:net");
const nodeParse = node.JSON.parse;
const nodeObjectPrototype = node.Object.prototype;
const { resolve: nodeResolve, reject: nodeReject } = NodePromise;
const { byteLength, from: bufferFrom } = Buffer;
const exit = process.reallyExit.bind(process);
const hrtime = process.hrtime.bigint;

const toNode = (value) => (value === undefined ? undefined : nodeParse(JSON.stringify(value)));
const nodeFunction = compileFunction(
  '"use strict"; return function (...given) { return inner(this, given); };', ["inner"], { filename: WORKER });

/** A list of Node's realm, whose iterator may be an action's, as one of the worker's. */
const items = (list) => Array.from({ length: list.length }, (_, index) => list[index]);

/** What the worker's own realm throws is no `Error` of the action's. */
function nodeErrorOf(error) {
  if (!(error instanceof globalThis.Error)) return error;
  const { name, message, stack } = error;
  return Object.assign(new (name === "TypeError" ? TypeError : Error)(message), { stack });
}

/** A function of Node's realm that does `inner(given, receiver)`. */
function expose(inner) {
  return nodeFunction((receiver, given) => {
    try {
      return inner(items(given), receiver);
    } catch (error) {
      throw nodeErrorOf(error);
    }
  });
}

const promise = (value) => Reflect.apply(nodeResolve, NodePromise, [value]);
const rejection = (error) => Reflect.apply(nodeReject, NodePromise, [nodeErrorOf(error)]);

/** Replaces a function for good. `instead(given, call, receiver)` may call the original one. */
function guard(owner, name, instead) {
  const original = owner[name];
  if (typeof original !== "function") return;
  const value = expose((given, receiver) => instead(given, () => Reflect.apply(original, receiver, given), receiver));
  for (const key of Reflect.ownKeys(original)) {
    if (key !== "prototype") Object.defineProperty(value, key, Object.getOwnPropertyDescriptor(original, key));
  }
  Object.defineProperty(owner, name, { value, enumerable: true });
}

const milliseconds = () => Number(hrtime()) / 1e6;
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
