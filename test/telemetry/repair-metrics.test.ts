import { expect } from 'chai';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { addRepairMetrics } from '../../src/telemetry/repair-metrics.ts';

describe('the metrics of repair', () => {
  it('say whether comparisons are paused, as it is when they are read', async () => {
    const metrics = new Metrics();
    let leftMs = 0;
    addRepairMetrics(metrics, { pauseLeftMs: () => leftMs });
    expect(await metrics.text()).to.match(/^starling_repair_paused 0$/m);
    leftMs = 1;
    expect(await metrics.text()).to.match(/^starling_repair_paused 1$/m);
  });
});
