// Counts what holds and what does not, as checks.py does.

import { isDeepStrictEqual } from 'node:util';

let passed = 0;
let failed = 0;

export function check(what, seen, expected = true) {
    // By way of JSON: what is undefined is as good as absent.
    const [one, other] = [seen, expected].map((value) => JSON.parse(JSON.stringify(value ?? null)));
    if (isDeepStrictEqual(one, other)) {
        passed += 1;
    } else {
        failed += 1;
        console.log(`FAILED ${what}: ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`);
    }
}

// Says how many there were, as the last line, and ends.
export function finish() {
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed ? 1 : 0);
}
