// The program's end of descriptor 3: a job comes in on a line, what happens goes out in lines as it happens.

const CHANNEL = 3;
const { readSync, writeSync } = fs;

/** Where lines go; a debugging session has them elsewhere. */
let deliver = (line) => {
  const bytes = bufferFrom(`${line}\n`);
  try {
    for (let offset = 0; offset < bytes.length;) offset += unpolluted(() => writeSync(CHANNEL, bytes, offset));
  } catch {
    exit(1); // nobody is left to tell
  }
};

/** Node looks for an error of its own in members that an action may have given to all objects. */
function unpolluted(act) {
  const names = ["errno", "error"].filter((name) => Object.hasOwn(nodeObjectPrototype, name));
  const members = names.map((name) => Object.getOwnPropertyDescriptor(nodeObjectPrototype, name));
  for (const name of names) delete nodeObjectPrototype[name];
  const value = act();
  names.forEach((name, index) => Object.defineProperty(nodeObjectPrototype, name, members[index]));
  return value;
}

// Half of a surrogate pair is no text to others: it goes out as U+FFFD.
const HALVES = /(?<=(?:^|[^\\])(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;
const send = (kind, content) => deliver(JSON.stringify({ [kind]: content }).replace(HALVES, "\\ufffd"));

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
