import { expect } from 'chai';
import {
  type BatchItem,
  type ClientError,
  type Command,
  type Outcome,
} from '../../clients/conformance/adapter.ts';
import { Bench, type Check, type Distortion } from '../../clients/conformance/bench.ts';
import { CHECKS } from '../../clients/conformance/checks.ts';
import { WRONG_TOKEN } from '../../clients/conformance/checks/tokens.ts';
import { typescript } from '../../clients/conformance/languages/typescript.ts';

interface Mutant extends Distortion {
  /** Of the client's process. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is wrong with the client, as a sentence whose subject it is. */
  readonly name: string;
  /** How the name of the check that must notice it begins. */
  readonly check: string;
}

/** Node itself then trusts every certificate. */
const VERIFIES_NOTHING = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

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

/** What the client is told when it connects, changed. */
function connecting(change: (command: Command) => Command): (command: Command) => Command {
  return (command) => (command.do === 'connect' ? change(command) : command);
}

/** The results of a batch, changed. */
function withItems(change: (item: BatchItem) => BatchItem): (outcome: Outcome) => Outcome {
  return (outcome) => {
    const results = 'ok' in outcome ? outcome.ok.results : undefined;
    return results === undefined ? outcome : { ok: { results: results.map(change) } };
  };
}

/** From the first refusal on, every write is refused. */
function stayingAway(): (outcome: Outcome) => Outcome {
  let refusal: Outcome | undefined;
  return (outcome) => {
    const outcomes = 'ok' in outcome ? outcome.ok.outcomes : undefined;
    refusal ??= outcomes?.find((one) => 'error' in one && one.error.code === 'FORBIDDEN');
    return refusal !== undefined && outcomes === undefined ? refusal : outcome;
  };
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'sends nothing again',
    check: 'sends again what failed',
    command: connecting((command) => ({ ...command, retries: 0 })),
  },
  {
    name: 'sends again more often than it may',
    check: 'gives up after as many retries',
    command: connecting((command) => ({ ...command, retries: 3 })),
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
  { name: 'speaks no TLS', check: 'speaks TLS with', command: without('tls') },
  {
    name: 'cuts a value off where a record of TLS ends',
    check: 'sends and takes much',
    outcome: withItems((item) => ({ ...item, value: item.value?.slice(0, 1 << 14) ?? null })),
  },
  { name: 'trusts whoever signed', check: 'has nothing to do with a peer that', env: VERIFIES_NOTHING },
  { name: 'takes any name', check: 'has nothing to do with a peer whose', env: VERIFIES_NOTHING },
  {
    name: 'keeps its certificate to itself',
    check: 'shows its own',
    command: connecting(without('cert', 'key')),
  },
  {
    name: 'hides that the other end speaks no TLS',
    check: 'says so in time where',
    outcome: withErrors(() => ({ message: 'no connection' })),
  },
  { name: 'shows no token', check: 'shows its token', command: without('token') },
  {
    name: 'takes a refused token for a passing failure',
    check: 'gives up at once where its token',
    outcome: withErrors(({ code }) => (code === 'FORBIDDEN' ? { code: 'UNAVAILABLE' } : {})),
  },
  {
    name: 'says which token was refused',
    check: 'gives up at once where its token',
    outcome: withErrors(({ message }) => ({ message: `${message}: ${WRONG_TOKEN}` })),
  },
  {
    name: 'shows a token where it has none',
    check: 'shows no token',
    command: connecting((command) => ({ ...command, token: WRONG_TOKEN })),
  },
  {
    name: 'stays away once its token was refused',
    check: 'ends all that is under way with FORBIDDEN',
    outcome: stayingAway(),
  },
  {
    name: 'shows another token than its own',
    check: 'may what its token',
    command: connecting((command) => ({ ...command, token: 'to write' })),
  },
  {
    name: 'shortens a token that is too long',
    check: 'refuses a token',
    command: connecting((command) => ({ ...command, token: WRONG_TOKEN })),
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
      const bench = new Bench({ ...typescript.adapter, env: mutant.env }, mutant);
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
