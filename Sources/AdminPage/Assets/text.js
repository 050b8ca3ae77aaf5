// How things are written for people, and for shells.

const units = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

/** How long ago a time was: "3 minutes ago". */
export function age(time) {
  const seconds = (Date.now() - Date.parse(time)) / 1_000;
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.trunc(seconds / size), unit);
}

/** The time of day, to the millisecond. */
export function timeOfDay(milliseconds) {
  const time = new Date(milliseconds);
  const pad = (number, length = 2) => String(number).padStart(length, "0");
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => pad(part));
  return `${parts.join(":")}.${pad(time.getMilliseconds(), 3)}`;
}

export function count(number, noun, nouns = `${noun}s`) {
  return `${number} ${number === 1 ? noun : nouns}`;
}

/** JSON with a line for each member; other text as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A word that a POSIX shell takes as this text. */
export function quoted(text) {
  return /^[\w,./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
