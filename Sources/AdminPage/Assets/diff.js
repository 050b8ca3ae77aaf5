// What differs between two texts, line by line: Myers' algorithm, "An O(ND) Difference Algorithm" (1986).

/** More differences than this are not looked for: then all lines that are not alike at both ends count as changed. */
const differencesMax = 1_000;

/** The steps from one text to another: `{ kind: "same" | "removed" | "added", text, before, after }`, lines from 1. */
export function diff(before, after) {
  const [a, b] = [lines(before), lines(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const steps = [];
  let [x, y] = [0, 0];
  const take = (kind, count) => {
    for (let step = 0; step < count; step += 1) {
      const text = kind === "added" ? b[y] : a[x];
      if (kind !== "added") x += 1;
      if (kind !== "removed") y += 1;
      steps.push({ kind, text, before: kind === "added" ? null : x, after: kind === "removed" ? null : y });
    }
  };
  take("same", start);
  for (const kind of path(a.slice(start, a.length - tail), b.slice(start, b.length - tail))) take(kind, 1);
  take("same", tail);
  return steps;
}

function lines(text) {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** The shortest way from one list of lines to the other, as kinds of steps. */
function path(a, b) {
  const limit = Math.min(a.length + b.length, differencesMax);
  const reach = new Map([[1, 0]]);
  const rounds = [];
  for (let differences = 0; differences <= limit; differences += 1) {
    rounds.push(new Map(reach));
    for (let k = -differences; k <= differences; k += 2) {
      let x = goesDown(reach, k, differences) ? reach.get(k + 1) : reach.get(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace(rounds, a.length, b.length);
    }
  }
  return [...a.map(() => "removed"), ...b.map(() => "added")];
}

function goesDown(reach, k, differences) {
  return k === -differences || (k !== differences && reach.get(k - 1) < reach.get(k + 1));
}

/** Walks the rounds back from the end. */
function trace(rounds, x, y) {
  const steps = [];
  for (let differences = rounds.length - 1; differences >= 0; differences -= 1) {
    const reach = rounds[differences];
    const k = x - y;
    const from = goesDown(reach, k, differences) ? k + 1 : k - 1;
    const fromX = differences === 0 ? 0 : reach.get(from);
    const fromY = differences === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      steps.push("same");
      x -= 1;
      y -= 1;
    }
    if (differences > 0) steps.push(x === fromX ? "added" : "removed");
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}
