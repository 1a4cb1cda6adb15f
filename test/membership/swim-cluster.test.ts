import { expect } from 'chai';
import type { SwimEffect } from '../../src/membership/event.ts';
import type { LivenessUpdate } from '../../src/membership/member.ts';
import { DEFAULT_SWIM_OPTIONS } from '../../src/membership/swim-options.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type CoreNode, SwimCluster, type SwimClusterOptions } from './swim-cluster.ts';

/** How long after the last fault every view must be right: the longest wait for a retry, and a suspicion. */
const CONVERGENCE_MS = 1.25 * DEFAULT_SWIM_OPTIONS.reconnectMaxMs + 15_000;

function forSeeds(count: number, check: (seed: number) => void): void {
  for (let seed = 1; seed <= count; seed++) {
    try {
      check(seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

/** How long until everybody sees everything as it is. */
function convergenceMs(cluster: SwimCluster, withinMs: number): number {
  const sinceMs = cluster.nowMs;
  if (!cluster.runUntil(() => cluster.isConverged(), withinMs)) {
    throw new Error(`not converged after ${withinMs} ms: ${wrongViews(cluster).join(', ')}`);
  }
  return cluster.nowMs - sinceMs;
}

function wrongViews(cluster: SwimCluster): string[] {
  return cluster
    .running()
    .flatMap((observer) =>
      [...cluster.nodes.values()]
        .filter(({ name, isRunning }) => isRunning !== (cluster.livenessAt(observer, name) === 'alive'))
        .map(
          ({ name }) => `${observer.name} sees ${name} ${cluster.livenessAt(observer, name) ?? 'not at all'}`,
        ),
    );
}

/** Everybody's connection to a killed process breaks. */
function breakConnections(cluster: SwimCluster, name: string): void {
  for (const node of cluster.running()) cluster.tell(node, { kind: 'peerUnreachable', peer: name });
}

/** Ten random faults, one after the other and overlapping; ends with all of them over. */
function storm(cluster: SwimCluster, random: SeededRandom): void {
  const names = [...cluster.nodes.keys()];
  const anyone = () => names[random.integer(names.length)]!;
  const faults = [
    () => cluster.kill(anyone()),
    () => cluster.pause(anyone()),
    () => (cluster.loss = random.between(0.1, 0.6)),
    () => (cluster.delayMs = random.between(10, 300)),
    () => {
      const cut = 1 + random.integer(names.length - 1);
      cluster.partition(names.slice(0, cut), names.slice(cut));
    },
  ];
  for (let i = 0; i < 10; i++) {
    faults[random.integer(faults.length)]!();
    cluster.run(random.between(200, 6000));
    if (random.chance(0.3)) recover(cluster);
  }
  recover(cluster);
}

function recover(cluster: SwimCluster): void {
  cluster.partition();
  cluster.loss = 0;
  cluster.delayMs = 5;
  for (const { name, isRunning, isPaused } of [...cluster.nodes.values()]) {
    if (!isRunning) cluster.add(name);
    else if (isPaused) cluster.resume(name);
  }
}

/** The planted bug: a node hears that it is suspected, or dead, and doesn't raise its incarnation in what it says. */
function neverRefutes(node: CoreNode, effect: SwimEffect): SwimEffect | undefined {
  if (effect.kind !== 'send') return effect;
  const first = node.firstIncarnation;
  const unrefuted = (update: LivenessUpdate) =>
    update.peer === node.name ? { ...update, incarnation: first } : update;
  const { body, updates, intents } = effect.message;
  const told = body.kind === 'entries' ? { ...body, members: body.members.map(unrefuted) } : body;
  return { ...effect, message: { body: told, updates: updates.map(unrefuted), intents } };
}

describe('a cluster of membership cores', () => {
  it('knows of a newcomer everywhere within a second, at 30 members', () => {
    forSeeds(3, (seed) => {
      const cluster = SwimCluster.settled(29, { seed });
      cluster.add('n29', 'n7');
      expect(convergenceMs(cluster, 5000)).to.be.at.most(1000);
    });
  });

  for (const count of [2, 3, 5, 10, 20]) {
    it(`knows within 3 s that one of ${count} members was killed`, () => {
      forSeeds(30, (seed) => {
        const cluster = SwimCluster.settled(count, { seed });
        cluster.run(cluster.random.between(0, 1000));
        cluster.kill('n1');
        breakConnections(cluster, 'n1');
        expect(convergenceMs(cluster, 20_000)).to.be.at.most(3000);
      });
    });

    it(`knows within 4 s that one of ${count} members vanished, though no connection broke`, () => {
      forSeeds(30, (seed) => {
        const cluster = SwimCluster.settled(count, { seed });
        cluster.run(cluster.random.between(0, 1000));
        cluster.kill('n1');
        expect(convergenceMs(cluster, 20_000)).to.be.at.most(4000);
      });
    });
  }

  it('knows of the deaths of several at once', () => {
    forSeeds(10, (seed) => {
      const cluster = SwimCluster.settled(10, { seed });
      for (const name of ['n1', 'n4', 'n5', 'n8']) cluster.kill(name);
      expect(convergenceMs(cluster, 60_000)).to.be.at.most(15_000);
    });
  });

  it('knows within half a second, and without a suspicion, that a member has left', () => {
    forSeeds(10, (seed) => {
      const cluster = SwimCluster.settled(20, { seed });
      const node = cluster.node('n3');
      cluster.tell(node, { kind: 'leave' });
      cluster.kill('n3');
      expect(convergenceMs(cluster, 5000)).to.be.at.most(500);
      const seen = cluster.running().flatMap(({ changes }) => changes.filter(({ peer }) => peer === 'n3'));
      expect(seen.map(({ liveness }) => liveness)).not.to.include('suspect');
    });
  });

  it('declares nobody dead in a minute of 10 % loss and 50 ms delays', () => {
    forSeeds(5, (seed) => {
      const cluster = SwimCluster.settled(10, { seed });
      const sinceMs = cluster.nowMs;
      cluster.loss = 0.1;
      cluster.delayMs = 50;
      cluster.run(60_000);
      const deaths = cluster
        .running()
        .flatMap(({ changes }) =>
          changes.filter(({ atMs, liveness }) => atMs > sinceMs && liveness === 'dead'),
        );
      expect(deaths).to.deep.equal([]);
    });
  });

  it('declares nobody dead when members stall for half a second, one after the other', () => {
    forSeeds(5, (seed) => {
      const cluster = SwimCluster.settled(10, { seed });
      const sinceMs = cluster.nowMs;
      for (let i = 0; i < 20; i++) {
        const name = `n${cluster.random.integer(10)}`;
        cluster.pause(name);
        cluster.run(500);
        cluster.resume(name);
        cluster.run(500);
      }
      const deaths = cluster
        .running()
        .flatMap(({ changes }) =>
          changes.filter(({ atMs, liveness }) => atMs > sinceMs && liveness === 'dead'),
        );
      expect(deaths).to.deep.equal([]);
    });
  });

  it('lets a member that was stopped for long refute its death', () => {
    forSeeds(10, (seed) => {
      const cluster = SwimCluster.settled(5, { seed });
      const paused = cluster.node('n2');
      cluster.pause('n2');
      cluster.run(30_000);
      for (const node of cluster.running()) {
        if (node !== paused) expect(cluster.livenessAt(node, 'n2')).to.equal('dead');
      }
      cluster.resume('n2');
      convergenceMs(cluster, CONVERGENCE_MS);
      expect(paused.incarnation).to.be.greaterThan(paused.firstIncarnation);
      const accused = paused.changes.filter(
        ({ atMs, liveness }) => atMs > cluster.nowMs - 500 && liveness === 'dead',
      );
      expect(accused, 'the one that slept declared others dead').to.deep.equal([]);
    });
  });

  it('takes back a member that was killed and restarted', () => {
    forSeeds(10, (seed) => {
      const cluster = SwimCluster.settled(5, { seed });
      cluster.kill('n2');
      cluster.run(10_000);
      cluster.add('n2');
      expect(convergenceMs(cluster, 5000)).to.be.at.most(1000);
    });
  });

  it('heals a split of any shape, however long it lasted', () => {
    forSeeds(20, (seed) => {
      const cluster = SwimCluster.settled(9, { seed });
      const names = [...cluster.nodes.keys()];
      const cut = 1 + cluster.random.integer(8);
      cluster.partition(names.slice(0, cut), names.slice(cut));
      cluster.run(cluster.random.between(30_000, 120_000));
      const isSplit = cluster.running().every(({ name }) => {
        const other = names.indexOf(name) < cut ? names[cut]! : names[0]!;
        return cluster.livenessAt(cluster.node(name), other) !== 'alive';
      });
      expect(isSplit, 'the split was noticed').to.equal(true);
      cluster.partition();
      convergenceMs(cluster, CONVERGENCE_MS);
    });
  });

  it('leaves nobody that lives declared dead once the faults are over (P7), whatever they were', () => {
    forSeeds(60, (seed) => {
      const cluster = SwimCluster.settled(6, { seed });
      storm(cluster, new SeededRandom(seed));
      convergenceMs(cluster, CONVERGENCE_MS);
    });
  });

  it('converges with 30 members after a storm', () => {
    forSeeds(3, (seed) => {
      const cluster = SwimCluster.settled(30, { seed });
      storm(cluster, new SeededRandom(seed));
      convergenceMs(cluster, CONVERGENCE_MS);
    });
  });

  it('stays as it is, with few messages, when nothing happens', () => {
    const cluster = SwimCluster.settled(20, { seed: 1 });
    cluster.run(5000);
    const before = cluster.messages;
    cluster.run(60_000);
    expect(cluster.isConverged()).to.equal(true);
    expect((cluster.messages - before) / 20 / 60).to.be.at.most(8);
  });

  it('does the same again from the same seed', () => {
    const history = () => {
      const cluster = SwimCluster.settled(6, { seed: 7 });
      storm(cluster, new SeededRandom(7));
      return [cluster.messages, ...cluster.running().map(({ changes }) => changes)];
    };
    expect(history()).to.deep.equal(history());
  });
});

describe('the check that nobody who lives stays dead', () => {
  const seedsThatFail = (options: Omit<SwimClusterOptions, 'seed'>) => {
    let failed = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const cluster = SwimCluster.settled(6, { seed, ...options });
      storm(cluster, new SeededRandom(seed));
      if (!cluster.runUntil(() => cluster.isConverged(), CONVERGENCE_MS)) failed++;
    }
    return failed;
  };

  it('catches a suspicion that is never refuted', () => {
    expect(seedsThatFail({ tamper: neverRefutes })).to.be.greaterThan(0);
  });

  it('catches dead members that are never tried again', () => {
    const forgetsTheDead = (_node: CoreNode, effect: SwimEffect) =>
      effect.kind === 'schedule' && effect.timer.kind === 'reconnect' ? undefined : effect;
    let failed = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const cluster = SwimCluster.settled(6, { seed, tamper: forgetsTheDead });
      cluster.partition(['n0', 'n1', 'n2'], ['n3', 'n4', 'n5']);
      cluster.run(20_000);
      cluster.partition();
      if (!cluster.runUntil(() => cluster.isConverged(), CONVERGENCE_MS)) failed++;
    }
    expect(failed).to.equal(5);
  });

  it('finds nothing in the same runs without a planted bug', () => {
    expect(seedsThatFail({})).to.equal(0);
  });
});
