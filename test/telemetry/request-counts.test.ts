import { expect } from 'chai';
import { Metrics } from '../../src/telemetry/metrics.ts';
import { RequestCounts } from '../../src/telemetry/request-counts.ts';
import { samplesOf } from './exposition.ts';

const metricsOf = async (requests: RequestCounts) => {
  const metrics = new Metrics();
  requests.addTo(metrics);
  return samplesOf(await metrics.text());
};

describe('the requests of a node', () => {
  it('are counted by operation, consistency and outcome', async () => {
    const requests = new RequestCounts();
    requests.note('put', 'default', undefined, 2);
    requests.note('put', 'default', 'QUORUM_FAILED', 2000);
    requests.note('get', 'all', undefined, 1);
    requests.note('get', 'all', undefined, 1);
    const samples = await metricsOf(requests);
    const total = (labels: string) => samples.get(`starling_requests_total{${labels}}`);
    expect(total('op="put",consistency="default",outcome="ok"')).to.equal(1);
    expect(total('op="put",consistency="default",outcome="quorum_failed"')).to.equal(1);
    expect(total('op="get",consistency="all",outcome="ok"')).to.equal(2);
    expect(total('op="get",consistency="all",outcome="timeout"')).to.equal(0);
  });

  it('are shown before the first, so that its rate can be seen; but not at each consistency', async () => {
    const names = [...(await metricsOf(new RequestCounts())).keys()];
    expect(names).to.include('starling_requests_total{op="scan",consistency="default",outcome="timeout"}');
    expect(names.filter((name) => name.includes('consistency="one"'))).to.deep.equal([]);
  });

  it('have a histogram of how long they took, the failed ones included', async () => {
    const requests = new RequestCounts();
    for (const ms of [0.4, 3, 30_000]) requests.note('put', 'one', ms > 10_000 ? 'TIMEOUT' : undefined, ms);
    const samples = await metricsOf(requests);
    const bucket = (le: string) =>
      samples.get(`starling_request_duration_seconds_bucket{le="${le}",op="put",consistency="one"}`);
    expect([bucket('0.0005'), bucket('0.0025'), bucket('0.005'), bucket('10'), bucket('+Inf')]).to.deep.equal(
      [1, 1, 2, 2, 3],
    );
    const of = (what: string) =>
      samples.get(`starling_request_duration_seconds_${what}{op="put",consistency="one"}`);
    expect(of('count')).to.equal(3);
    expect(of('sum')).to.be.closeTo(30.0034, 1e-9);
  });

  it('add up to what status shows', () => {
    const requests = new RequestCounts();
    requests.note('put', 'default', undefined, 1);
    requests.note('put', 'all', undefined, 1);
    requests.note('get', 'one', 'TIMEOUT', 1);
    requests.note('put', 'one', 'TIMEOUT', 1);
    expect(Object.fromEntries(requests.totals())).to.deep.equal({
      requests_put: 2,
      requests_put_failed: 1,
      requests_get_failed: 1,
      request_errors_timeout: 2,
    });
  });
});
