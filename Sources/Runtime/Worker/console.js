// What an action writes, to its console and to the process's output as packages do: one text in the order of writing.

const { Console } = load("node:console");
const { Writable } = load("node:stream");

/** More than is kept, so that the program replaces a secret before it cuts it in two. */
const LOG_BYTES_MORE = 8192;

function consoleTo(write) {
  const stream = toNode({});
  stream.write = expose(([text]) => { write(text); return true; });
  return new Console({ stdout: stream, stderr: stream, ignoreErrors: false, colorMode: false });
}

/** Sends so many bytes of text, all actions of an execution together. */
function logger(bytes) {
  let left = bytes + LOG_BYTES_MORE;
  return (action, chunk) => {
    let text = withoutWorker(chunk).slice(0, left), size;
    while ((size = byteLength(text)) > left) text = text.slice(0, text.length - Math.ceil((size - left) / 3));
    left -= size;
    if (text) send("log", { action, text });
  };
}

function takeOutput(write) {
  for (const [name, fd] of [["stdout", 1], ["stderr", 2]]) {
    let stream;
    const get = expose(() => stream ??= Object.assign(new Writable({
      decodeStrings: false, write: expose(([chunk, , done]) => { write(String(chunk)); done(); }),
    }), { fd }));
    Object.defineProperty(process, name, { get, configurable: true, enumerable: true });
  }
}
