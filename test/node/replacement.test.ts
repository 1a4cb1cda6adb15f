import { expect } from 'chai';
import type { Intent } from '../../src/membership/intent.ts';
import { Replacement } from '../../src/node/replacement.ts';
import { Custody } from '../../src/replication/custody.ts';
import { intentOf } from '../membership/intent-of.ts';

const FULL = Uint8Array.of(0xff);

/** A newcomer that is to take the place of `old`, beside two others. */
function setUp(own: Partial<Intent> = {}) {
  const intents = new Map(
    ['a', 'b', 'old'].map((peer) => [peer, intentOf(peer, { complete: FULL })] as [string, Intent]),
  );
  intents.set('self', intentOf('self', { status: 'joining', seat: 'old', ...own }));
  const dead = new Set<string>();
  const removed: string[] = [];
  const custody = new Custody({ self: 'self', partitions: 8, replicas: 3, complete: new Uint8Array() });
  custody.update([...intents.values()]);
  const livenessOf = (peer: string) => (dead.has(peer) ? ('dead' as const) : ('alive' as const));
  const replacement = new Replacement({
    self: 'self',
    custody,
    writeQuorum: 2,
    gossip: {
      intents: () => [...intents.values()],
      liveness: livenessOf,
      members: () =>
        [...intents.values()].map((intent) => ({
          peer: intent.peer,
          liveness: livenessOf(intent.peer),
          incarnation: 1,
          sinceMs: 0,
          accusers: [],
          roundTripMs: undefined,
          intent,
        })),
      beginRemoval: (peer) => void removed.push(peer),
    },
  });
  return { replacement, intents, dead, removed };
}

describe('the replacement of a member', () => {
  it('declares it removed once it is dead', () => {
    const { replacement, dead, removed } = setUp();
    replacement.advance();
    expect(removed).to.deep.equal([]);
    expect(replacement.reason()).to.match(/to replace old, which is alive: stop that one/);
    dead.add('old');
    replacement.advance();
    expect(removed).to.deep.equal(['old']);
    expect(replacement.reason()).to.equal(undefined);
  });

  it('waits where too few others hold everything', () => {
    const { replacement, intents, dead, removed } = setUp();
    dead.add('old');
    intents.set('b', intentOf('b', { complete: new Uint8Array() }));
    replacement.advance();
    expect(removed).to.deep.equal([]);
    expect(replacement.reason()).to.match(/old, of which 8 partitions have fewer than 2 other owners/);
  });

  it('is no business of a node that has joined, nor of one that replaces nobody', () => {
    for (const { replacement, dead, removed } of [setUp({ status: 'active' }), setUp({ seat: '' })]) {
      dead.add('old');
      replacement.advance();
      expect([removed, replacement.reason()]).to.deep.equal([[], undefined]);
    }
  });

  it('is done where the other has gone, or was never there', () => {
    const gone = setUp();
    gone.intents.set('old', intentOf('old', { status: 'removed', author: 'a' }));
    const unknown = setUp({ seat: 'nobody' });
    for (const { replacement, removed } of [gone, unknown]) {
      replacement.advance();
      expect([removed, replacement.reason()]).to.deep.equal([[], undefined]);
    }
  });
});
