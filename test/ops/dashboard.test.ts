import { expect } from 'chai';
import { documentedMetrics } from '../telemetry/metrics-document.ts';
import { type Dashboard, flawsOf, queriesOf, readDashboard } from './dashboard.ts';
import { unknownReferences } from './metric-references.ts';

describe('the dashboard', () => {
  const dashboard = readDashboard();

  it('asks for metrics and labels that there are', () => {
    const asked = [...queriesOf(dashboard), ...dashboard.templating.list.map(({ query }) => query)];
    expect(unknownReferences(asked.join('\n'), documentedMetrics())).to.deep.equal([]);
  });

  it('has panels side by side, each with a question', () => {
    expect(flawsOf(dashboard)).to.deep.equal([]);
    expect(dashboard.panels.length).to.be.greaterThan(30);
  });

  it('would be found out, with a panel that is over another, or empty', () => {
    const [first, second, third] = dashboard.panels.filter(({ type }) => type !== 'row');
    const flawed = (...panels: Dashboard['panels']) => flawsOf({ ...dashboard, panels }).join();
    expect(flawed(first!, { ...second!, gridPos: first!.gridPos })).to.include('lies over');
    expect(flawed(first!, { ...second!, id: first!.id })).to.include('share an id');
    expect(flawed({ ...third!, targets: [] })).to.include('asks nothing');
    expect(flawed({ ...third!, gridPos: { ...third!.gridPos, x: 22 } })).to.include('too wide');
  });
});

describe('what a query names', () => {
  const documented = documentedMetrics();
  const unknown = (query: string) => unknownReferences(query, documented).join();

  it('is known where the document has it: metrics, parts of histograms, labels', () => {
    expect(
      unknown('rate(starling_request_duration_seconds_bucket{op="put", le="1", instance=~"a.*"}[5m])'),
    ).to.equal('');
  });

  it('is unknown otherwise', () => {
    expect(unknown('rate(starling_request_total[5m])')).to.include('starling_request_total');
    expect(unknown('starling_ready_bucket')).to.include('starling_ready_bucket');
    expect(unknown('starling_membership_members{state="dead"}')).to.include('no label state');
    expect(unknown('starling_ready{reason!~"x"}')).to.include('no label reason');
  });
});
