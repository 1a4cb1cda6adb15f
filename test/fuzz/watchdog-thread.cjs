/**
 * Looks now and then whether the other thread is still at the input that it was at before: nothing within that thread could. Then it
 * says what the input is and ends the process.
 */
'use strict';

const { Buffer } = require('node:buffer');
const { writeSync } = require('node:fs');
const { performance } = require('node:perf_hooks');
const { setInterval } = require('node:timers');
const { workerData } = require('node:worker_threads');

const { header, text, stallMs } = workerData;
const LOOK_MS = 250;

/** Words of `header`: how often an input was begun or ended (odd: one is under way), and the length of its description. */
const [ROUND, LENGTH] = [0, 1];

let round = 0;
let sinceMs = performance.now();

setInterval(() => {
  const now = Atomics.load(header, ROUND);
  if (now !== round) {
    round = now;
    sinceMs = performance.now();
  } else if (now % 2 === 1 && performance.now() - sinceMs > stallMs) {
    const description = Buffer.from(text.subarray(0, Atomics.load(header, LENGTH))).toString();
    writeSync(2, `\nafter ${stallMs} ms there is no end: ${description}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}, LOOK_MS);
