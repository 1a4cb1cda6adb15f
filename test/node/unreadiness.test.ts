import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { IntentStatus } from '../../src/membership/intent.ts';
import { type ReadyNode, unreadinessOf } from '../../src/node/unreadiness.ts';
import { intentOf } from '../membership/intent-of.ts';

interface Situation {
  readonly status?: IntentStatus;
  readonly incomplete?: number;
  readonly width?: number;
  readonly isStopping?: boolean;
}

function nodeIn({ status, incomplete = 0, width = 3, isStopping = false }: Situation): ReadyNode {
  return {
    self: 'a',
    isStopping,
    gossip: {
      intents: () => [intentOf('b'), ...(status === undefined ? [] : [intentOf('a', { status })])],
    },
    custody: {
      view: { width },
      incomplete: () => Array.from({ length: incomplete }, (_, partition) => partition),
    },
  };
}

describe('the readiness of a node', () => {
  it('is there where the node is an active member and takes writes', () => {
    expect(unreadinessOf(nodeIn({ status: 'active' }), undefined)).to.equal(undefined);
  });

  for (const [situation, reason] of [
    [{}, 'yet to start'],
    [{ status: 'joining' }, 'is joining'],
    [{ status: 'joining', incomplete: 12 }, 'yet to copy 12 partitions'],
    [{ status: 'active', width: 0 }, 'who owns what'],
    [{ status: 'leaving' }, 'is leaving'],
    [{ status: 'left' }, 'has left'],
    [{ status: 'removing' }, 'was removed'],
    [{ status: 'removed' }, 'was removed'],
    [{ status: 'removed', isStopping: true }, 'was removed'],
    [{ status: 'active', isStopping: true }, 'is stopping'],
  ] as const) {
    it(`is not where the node ${JSON.stringify(situation)}: ${reason}`, () => {
      expect(unreadinessOf(nodeIn(situation), undefined)).to.include(reason);
    });
  }

  it('is not where the store takes no writes, and says why', () => {
    const refusal = new StarlingError('DISK_FULL', 'the disk is full');
    expect(unreadinessOf(nodeIn({ status: 'active' }), refusal)).to.equal(
      'the store takes no writes: the disk is full',
    );
  });
});
