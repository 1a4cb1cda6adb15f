import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { Intent } from '../../src/membership/intent.ts';
import { custodyStatusOf } from '../../src/node/custody-status.ts';
import { Custody } from '../../src/replication/custody.ts';
import { intentOf } from '../membership/intent-of.ts';

const FULL = Uint8Array.of(0xff);

/** A node among others, as they are known. */
function setUp(
  intents: readonly Intent[],
  complete = new Uint8Array(),
  refusal?: StarlingError,
  missing: readonly string[] = [],
) {
  const custody = new Custody({ self: 'self', partitions: 8, replicas: 3, complete });
  custody.update(intents);
  const gossip = { intents: () => intents, liveness: () => 'alive' as const };
  return {
    custody,
    status: () =>
      custodyStatusOf({
        self: 'self',
        custody,
        gossip,
        copyProgress: { records: 7, bytes: 700, refusal },
        passage: {
          turn: { missing },
          replacement: { reason: () => undefined },
          lastComparison: { reason: () => undefined },
        },
      }),
  };
}

const founders = ['a', 'b', 'c'].map((peer) => intentOf(peer, { complete: FULL }));

describe('how far a node is', () => {
  it('counts what it owns and is to own, and what it holds of that', () => {
    const { custody, status } = setUp([...founders, intentOf('self', { status: 'joining' })]);
    const owed = custody.uncleared();
    expect(status()).to.include({ owned: owed.length, complete: 0, copiedRecords: 7, copiedBytes: 700 });
    expect(status().changing).to.deep.equal(['self']);
    custody.markCleared(owed);
    for (const partition of owed) custody.markComplete(partition);
    expect(status()).to.deep.include({ complete: owed.length, waiting: [] });
  });

  it('says that it clears first, and then why copying fails', () => {
    const refusal = new StarlingError('NOT_READY', 'no custodian answers');
    const { custody, status } = setUp(
      [...founders, intentOf('self', { status: 'joining' })],
      undefined,
      refusal,
    );
    expect(status().waiting.join()).to.match(
      /removes what it held of \d partitions before.*in vain: no custodian answers/,
    );
    custody.markCleared(custody.uncleared());
    expect(status().waiting.join()).to.match(
      /^self tries to copy, the last time in vain: no custodian answers$/,
    );
  });

  it('names those before whom it is not its turn', () => {
    const { status } = setUp([
      ...founders,
      intentOf('earlier', { status: 'joining' }),
      intentOf('self', { status: 'joining' }),
    ]);
    expect(status().waiting).to.deep.equal(['self is joining and waits for its turn, after earlier (alive)']);
  });

  it('names the successors that a leaving node waits for, and no others', () => {
    const others = [intentOf('a'), intentOf('b', { complete: FULL }), intentOf('c'), intentOf('d')];
    const { custody, status } = setUp([...others, intentOf('self', { status: 'leaving' })], FULL);
    const successors = others.filter(({ peer }) => custody.view.pendingPartitionsOf(peer).length > 0);
    const { waiting } = status();
    expect(waiting).to.have.length(successors.filter(({ peer }) => peer !== 'b').length);
    expect(waiting.join()).to.match(
      /self is leaving and waits until \w \(alive\) says that it has copied \d/,
    );
    expect(waiting.join()).not.to.contain('until b');
  });

  it('names those who have yet to let it change the owners', () => {
    const { status } = setUp(founders, FULL, undefined, ['b', 'c']);
    expect(status().waiting.join()).to.match(
      /is ready, and waits until others let it .* not yet b \(alive\), c \(alive\)$/,
    );
  });
});
