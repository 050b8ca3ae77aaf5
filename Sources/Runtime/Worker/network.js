// Which hosts an action reaches: this machine's, none, or all. Names are refused where they are looked up and where a
// socket is to connect. Beneath, at the handles that all of Node's protocols end in, an address that is not allowed is
// one that the system has no right to.

const dns = load("node:dns");
const dgram = load("node:dgram");

let network = "none";
let tellRefusal = () => {};
const EACCES = -load("node:os").constants.errno.EACCES;

const isLoopback = (host) => /^((.*\.)?localhost\.?|(::ffff:)?127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
const isAllowed = (host) => network === "all" || (network === "loopback" && isLoopback(host));

function refusal(host) {
  const message = `Network access to ${host} is refused: --actions-network is ${network}.`;
  tellRefusal(message);
  return Object.assign(new Error(message), { code: "LOCALTENANT_NETWORK" });
}

function guardNetwork() {
  guardHandles();
  guard(net.Socket.prototype, "connect", connect);
  for (const name of ["send", "connect"]) guard(dgram.Socket.prototype, name, reach);
  for (const owner of [dns, dns.promises]) guard(owner, "lookup", lookUp);
  const isQuestion = (name) => /^(resolve|reverse$|lookupService)/.test(name);
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    guardAll(owner, Object.getOwnPropertyNames(owner).filter(isQuestion), (name, given, call) => {
      return network === "all" ? call() : answer(given, refusal(given[0]));
    });
  }
  Module.syncBuiltinESMExports();
}

/** Where a socket is to go: `(port, host)`, `(path)`, `(options)`, or net's own list of options and a callback. A path
    is a file of this machine, whatever listens behind it. */
function connect(given, call, socket) {
  const first = Array.isArray(given[0]) ? given[0][0] : given[0];
  let { path, host } = isObject(first) ? first : { host: typeof given[1] === "string" ? given[1] : undefined };
  if (typeof first === "string" && !(first >= 0)) path = first;
  host ||= "localhost";
  if (path ? network === "all" : isAllowed(host)) return call();
  socket.connecting = true;
  setImmediate(expose(() => socket.destroy(refusal(path || host))));
  return socket;
}

/** A datagram's host is the last text that it is given, but for what is sent. */
function reach(given, call, socket) {
  const host = given.findLast((one) => typeof one === "string");
  if (host === undefined || host === given[0] || isAllowed(host)) return call();
  const error = refusal(host), done = given.at(-1);
  setImmediate(expose(() => (typeof done === "function" ? done(error) : socket.emit("error", error))));
  return undefined;
}

/** Names of this machine are answered here: a resolver might ask the net. */
function lookUp(given, call) {
  if (network === "all") return call();
  const [host, options] = [given[0] || "localhost", typeof given[1] === "function" ? {} : given[1]];
  // What a socket that listens for datagrams looks up is its own address.
  if (!isAllowed(host) && !["0.0.0.0", "::"].includes(host)) return answer(given, refusal(host));
  const { family = 0, all } = isObject(options) ? options : { family: options };
  const known = net.isIP(host) ? [host] : ["127.0.0.1", "::1"];
  const found = known.map((address) => ({ address, family: net.isIP(address) }))
    .filter((item) => ![4, 6].includes(+String(family).slice(-1)) || item.family === +String(family).slice(-1));
  return answer(given, null, toNode(all ? found : found[0]), all);
}

/** To the callback, or as a promise. */
function answer(given, error, found, isList) {
  const done = given.at(-1);
  if (typeof done !== "function") return error ? rejection(error) : promise(found);
  setImmediate(expose(() => (found && !isList ? done(error, found.address, found.family) : done(error, found))));
  return {};
}

/** The prototypes of handles cannot be had but through a handle. */
function guardHandles() {
  const prototypeOf = (options) => {
    const socket = new net.Socket().on("error", () => {});
    socket.connect(options);
    const { _handle: handle } = socket;
    socket.destroy();
    return Object.getPrototypeOf(handle);
  };
  const tcp = prototypeOf({ host: "127.0.0.1", port: 1 }), pipe = prototypeOf({ path: "/" });
  const datagram = dgram.createSocket("udp4");
  const states = Object.getOwnPropertySymbols(datagram).map((symbol) => datagram[symbol]);
  const udp = Object.getPrototypeOf(states.find((state) => state?.handle).handle);
  datagram.close();
  const resolver = Object.getPrototypeOf(new dns.Resolver()._handle);
  const only = (owner, names, isRight) =>
    guardAll(owner, names, (_, given, call) => (isRight(given) ? call() : EACCES));
  const isOpen = () => network === "all";
  only(tcp, ["connect", "connect6"], (given) => isAllowed(given[1]));
  only(tcp, ["bind", "bind6"], (given) => isAllowed(given[0]));
  only(udp, ["connect", "connect6"], (given) => isAllowed(given[0]));
  // What a connected socket sends has no address, and fewer arguments.
  only(udp, ["send", "send6"], (given) => given.length < 6 || isAllowed(given[4]));
  only(udp, ["addMembership", "addSourceSpecificMembership"], isOpen);
  only(pipe, ["connect", "bind"], isOpen);
  only(resolver, Object.getOwnPropertyNames(resolver).filter((name) => /^(query|getHostByAddr)/.test(name)), isOpen);
  // A handle over a descriptor could be one over the channel to the program.
  for (const handle of [tcp, pipe, udp]) only(handle, ["open"], () => false);
}
