/** A small chart of lines over time. Lines differ in their dashes as well as in their colours, and each has its newest figure beside its name. */
import { html, setText, svg } from './dom.js';
import { duration } from './quantity.js';

/** @typedef {import('../../telemetry/load-history.ts').LoadSample} LoadSample */

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {string} line a class of pictures.css: line-0, line-1, ...
 * @property {(sample: LoadSample) => number | null} valueOf null: there is none, and the line has a gap
 */

const WIDTH = 300;
const HEIGHT = 96;
/** No chart shows less than that, or two samples would fill it. */
const LEAST_MS = 120_000;
/** Longer than that between two samples: some are missing. */
const GAP_MS = 15_000;

export class Chart {
  #series;
  #format;
  #topOf;
  #lines;
  #figures;
  #top = html('span');
  #from = html('span');
  #until = html('span', {}, 'now');
  #cursor = svg('line', { class: 'cursor', y1: '0', y2: String(HEIGHT), visibility: 'hidden' });
  /** @type {readonly LoadSample[]} */
  #samples = [];
  /** @type {number | undefined} where somebody points, 0..1 */
  #pointed;
  element;

  /**
   * @param {object} options
   * @param {string} options.title
   * @param {readonly Series[]} options.series
   * @param {(value: number) => string} options.format
   * @param {(highest: number) => number} options.topOf what the scale ends at where that is the highest value
   */
  constructor({ title, series, format, topOf }) {
    this.#series = series;
    this.#format = format;
    this.#topOf = topOf;
    this.#lines = series.map(({ line }) => svg('path', { class: `line ${line}` }));
    this.#figures = series.map(() => html('span', { class: 'figure' }, '–'));
    const legend = series.map(({ name, line }, index) =>
      html('li', {}, key(line), `${name} `, this.#figures[index]),
    );
    const grid = [0.25, 0.5, 0.75].map((share) =>
      svg('path', { class: 'grid', d: `M0 ${HEIGHT * share}H${WIDTH}` }),
    );
    const picture = svg(
      'svg',
      {
        class: 'plot',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      },
      ...grid,
      ...this.#lines,
      this.#cursor,
    );
    picture.addEventListener('pointermove', (event) => this.#point(event.offsetX / picture.clientWidth));
    picture.addEventListener('pointerleave', () => this.#point(undefined));
    this.element = html(
      'figure',
      { class: 'chart' },
      html('figcaption', {}, title),
      html('ul', { class: 'legend' }, ...legend),
      html('div', { class: 'scale muted' }, this.#top),
      picture,
      html('div', { class: 'scale times muted' }, this.#from, this.#until),
    );
  }

  /** @param {readonly LoadSample[]} samples the newest last */
  update(samples) {
    this.#samples = samples;
    const newest = samples.at(-1);
    if (newest === undefined) return;
    const spanMs = Math.max(LEAST_MS, newest.timeMs - samples[0].timeMs);
    const values = samples.flatMap((sample) => this.#series.map(({ valueOf }) => valueOf(sample) ?? 0));
    const top = this.#topOf(Math.max(...values));
    const x = (/** @type {LoadSample} */ { timeMs }) => WIDTH * (1 - (newest.timeMs - timeMs) / spanMs);
    const y = (/** @type {number} */ value) => HEIGHT - 1 - (HEIGHT - 3) * Math.min(1, value / top);
    this.#series.forEach(({ valueOf }, index) => {
      let last = -Infinity;
      const path = samples.map((sample) => {
        const value = valueOf(sample);
        if (value === null) return '';
        const step = sample.timeMs - last > GAP_MS ? 'M' : 'L';
        last = sample.timeMs;
        return `${step}${x(sample).toFixed(1)} ${y(value).toFixed(1)}`;
      });
      this.#lines[index].setAttribute('d', path.join(''));
    });
    setText(this.#top, this.#format(top));
    setText(this.#from, `${duration(spanMs)} ago`);
    this.#tell();
  }

  /** @param {number | undefined} share */
  #point(share) {
    this.#pointed = share;
    this.#tell();
  }

  /** The figures of the time that is pointed at, or the newest. */
  #tell() {
    const newest = this.#samples.at(-1);
    if (newest === undefined) return;
    const spanMs = Math.max(LEAST_MS, newest.timeMs - this.#samples[0].timeMs);
    const timeMs = newest.timeMs - (1 - (this.#pointed ?? 1)) * spanMs;
    const told = this.#samples.reduce((a, b) =>
      Math.abs(b.timeMs - timeMs) < Math.abs(a.timeMs - timeMs) ? b : a,
    );
    const agoMs = newest.timeMs - told.timeMs;
    this.#series.forEach(({ valueOf }, index) => {
      const value = valueOf(told);
      setText(this.#figures[index], value === null ? '–' : this.#format(value));
    });
    setText(this.#until, agoMs === 0 ? 'now' : `figures of ${duration(agoMs)} ago`);
    const at = String(WIDTH * (1 - agoMs / spanMs));
    this.#cursor.setAttribute('visibility', agoMs === 0 ? 'hidden' : 'visible');
    this.#cursor.setAttribute('x1', at);
    this.#cursor.setAttribute('x2', at);
  }
}

/** @param {string} line */
function key(line) {
  return svg(
    'svg',
    { class: 'key', viewBox: '0 0 22 8', 'aria-hidden': 'true' },
    svg('path', { class: `line ${line}`, d: 'M1 4H21' }),
  );
}
