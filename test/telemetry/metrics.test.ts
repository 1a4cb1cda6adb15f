import { expect } from 'chai';
import { Metrics } from '../../src/telemetry/metrics.ts';

describe("a node's metrics", () => {
  it('are collected when they are read, in the text format of Prometheus', async () => {
    const metrics = new Metrics();
    const total = metrics.counter('things_total', 'Things so far.');
    const level = metrics.gauge('level_bytes', 'How full it is.');
    let things = 0;
    metrics.onCollect(() => {
      total.set((things += 2));
      level.set(5 - things);
    });
    expect(metrics.contentType).to.match(/^text\/plain; version=0\.0\.4/);
    await metrics.text();
    expect((await metrics.text()).split('\n')).to.deep.equal([
      '# HELP starling_things_total Things so far.',
      '# TYPE starling_things_total counter',
      'starling_things_total 4',
      '',
      '# HELP starling_level_bytes How full it is.',
      '# TYPE starling_level_bytes gauge',
      'starling_level_bytes 1',
      '',
    ]);
  });

  it('have one figure for each value of a label', async () => {
    const metrics = new Metrics();
    const members = metrics.gaugeBy<'alive' | 'dead'>('liveness', 'members', 'Members.');
    metrics.onCollect(() => members.set({ alive: 3, dead: 0 }));
    expect(await metrics.text())
      .to.include('\nstarling_members{liveness="alive"} 3\n')
      .and.include('\nstarling_members{liveness="dead"} 0\n');
  });

  it('are those of one node where a process has several', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    one.gauge('level', 'A level.').set(1);
    other.gauge('level', 'A level.').set(2);
    expect(await one.text()).to.include('\nstarling_level 1\n');
    expect(await other.text()).to.include('\nstarling_level 2\n');
  });
});
