import { expect } from 'chai';
import { DEFAULT_SWIM_OPTIONS } from '../../src/membership/swim-options.ts';
import { SwimCluster, type SwimClusterOptions } from './swim-cluster.ts';

const HOUR_MS = 3_600_000;
const NAMES = ['n0', 'n1', 'n2', 'n3', 'n4'];

function clusterOf(options: Partial<SwimClusterOptions> = {}) {
  const swim = { ...DEFAULT_SWIM_OPTIONS, removeDeadAfterMs: HOUR_MS };
  return SwimCluster.settled(NAMES.length, { seed: 1, swim, ...options });
}

/** Whom the running nodes know as removed, each as they know it. */
function removedAt(cluster: SwimCluster): string[][] {
  return cluster
    .running()
    .map(({ swim }) =>
      [...swim.intents()].flatMap(({ peer, status }) => (status === 'removing' ? [peer] : [])).sort(),
    );
}

describe('the removal of the dead by a timer', () => {
  it('removes a member that has been dead for so long, at all members, and not before', () => {
    const cluster = clusterOf();
    cluster.kill('n3');
    cluster.run(HOUR_MS - 60_000);
    expect(removedAt(cluster)).to.deep.equal([[], [], [], []]);
    cluster.run(120_000);
    expect(removedAt(cluster)).to.deep.equal([['n3'], ['n3'], ['n3'], ['n3']]);
  });

  it('is written by one member', () => {
    const cluster = clusterOf();
    cluster.kill('n0');
    cluster.run(2 * HOUR_MS);
    const authors = cluster.running().map(({ swim }) => swim.intent('n0')?.author);
    expect(new Set(authors)).to.deep.equal(new Set(['n1']));
  });

  it('lets the smaller half of a split remove nobody', () => {
    const cluster = clusterOf();
    cluster.partition(['n0', 'n1'], ['n2', 'n3', 'n4']);
    cluster.run(2 * HOUR_MS);
    expect(removedAt(cluster)).to.deep.equal([[], [], ['n0', 'n1'], ['n0', 'n1'], ['n0', 'n1']]);
  });

  it('lets neither of two equal halves remove the other', () => {
    const cluster = SwimCluster.settled(4, {
      seed: 1,
      swim: { ...DEFAULT_SWIM_OPTIONS, removeDeadAfterMs: 1000 },
    });
    cluster.partition(['n0', 'n1'], ['n2', 'n3']);
    cluster.run(120_000);
    expect(removedAt(cluster)).to.deep.equal([[], [], [], []]);
  });

  it('never happens unless it was asked for', () => {
    const cluster = clusterOf({ swim: DEFAULT_SWIM_OPTIONS });
    cluster.kill('n3');
    cluster.run(3 * HOUR_MS);
    expect(removedAt(cluster)).to.deep.equal([[], [], [], []]);
  });
});
