// What neither Node's permission model nor the network's guard keeps an action from.

/** Ends the execution where an action would end the process. */
let endProcess = (how) => { throw new Error(how); };

function refused(what) {
  throw Object.assign(new Error(`${what} is refused in an action.`), { code: "ERR_ACCESS_DENIED" });
}

const guardAll = (owner, names, instead) => {
  for (const name of names) guard(owner, name, (given, call) => instead(name, given, call));
};

function confine() {
  const refuse = (name) => refused(name);
  guardAll(process, ["binding", "_linkedBinding", "_kill", "_debugProcess", "_debugEnd", "execve", "initgroups",
    "setegid", "seteuid", "setgid", "setgroups", "setuid"], refuse);
  guardAll(load("node:os"), ["setPriority"], refuse);
  // These open files behind the permission model's back in Node 20, 22 or 24, or change the engine.
  guardAll(load("node:trace_events"), ["createTracing"], refuse);
  guardAll(load("node:v8"), ["setFlagsFromString", "setHeapSnapshotNearHeapLimit"], refuse);
  if (Module.isBuiltin("node:sqlite")) {
    const sqlite = load("node:sqlite");
    guardAll(sqlite, Object.keys(sqlite), refuse);
  }
  // The lines to the program are the worker's.
  guardAll(fs, ["read", "readv", "write", "writev", "close", "readFile", "writeFile", "appendFile"]
    .flatMap((name) => [name, `${name}Sync`]), (name, given, call) => (given[0] === CHANNEL ? refused(name) : call()));
  confineExit();
}

/** Node makes its modules global for a text on the command line, one of them when it has run; the service has none. */
function removeGlobals() {
  const names = ["require", "module", "exports", "__filename", "__dirname", ...Module.builtinModules];
  for (const name of names) if (!["console", "crypto", "process"].includes(name)) delete node[name];
}

function confineExit() {
  guardAll(process, ["exit", "reallyExit", "abort"], (name, given) =>
    endProcess(`process.${name}(${given.length > 0 ? inspect(given[0]) : ""})`));
  guard(process, "kill", ([target, signal]) => {
    if (target !== process.pid) refused(`process.kill(${inspect(target)})`);
    return signal === 0 || endProcess("process.kill(process.pid)");
  });
}
