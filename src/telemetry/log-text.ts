/**
 * A log line for people, made of pino's:
 *
 *     12:04:31.207 WARN  no member of the cluster answered (...)  addresses=/ip4/127.0.0.1/tcp/7500 attempt=2
 */
export function textOfLogLine(json: string): string {
  const { level, time, msg, name: _name, ...facts } = JSON.parse(json) as PinoLine;
  // What the sentence says already need not be said twice.
  const untold = Object.entries(facts).filter(([, value]) => !msg.includes(String(value)));
  const details = untold.map(([fact, value]) => `${fact}=${String(value)}`);
  const clock = time.slice(time.indexOf('T') + 1, -1);
  return `${clock} ${(LEVEL_NAMES.get(level) ?? String(level)).padEnd(5)} ${[msg, details.join(' ')].join('  ').trimEnd()}\n`;
}

interface PinoLine {
  readonly level: number;
  /** ISO 8601. */
  readonly time: string;
  readonly msg: string;
  readonly name?: string;
  readonly [fact: string]: unknown;
}

const LEVEL_NAMES: ReadonlyMap<number, string> = new Map([
  [10, 'TRACE'],
  [20, 'DEBUG'],
  [30, 'INFO'],
  [40, 'WARN'],
  [50, 'ERROR'],
]);
