import { expect } from 'chai';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { addRepairMetrics } from '../../src/telemetry/repair-metrics.ts';

const NOTHING = { partitions: 0, bytes: 0 };

describe('the metrics of repair', () => {
  it('say whether comparisons are paused, as it is when they are read', async () => {
    const metrics = new Metrics();
    let leftMs = 0;
    addRepairMetrics(metrics, { pauseLeftMs: () => leftMs, scrubbed: () => NOTHING });
    expect(await metrics.text()).to.match(/^starling_repair_paused 0$/m);
    leftMs = 1;
    expect(await metrics.text()).to.match(/^starling_repair_paused 1$/m);
  });

  it('count what was read to see whether it is still right', async () => {
    const metrics = new Metrics();
    let scrubbed = NOTHING;
    addRepairMetrics(metrics, { pauseLeftMs: () => 0, scrubbed: () => scrubbed });
    expect(await metrics.text()).to.match(/^starling_scrub_partitions_total 0$/m);
    scrubbed = { partitions: 9, bytes: 8000 };
    const text = await metrics.text();
    for (const line of ['partitions_total 9', 'read_bytes_total 8000']) {
      expect(text).to.include(`\nstarling_scrub_${line}\n`);
    }
  });
});
