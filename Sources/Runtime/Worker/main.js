// Serves one execution: a job in, what happens out. With an address, those of a LocalTenant elsewhere.

/** An execution that tells nobody: what every first one has to compile is then compiled before it is waited for. */
const REHEARSAL = {
  trigger: "post-login", event: {}, now: 0, logs_bytes: 0, network: "none",
  actions: [{ name: "", code: "exports.onExecutePostLogin = async (event, api) => console.log(api.cache.get(''));" }],
};

function serve() {
  confine();
  guardNetwork();
  watch();
  const tellProgram = deliver;
  deliver = () => {};
  execute(REHEARSAL, () => {
    removeGlobals();
    deliver = tellProgram;
    send("ready", { node: process.version });
    const line = receive();
    if (line === null) exit(0);
    execute(JSON.parse(line), () => exit(0));
  });
}

if (process.argv.length > 2) attach(process.argv.slice(2));
else serve();
