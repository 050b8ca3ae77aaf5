// The requests of a tenant as they come: a long poll, one at a time, and none while nobody looks.

import { control } from "./api.js";

const keptMax = 500;
const waitSeconds = 20;
/** Between two polls at least, however many requests there are. */
const pauseMilliseconds = 250;
const retryMilliseconds = 1_500;

/**
 * Follows a tenant until the signal is aborted.
 *
 * `onChange(requests, isDisabled)` gets what is known, newest first, `onConnection(isThere, error)` whether the server
 * answers.
 */
export async function follow(tenant, signal, onChange, onConnection) {
  let cursor = null;
  let requests = [];
  while (!signal.aborted) {
    try {
      await untilVisible(signal);
      const query = cursor ? `&after=${cursor}&wait=${waitSeconds}` : "";
      const answer = await control("GET", `/requests?limit=${keptMax}${query}`, { tenant, signal });
      onConnection(true);
      cursor = answer.meta.cursor;
      if (!answer.meta.whole && !answer.requests.length) continue;
      requests = (answer.meta.whole ? answer.requests : [...answer.requests, ...requests]).slice(0, keptMax);
      onChange(requests, answer.requestJournalDisabled);
      await pause(pauseMilliseconds);
    } catch (error) {
      if (signal.aborted) return;
      onConnection(false, error);
      await pause(retryMilliseconds);
    }
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function untilVisible(signal) {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true, signal });
    signal.addEventListener("abort", resolve, { once: true });
  });
}
