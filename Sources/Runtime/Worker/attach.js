// Takes jobs of a LocalTenant elsewhere, beside a team's own node_modules:
//
//   curl -s URL/__admin/runtime/worker.js | node - URL [TOKEN]
//
// Each job runs in a child as a LocalTenant with Node has it; under --inspect here, without limits, for breakpoints.

const wait = (seconds) => new Promise((resolve) => node.setTimeout(resolve, seconds * 1000));
const note = (line) => writeSync(2, `${line}\n`);

async function attach([address, token]) {
  const url = new URL(address), isDebugging = Boolean(load("node:inspector").url());
  const call = (path, query, more) => {
    const target = new URL(url);
    target.pathname = `${url.pathname.replace(/\/$/, "")}/__admin/runtime/work${path}`;
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    return node.fetch(target, { headers: token ? { authorization: `Bearer ${token}` } : {}, ...more });
  };
  if (isDebugging) {
    confineExit();
    watch();
  }
  note(`Taking actions to run from ${url.origin}${isDebugging ? ", one at a time, for the debugger" : ""}.`);
  for (let isLost = false; ;) {
    try {
      const answer = await call("", { wait: 30, ...(isDebugging && { debug: true }) });
      if (isLost) note(`${url.origin} answers again.`);
      isLost = false;
      if (answer.status === 204) continue;
      if (answer.status !== 200) throw new Error(`it answers ${answer.status}: ${await answer.text()}`);
      const { id, ...work } = await answer.json();
      const run = serveWork(work, isDebugging).then((result) => {
        note(`${work.job.trigger}: ${work.job.actions.map(({ name }) => name).join(", ")}: ${result.ended}`);
        return call(`/${id}`, {}, { method: "POST", body: JSON.stringify(result) });
      }).catch(({ message }) => note(`A result could not be handed in: ${message}`));
      if (isDebugging) await run;
    } catch (error) {
      if (!isLost) note(`${url.origin} cannot be used: ${error.cause?.message || error.message}. Trying every second.`);
      isLost = true;
      await wait(1);
    }
  }
}

function serveWork({ job, timeout_ms, heap_mb }, isDebugging) {
  const folder = load("node:path").resolve("node_modules");
  if (fs.existsSync(folder)) job.node_modules = folder;
  return isDebugging ? runHere(job) : runInChild(job, timeout_ms, heap_mb);
}

function runHere(job) {
  const lines = [];
  deliver = (line) => lines.push(JSON.parse(line));
  send("ready", { node: process.version });
  return new Promise((resolve) => execute({ ...job, network: "all" }, () => resolve({ lines, ended: "exited" })));
}

function runInChild(job, timeout_ms, heap_mb) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const permission = major > 22 || (major === 22 && minor >= 13) ? ["--permission"] : ["--experimental-permission"];
  if (major > 24) permission.push("--allow-net");
  if (job.node_modules) permission.push(`--allow-fs-read=${job.node_modules}/*`);
  const flags = ["--no-warnings", `--max-old-space-size=${heap_mb}`, ...permission, "--no-addons"];
  const child = load("node:child_process").spawn(process.execPath, [...flags, "-e", `(${worker})()`],
    { cwd: "/", env: {}, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const channel = child.stdio[3], lines = [];
  let isLate = false;
  const deadline = node.setTimeout(() => { isLate = true; child.kill("SIGKILL"); }, timeout_ms);
  load("node:readline").createInterface({ input: channel }).on("line", (line) => {
    try {
      lines.push(JSON.parse(line));
    } catch {
      // A process that is killed may leave a part of a line.
    }
  });
  channel.on("error", () => {});
  channel.write(`${JSON.stringify(job)}\n`);
  return new Promise((resolve) => child.on("close", (_, signal) => {
    node.clearTimeout(deadline);
    resolve({ lines, ended: isLate ? "timeout" : signal ? `signal ${signal}` : "exited" });
  }));
}
