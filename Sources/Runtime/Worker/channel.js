// The program's end of descriptor 3: a job comes in on a line, what happens goes out in lines as it happens.

const CHANNEL = 3;
const { readSync, writeSync } = fs;

/** Where lines go; a debugging session has them elsewhere. */
let deliver = (line) => {
  const bytes = Buffer.from(`${line}\n`);
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(CHANNEL, bytes, offset);
  } catch {
    exit(1); // nobody is left to tell
  }
};

const send = (kind, content) => deliver(JSON.stringify({ [kind]: content }));

/** The next line, or null at the end. */
function receive() {
  const chunks = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const count = readSync(CHANNEL, chunk);
    if (count === 0) return null;
    chunks.push(chunk.subarray(0, count));
    if (chunk[count - 1] === 10) return Buffer.concat(chunks).toString();
  }
}
