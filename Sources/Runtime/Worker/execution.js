// One execution of a trigger: its actions in order, each with a copy of the event and an `api` of its own.

/** The execution, and the action of it that runs. */
let running, current;

function warn({ warnings }, message) {
  if (warnings.length < 100 && !warnings.includes(message)) warnings.push(message);
}

/** Calls `finished` when the last line is sent. */
function execute(job, finished) {
  const { cache = [], groups = [], roles = [], executed_rules = [], actions, resume, now } = job;
  const start = milliseconds();
  const clock = () => now + Math.floor(milliseconds() - start);
  const [version, methods, entry, resumed] = triggers[job.trigger] ?? [];
  const flow = {
    actions, methods: methods ?? {}, entry, resumed, clock, finished, groups, roles, executed_rules,
    folder: job.node_modules, event: JSON.stringify(job.event), cache: new Cache(cache, clock),
    outcome: {}, mirrors: {}, ...resume?.state, warnings: [], callBytes: 0, log: logger(job.logs_bytes),
  };
  network = job.network;
  tellRefusal = (message) => warn(flow, message);
  usePackages(job.node_modules);
  if (version && job.trigger_version && job.trigger_version !== version) {
    warn(flow, `${job.trigger} ${job.trigger_version} is deprecated; this ran with the api of ${version}.`);
  }
  running = flow;
  run(flow, resume?.action ?? 0, Boolean(resume));
}

function run(flow, index, isResumed) {
  const action = flow.actions[index];
  if (!action) return finish(flow, "final");
  const { outcome, mirrors } = flow;
  const stage = {
    flow, index, outcome, mirrors, event: eventFor(flow, action), entry: isResumed ? flow.resumed : flow.entry,
    modules: [], start: milliseconds(), console: consoleTo((text) => { if (current === stage) flow.log(index, text); }),
  };
  current = stage;
  send("begin", { action: index });
  try {
    const handler = handlerOf(loadAction(action, stage, flow.folder), stage.entry);
    stage.boot = milliseconds();
    const settled = promise(handler(stage.event, apiOf(flow.methods, stage)));
    Promise.prototype.then.call(settled, () => end(stage), (thrown) => end(stage, errorOf(thrown)));
  } catch (thrown) {
    end(stage, errorOf(thrown));
  }
}

/** A copy, with what earlier calls of `api` mirror in it. */
function eventFor({ event, mirrors }, { secrets = {} }) {
  const copy = JSON.parse(event);
  copy.secrets = secrets;
  copy.configuration ??= {};
  for (const [path, value] of Object.entries(mirrors)) {
    const members = path.split("."), last = members.pop();
    // Of these the transaction alone comes into being by what is set in it.
    if (members[0] === "transaction") copy.transaction ??= {};
    if (!isObject(copy[members[0]])) continue;
    members.reduce((owner, member) => owner[member] ??= {}, copy)[last] = value;
  }
  return toNode(copy);
}

/** In the order of the service's checks. */
function handlerOf(exported, entry) {
  if (typeof exported !== "object" || exported === null) throw new Error("The Action must export an object.");
  if (!entry) throw new Error("The Action can only be called with valid methods.");
  const handler = exported[entry];
  if (typeof handler === "function" && handler.constructor?.name === "AsyncFunction") return handler;
  throw new Error(`Invalid function signature for the "${entry}" handler. ` +
    `Use "exports.${entry} = async function(event, api) { }" as the signature.`);
}

/** The action is over, once: what it does from now on is not listened to. */
function end(stage, thrown) {
  if (current !== stage) return;
  current = undefined;
  lookAt(stage);
  const { flow, index, entry, boot, start, modules, outcome, mirrors } = stage, now = milliseconds();
  const [boot_ms, ms] = [(boot ?? now) - start, now - (boot ?? now)].map((time) => Math.round(time * 1000) / 1000);
  const error = thrown ?? stage.aborted;
  send("end", {
    action: index, entry, boot_ms, ms, error: error && described(error), modules, outcome,
  });
  // In a turn of its own, so that what this action leaves to be reported is.
  setImmediate(expose(() => {
    if (error) finish(flow, "partial", index);
    else if (stage.stops) finish(flow, "final", index);
    else if (stage.suspends) finish(flow, "suspended", index);
    else run(flow, index + 1);
  }));
}

function finish(flow, status, last = flow.actions.length) {
  if (flow.isFinished) return;
  flow.isFinished = true;
  const { outcome, mirrors, cache, warnings } = flow, isSuspended = status === "suspended";
  const skipped = isSuspended ? [] : flow.actions.map((_, index) => index).filter((index) => index > last);
  send("done", {
    status, suspended: isSuspended ? last : undefined, skipped, outcome, state: { outcome, mirrors },
    cache: cache.items, warnings,
  });
  flow.finished();
}

/** What would end the process ends the action; what comes late is told; a promise that nothing settles is an error. */
function watch() {
  endProcess = (how) => {
    const { index } = current ?? {};
    warn(running, `${how} was called, which ends the execution.`);
    if (current) end(current, new Error(`The action called ${how}.`));
    finish(running, "partial", index);
    throw new Error(`${how} is not possible in an action.`);
  };
  takeOutput((text) => { if (current) running.log(current.index, text); });
  guard(process, "emit", ([name, thrown, origin], call) => {
    if (name === "beforeExit" && running) return idle();
    const isHandled = call();
    if (isHandled || name !== "uncaughtException" || !running) return isHandled;
    const how = origin === "unhandledRejection" ? "A promise was rejected and nobody looked" : "An exception came late";
    warn(running, `${how}: ${described(thrown).stack}`);
    return true;
  });
}

function idle() {
  if (!current) return finish(running, "partial");
  const message = "The handler's promise never settled: nothing is left to run that could settle it.";
  const name = "UnsettledPromise", stack = `${name}: ${message}`;
  return end(current, Object.assign(new Error(message), { name, stack }));
}
