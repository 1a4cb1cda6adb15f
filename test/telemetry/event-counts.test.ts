import { expect } from 'chai';
import { Counters } from '../../src/telemetry/counters.ts';
import { type CounterName, addEventMetrics } from '../../src/telemetry/event-counts.ts';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { samplesOf } from './exposition.ts';

describe('the metrics of events', () => {
  it('are there before the first event, and as they are now at every reading', async () => {
    const counts = new Counters<CounterName>();
    const metrics = new Metrics();
    addEventMetrics(metrics, counts);
    expect(samplesOf(await metrics.text()).get('starling_read_repairs_total')).to.equal(0);
    counts.add('read_repairs', 3);
    expect(samplesOf(await metrics.text()).get('starling_read_repairs_total')).to.equal(3);
  });

  it('are told apart by a label where several events share one', async () => {
    const counts = new Counters<CounterName>();
    const metrics = new Metrics();
    addEventMetrics(metrics, counts);
    counts.add('hints_dropped_age', 2);
    counts.add('hints_dropped_disk', 5);
    const samples = samplesOf(await metrics.text());
    expect(samples.get('starling_hints_dropped_total{reason="age"}')).to.equal(2);
    expect(samples.get('starling_hints_dropped_total{reason="disk"}')).to.equal(5);
    expect(samples.get('starling_hints_dropped_total{reason="gone"}')).to.equal(0);
  });
});
