// Serves one execution: a job in, what happens out.

function serve() {
  confine();
  guardNetwork();
  send("ready", { node: process.version });
  const line = receive();
  if (line === null) exit(0);
  execute(JSON.parse(line), () => exit(0));
}

serve();
