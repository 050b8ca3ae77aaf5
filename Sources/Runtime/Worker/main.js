// Serves one execution: a job in, what happens out. With an address, those of a LocalTenant elsewhere.

function serve() {
  confine();
  guardNetwork();
  watch();
  send("ready", { node: process.version });
  const line = receive();
  if (line === null) exit(0);
  execute(JSON.parse(line), () => exit(0));
}

if (process.argv.length > 2) attach(process.argv.slice(2));
else serve();
