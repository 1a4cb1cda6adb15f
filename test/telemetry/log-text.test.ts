import { expect } from 'chai';
import { textOfLogLine } from '../../src/telemetry/log-text.ts';

const line = (facts: object) =>
  textOfLogLine(JSON.stringify({ level: 30, time: '2026-01-02T12:04:31.207Z', ...facts }));

describe('a log line for people', () => {
  it('has the time, the level, the sentence and the facts', () => {
    expect(line({ level: 40, name: 'n', msg: 'nobody answered', attempt: 2, alone: true })).to.equal(
      '12:04:31.207 WARN  nobody answered  attempt=2 alone=true\n',
    );
  });

  it('does not repeat what the sentence says', () => {
    expect(line({ msg: 'member x is dead', peer: 'x', incarnation: 7 })).to.equal(
      '12:04:31.207 INFO  member x is dead  incarnation=7\n',
    );
  });

  it('ends with the sentence where there are no facts', () => {
    expect(line({ msg: 'ready' })).to.equal('12:04:31.207 INFO  ready\n');
  });

  it('shows a level that it has no name for by its number', () => {
    expect(line({ level: 35, msg: 'odd' })).to.equal('12:04:31.207 35    odd\n');
  });
});
