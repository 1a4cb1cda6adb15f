/** How busy the peer was, from its own history and then from each snapshot. */
import { Chart } from './chart.js';
import { byId } from './dom.js';
import { bytes, duration, latency, percent, rate } from './quantity.js';

/** @typedef {import('../../telemetry/load-history.ts').LoadSample} LoadSample */

/** As many as the peer keeps. */
const SAMPLES = 180;

const OPERATIONS = /** @type {const} */ (['get', 'put', 'delete', 'scan']);

export class Charts {
  /** @type {LoadSample[]} */
  #samples = [];
  #charts = chartsOfLoad();

  constructor() {
    byId('charts').replaceChildren(...this.#charts.map(({ element }) => element));
  }

  /** @param {readonly LoadSample[]} samples all there are */
  begin(samples) {
    this.#samples = [...samples];
    this.#draw();
  }

  /** @param {LoadSample | null} sample the newest, which may be here already */
  add(sample) {
    if (sample === null || sample.timeMs === this.#samples.at(-1)?.timeMs) return;
    this.#samples.push(sample);
    if (this.#samples.length > SAMPLES) this.#samples.shift();
    this.#draw();
  }

  #draw() {
    for (const chart of this.#charts) chart.update(this.#samples);
  }
}

function chartsOfLoad() {
  const requests = OPERATIONS.map((name, index) => ({
    name,
    line: `line-${index}`,
    valueOf: (/** @type {LoadSample} */ { operations }) => operations[name].perSecond,
  }));
  const failed = {
    name: 'failed',
    line: 'line-bad',
    valueOf: (/** @type {LoadSample} */ { operations }) =>
      OPERATIONS.reduce((sum, name) => sum + operations[name].failedPerSecond, 0),
  };
  return [
    new Chart({
      title: 'Requests that it coordinates',
      series: [...requests, failed],
      format: rate,
      topOf: decimalTop(10),
    }),
    latencyChart('How long gets take', 'get'),
    latencyChart('How long puts take', 'put'),
    new Chart({
      title: 'Event loop and processor',
      series: [
        { name: 'loop busy', line: 'line-0', valueOf: ({ busy }) => busy },
        { name: 'processor, of one core', line: 'line-1', valueOf: ({ cpu }) => cpu },
      ],
      format: percent,
      topOf: decimalTop(1),
    }),
    new Chart({
      title: 'How late the event loop is',
      series: [{ name: 'on average, where by 50 ms or more', line: 'line-0', valueOf: ({ lagMs }) => lagMs }],
      format: duration,
      topOf: decimalTop(100),
    }),
    new Chart({
      title: 'Resident memory',
      series: [{ name: 'resident', line: 'line-0', valueOf: ({ residentBytes }) => residentBytes }],
      format: bytes,
      topOf: (highest) => 2 ** Math.ceil(Math.log2(highest + 1)),
    }),
  ];
}

/** @param {string} title @param {'get' | 'put'} name */
function latencyChart(title, name) {
  return new Chart({
    title,
    series: [
      { name: 'p50', line: 'line-0', valueOf: ({ operations }) => operations[name].p50Ms },
      { name: 'p99', line: 'line-1', valueOf: ({ operations }) => operations[name].p99Ms },
    ],
    format: latency,
    topOf: decimalTop(1),
  });
}

/** The next of 1, 2, 5, 10, 20, ... @param {number} least @returns {(highest: number) => number} */
function decimalTop(least) {
  return (highest) => {
    const value = Math.max(least, highest);
    const magnitude = 10 ** Math.floor(Math.log10(value));
    return magnitude * ([1, 2, 5].find((step) => step * magnitude >= value) ?? 10);
  };
}
