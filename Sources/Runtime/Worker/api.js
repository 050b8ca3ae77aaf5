// `api`, made of a table of methods for each action. A method of the table says, by members that are all optional:
//
//   takes     names that its arguments have in the outcome
//   checks    of its arguments, by the names that messages have for them, in `order` where theirs is another; `prefix`
//             goes before the messages
//   before    a look at the arguments that may throw
//   sets      a part of the outcome that becomes its arguments by their names, or its `value` alone; `adds`: a list
//             that they go to; `with` goes along
//   entry     a part of the outcome of which the first argument names a member and the second is its value
//   run       does the rest; its value is the call's, `isAsync` by a promise
//   stops     later actions do not run; `suspends`: they wait for the user's return
//   chains    the call's value is `api`

const CALLS_BYTES_MAX = 1_048_576;

/** A part of the outcome that is an object. */
const part = (stage, name) => stage.outcome[name] ??= {};
const runs = (methods) => Object.fromEntries(Object.entries(methods).map(([name, run]) => [name, { run }]));
const named = (names, given) => Object.fromEntries(names.map((name, index) => [name, given[index]]));

/** `stage` is what there is of the action that runs: its event, the outcome, the mirrored parts, how it is to end. */
function apiOf(methods, stage) {
  const api = toNode({}), groups = {};
  for (const [name, method] of Object.entries(methods)) {
    const [group, member] = name.split(".");
    put(groups[group] ??= toNode({}), member, expose((given) => perform(name, method, given, stage, api)));
    put(api, group, groups[group]);
  }
  return api;
}

function perform(name, method, given, stage, api) {
  if (current !== stage) {
    warn(stage.flow, `api.${name} was called when its action was over, and is lost.`);
    return method.chains ? api : undefined;
  }
  // What was given then, whatever becomes of it.
  const call = { action: stage.index, call: name, args: given.map((value) => copyOf(value)) };
  let value;
  try {
    value = effect(method, given, stage);
    if (value !== undefined) call.returned = copyOf(value);
  } catch (error) {
    call.threw = { name: error.name, message: error.message };
    if (method.isAsync) return rejection(error);
    throw error;
  } finally {
    tell(stage.flow, call);
  }
  if (method.chains) return api;
  value = toNode(value);
  return method.isAsync ? promise(value) : value;
}

function effect(method, given, stage) {
  const { checks, entry, sets, adds } = method, { outcome } = stage;
  if (checks) check(checks, named(method.order ?? Object.keys(checks.members), given), method.prefix);
  method.before?.(stage, ...given);
  if (entry) put(part(stage, entry), given[0], given[1] === undefined ? null : copyOf(given[1]));
  const item = () => (method.value ? copyOf(given[0]) : { ...method.with, ...copyOf(named(method.takes, given)) });
  if (sets) outcome[sets] = item();
  if (adds) (outcome[adds] ??= []).push(item());
  const value = method.run?.(stage, ...given);
  if (method.stops) stage.stops = true;
  if (method.suspends && !stage.aborted) stage.suspends = true;
  return value;
}

/** An action that calls for ever fills nobody's memory. */
function tell(flow, call) {
  if (flow.callBytes > CALLS_BYTES_MAX) return;
  flow.callBytes += JSON.stringify(call).length;
  if (flow.callBytes <= CALLS_BYTES_MAX) send("call", call);
  else warn(flow, `Calls beyond ${CALLS_BYTES_MAX} bytes of them were done and are not listed.`);
}
