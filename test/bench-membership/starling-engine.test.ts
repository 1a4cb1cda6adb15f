import { systemClock } from '../../src/base/system/clock.ts';
import { expect } from 'chai';
import { StarlingEngine } from '../../scripts/bench-membership/starling-engine.ts';
import type { ReadyLine } from '../../src/cli/start.ts';
import type { Log, LogFacts } from '../../src/telemetry/log.ts';
import { Telemetry } from '../../src/telemetry/telemetry.ts';

const TIME = '2026-11-26T06:57:13.250Z';
const PEER = '12D3KooWDJbq9i7YxXtEktMqcfba4qAoxPpKCzPciMQERBPJ9Z9o';

/** What a peer's log says of what `happen` reports, as lines of JSON. */
function linesOf(happen: (telemetry: Telemetry) => void): string[] {
  const lines: string[] = [];
  const write = (facts: LogFacts, msg: string) =>
    void lines.push(JSON.stringify({ level: 30, time: TIME, name: 'starling', ...facts, msg }));
  const log: Log = { debug() {}, info: write, warn: write, error: write };
  happen(new Telemetry(log, systemClock));
  return lines;
}

const engine = new StarlingEngine('/nowhere');

describe("the lines of Starling's log, to the benchmark", () => {
  for (const liveness of ['alive', 'suspect', 'dead'] as const) {
    it(`say that a member is ${liveness}, and when that was written`, () => {
      const lines = linesOf((telemetry) =>
        telemetry.livenessChanged({ peer: PEER, liveness, previous: undefined, incarnation: 7 }),
      );
      expect(lines.map((line) => engine.read(line))).to.deep.equal([
        { kind: 'sees', id: PEER, state: liveness, writtenMs: Date.parse(TIME) },
      ]);
    });
  }

  it('say that a peer denies its death', () => {
    expect(linesOf((telemetry) => telemetry.refuted(3)).map((line) => engine.read(line))).to.deep.equal([
      { kind: 'refutes' },
    ]);
  });

  it('say that it has joined, and under which id, on the descriptor that it is given', () => {
    const ready: ReadyLine = {
      peer: PEER,
      clientAddress: '127.0.0.2:7400',
      adminAddress: null,
      addresses: [],
      pid: 1,
    };
    expect(engine.read(JSON.stringify(ready))).to.deep.equal({ kind: 'ready', id: PEER });
  });

  it('say when it first turned to another peer', () => {
    expect(engine.read('{"msg":"first contact"}')).to.deep.equal({ kind: 'contacts' });
  });

  it('mean nothing otherwise, whatever they are', () => {
    const others = [
      ...linesOf((telemetry) => telemetry.arrived('joined')),
      '',
      'null',
      '{ "torn',
      'node:internal/errors:540',
    ];
    for (const line of others) expect(engine.read(line), line).to.equal(undefined);
  });
});

describe('the command that runs a Starling peer', () => {
  const seat = { name: 'm1', host: '127.0.0.2', port: 7500, controlPort: 7400, folder: '/f/m1' };

  it('founds a cluster where there is nobody to join by, and else joins by its address', () => {
    expect(engine.command(seat, undefined).args).to.include('--found');
    const joining = engine.command({ ...seat, name: 'm2', host: '127.0.0.3' }, seat).args;
    expect(joining).not.to.include('--found');
    expect(joining[joining.indexOf('--bootstrap') + 1]).to.equal('/ip4/127.0.0.2/tcp/7500');
  });
});
