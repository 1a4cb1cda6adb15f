import { expect } from 'chai';
import { type ClientError, type Command, type Outcome } from '../../clients/conformance/adapter.ts';
import { Bench, type Check, type Distortion } from '../../clients/conformance/bench.ts';
import { CHECKS } from '../../clients/conformance/checks.ts';
import { typescript } from '../../clients/conformance/languages/typescript.ts';

interface Mutant extends Distortion {
  /** What is wrong with the client, as a sentence whose subject it is. */
  readonly name: string;
  /** How the name of the check that must notice it begins. */
  readonly check: string;
}

/** What the client is told, without some of its fields. */
function without(...names: readonly string[]): (command: Command) => Command {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).filter(([name]) => !names.includes(name));
    return Object.fromEntries(fields.map(([name, field]) => [name, strip(field)]));
  };
  return (command) => strip(command) as Command;
}

/** The errors that the client gives, changed. */
function withErrors(change: (error: ClientError) => Partial<ClientError>): (outcome: Outcome) => Outcome {
  return (outcome) =>
    'error' in outcome ? { error: { ...outcome.error, ...change(outcome.error) } } : outcome;
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'sends nothing again',
    check: 'sends again what failed',
    command: (command) => (command.do === 'connect' ? { ...command, retries: 0 } : command),
  },
  {
    name: 'sends again more often than it may',
    check: 'gives up after as many retries',
    command: (command) => (command.do === 'connect' ? { ...command, retries: 3 } : command),
  },
  { name: 'reads at any consistency', check: 'hands consistency', command: without('consistency') },
  { name: 'writes at any durability', check: 'hands consistency', command: without('durability') },
  { name: 'writes no sloppier than otherwise', check: 'asks for a sloppy', command: without('sloppy') },
  { name: 'ignores the session', check: 'writes above', command: without('session') },
  { name: 'keeps for ever what should expire', check: 'gives each item', command: without('ttlMs') },
  { name: 'takes no time to live for one', check: 'refuses a time to live', command: without('ttlMs') },
  {
    name: 'has more patience than it may',
    check: 'gives up when its time',
    command: (command) => ('timeoutMs' in command ? { ...command, timeoutMs: 3000 } : command),
  },
  {
    name: 'says of what may have been written that it was not',
    check: 'never says "not written"',
    outcome: withErrors(({ code }) => (code === 'QUORUM_FAILED' ? { code: 'DISK_FULL' } : {})),
  },
  {
    name: 'calls every error a passing one',
    check: 'gives its program the error',
    outcome: withErrors(() => ({ retryable: true })),
  },
  {
    name: 'takes whatever it is given for a key',
    check: 'refuses keys',
    outcome: (outcome) => ('error' in outcome ? { ok: {} } : outcome),
  },
  {
    name: 'mixes up the results of a batch',
    check: 'splits a batch',
    outcome: (outcome) =>
      'ok' in outcome && outcome.ok.results !== undefined
        ? { ok: { results: outcome.ok.results.toReversed() } }
        : outcome,
  },
  {
    name: 'goes on after it was closed',
    check: 'ends what is asked of it',
    command: (command) => (command.do === 'close' ? { do: 'session' } : command),
  },
];

function checkThatBegins(beginning: string): Check {
  const found = CHECKS.filter(({ name }) => name.startsWith(beginning));
  expect(found, beginning).to.have.length(1);
  return found[0]!;
}

describe('the conformance suite for clients', function () {
  this.timeout('60s');

  it('is passed by this project’s own client, as far as these checks go', async () => {
    const bench = new Bench(typescript.adapter);
    try {
      for (const check of new Set(MUTANTS.map(({ check }) => checkThatBegins(check)))) await bench.run(check);
    } finally {
      await bench.close();
    }
  });

  for (const mutant of MUTANTS) {
    it(`notices a client that ${mutant.name}`, async () => {
      const bench = new Bench(typescript.adapter, mutant);
      try {
        const failure = await bench.run(checkThatBegins(mutant.check)).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure).to.be.instanceOf(Error);
        expect((failure as Error).message, 'a client that died shows nothing').to.not.match(
          /the adapter|no answer/,
        );
      } finally {
        await bench.close();
      }
    });
  }
});
