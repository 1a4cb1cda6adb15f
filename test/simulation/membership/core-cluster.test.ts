import { expect } from 'chai';
import { CoreCluster } from './core-cluster.ts';
import { encodedBytes } from './message-meter.ts';
import { roughWeather } from './scenarios/rough-weather.ts';
import { beginWeather } from './weather.ts';

describe('a cluster of cores', () => {
  it('knows whether all views are true without looking at them all', () => {
    const cluster = CoreCluster.settled(20, { seed: 3 });
    const answers = new Set<boolean>();
    const look = (times: number): void => {
      for (; times > 0; times--) {
        cluster.run(200);
        const isConverged = everyViewIsTrue(cluster);
        expect(cluster.isConverged(), `at ${cluster.nowMs} ms`).to.equal(isConverged);
        answers.add(isConverged);
      }
    };
    const ends = (['loss', 'pauses', 'starvation'] as const).map((weather) => beginWeather(cluster, weather));
    look(100);
    cluster.split();
    look(100);
    cluster.heal();
    look(100);
    for (const end of ends) end();
    cluster.kill(cluster.members[4]!);
    look(50);
    cluster.start(cluster.members[4]!);
    cluster.leave(cluster.members[5]!);
    look(400);
    expect([...answers]).to.have.members([true, false]);
  });

  it('counts bytes by samples that come within a fiftieth of the truth', () => {
    let bytes = 0;
    const cluster: CoreCluster = CoreCluster.settled(30, {
      seed: 4,
      delayMs: 1,
      tamper: (_member, event) => {
        if (event.kind === 'message') bytes += encodedBytes(event.message);
        return event;
      },
    });
    const before = cluster.meter.total().bytes;
    bytes = 0;
    beginWeather(cluster, 'starvation');
    for (const member of cluster.members.slice(0, 8)) {
      cluster.tell(member, { kind: 'ownIntent', change: { zone: `zone ${member.index}` } });
    }
    cluster.run(20_000);
    expect(cluster.meter.total().bytes - before).to.be.within(0.98 * bytes, 1.02 * bytes);
  });

  it('replays exactly from its seed', () => {
    const run = (seed: number) =>
      roughWeather({ members: 12, seed, lastingMs: 30_000, weathers: ['loss', 'pauses', 'starvation'] });
    expect(run(7)).to.deep.equal(run(7));
    expect(run(8).figures).to.not.deep.equal(run(7).figures);
  });
});

/** The same by looking at everybody's view of everybody. */
function everyViewIsTrue({ members }: CoreCluster): boolean {
  return members.every(({ swim, side, peer: observer }) =>
    members.every(({ peer, side: itsSide, swim: its }) => {
      if (swim === undefined || peer === observer) return true;
      const liveness = swim.member(peer)?.liveness ?? 'dead';
      return liveness === (its !== undefined && side === itsSide ? 'alive' : 'dead');
    }),
  );
}
