import { expect } from 'chai';
import { zeroCounts } from '../../src/membership/counts.ts';
import { type MembershipFigures, addMembershipMetrics } from '../../src/telemetry/membership-metrics.ts';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { problemsOf, promtoolObstacle } from './promtool.ts';

const QUIET: MembershipFigures = {
  members: () => [],
  intents: () => [],
  health: () => ({ multiplier: 1, newsCount: 0, counts: zeroCounts() }),
  traffic: () => ({ sentBytes: 0, receivedBytes: 0, sentMessages: 0, receivedMessages: 0 }),
};

function textOf(figures: Partial<MembershipFigures>): Promise<string> {
  const metrics = new Metrics();
  addMembershipMetrics(metrics, { ...QUIET, ...figures });
  return metrics.text();
}

/** `starling_membership_a_total 5` as `a_total: 5`. */
function samplesOf(text: string): Record<string, number> {
  const samples = text.matchAll(/^starling_membership_(\S+) (\S+)$/gm);
  return Object.fromEntries([...samples].map(([, name = '', value]) => [name, Number(value)]));
}

describe('the metrics of the membership', () => {
  it('count members by liveness, without those that have gone for good', async () => {
    const alive = { liveness: 'alive', intent: { status: 'active' } } as const;
    const dead = { liveness: 'dead', intent: { status: 'active' } } as const;
    const suspect = { liveness: 'suspect', intent: { status: 'joining' } } as const;
    const heardOf = { liveness: 'alive', intent: undefined } as const;
    const gone = (['left', 'removing', 'removed'] as const).map(
      (status) => ({ liveness: 'dead', intent: { status } }) as const,
    );
    const text = await textOf({ members: () => [alive, alive, dead, suspect, heardOf, ...gone] });
    expect(samplesOf(text)).to.include({
      'members{liveness="alive"}': 3,
      'members{liveness="suspect"}': 1,
      'members{liveness="dead"}': 1,
    });
  });

  it('count intents by status, those of the gone as well', async () => {
    const statuses = ['joining', 'active', 'active', 'leaving', 'left', 'removing', 'removed'] as const;
    const text = await textOf({ intents: () => statuses.map((status) => ({ status })) });
    expect(samplesOf(text)).to.include({
      'intents{status="joining"}': 1,
      'intents{status="active"}': 2,
      'intents{status="leaving"}': 1,
      'intents{status="left"}': 1,
      'intents{status="removing"}': 1,
      'intents{status="removed"}': 1,
    });
  });

  it('take over every count of the failure detector, each under its own name', async () => {
    const counts = zeroCounts();
    (Object.keys(counts) as (keyof typeof counts)[]).forEach((name, index) => (counts[name] = 100 + index));
    const samples = samplesOf(await textOf({ health: () => ({ multiplier: 3, newsCount: 7, counts }) }));
    expect(samples).to.include({
      local_health_multiplier: 3,
      gossip_queue_length: 7,
      probes_total: counts.probes,
      probes_relayed_total: counts.probesRelayed,
      probes_failed_total: counts.probesFailed,
      nacks_missed_total: counts.nacksMissed,
      suspicions_total: counts.suspicions,
      suspicions_refuted_total: counts.suspicionsRefuted,
      deaths_total: counts.deaths,
      false_deaths_total: counts.falseDeaths,
      refutations_total: counts.refutations,
      news_refused_total: counts.refusals,
    });
    for (const [name, count] of Object.entries(counts)) {
      expect(Object.values(samples), `${name} has a metric`).to.include(count);
    }
  });

  it('tell what was sent and received', async () => {
    const traffic = { sentBytes: 1, receivedBytes: 2, sentMessages: 3, receivedMessages: 4 };
    expect(samplesOf(await textOf({ traffic: () => traffic }))).to.include({
      sent_bytes_total: 1,
      received_bytes_total: 2,
      sent_messages_total: 3,
      received_messages_total: 4,
    });
  });

  it('are as they are now, at every reading', async () => {
    const metrics = new Metrics();
    const counts = zeroCounts();
    addMembershipMetrics(metrics, { ...QUIET, health: () => ({ multiplier: 1, newsCount: 0, counts }) });
    counts.probes = 5;
    expect(samplesOf(await metrics.text())).to.include({ probes_total: 5 });
    counts.probes = 6;
    expect(samplesOf(await metrics.text())).to.include({ probes_total: 6 });
  });

  describe('in the eyes of promtool', () => {
    before(function () {
      const obstacle = promtoolObstacle();
      if (obstacle === undefined) return;
      if (process.env['CI']) throw new Error(obstacle);
      console.log(`      skipped: ${obstacle}`);
      this.skip();
    });

    it('have nothing wrong', async () => {
      expect(problemsOf(await textOf({}))).to.equal('');
    });

    it('would have, without a help text, a unit of their own or an end', async () => {
      const text = await textOf({});
      expect(problemsOf(text.replace(/^# HELP starling_membership_probes_total.*$/m, ''))).to.include('help');
      expect(problemsOf(text.replaceAll('probes_total', 'probes'))).to.include('_total');
      expect(problemsOf(text.replaceAll('sent_bytes_total', 'sent_kilobytes_total'))).to.include('bytes');
      expect(problemsOf(text.slice(0, -5))).to.not.equal('');
    });
  });
});
