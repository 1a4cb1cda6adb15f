import { expect } from 'chai';
import { Progress } from '../../src/cli/progress.ts';
import { bytes, count, duration, latency, percent } from '../../src/base/quantity.ts';
import { table } from '../../src/cli/table.ts';
import { textOfLogLine } from '../../src/telemetry/log-text.ts';

describe('what people read', () => {
  it('shows numbers in units that fit', () => {
    expect([count(138398), bytes(70), bytes(13 << 20), percent(0.3333)]).to.deep.equal([
      '138,398',
      '70 bytes',
      '13.0 MiB',
      '33.3 %',
    ]);
    expect([850, 4200, 200_000, 7_500_000, 273_600_000].map(duration)).to.deep.equal([
      '850 ms',
      '4.2 s',
      '3 min 20 s',
      '2 h 5 min',
      '3 d 4 h',
    ]);
    expect([0.417, 13.14].map(latency)).to.deep.equal(['0.42 ms', '13.1 ms']);
  });

  it('lines columns up whatever colours are in them', () => {
    const text = table(
      [{ title: 'peer' }, { title: 'keys', align: 'right' }],
      [
        ['\u001b[32mabc\u001b[0m', '1'],
        ['longer', '12,345'],
      ],
    );
    expect(text).to.equal('peer      keys\n\u001b[32mabc\u001b[0m          1\nlonger  12,345\n');
  });

  it('draws progress on one line for a person, and seldom for a log', () => {
    const drawn = (isInteractive: boolean): string => {
      let text = '';
      const progress = new Progress(
        { err: (part) => (text += part), isInteractive },
        { doing: 'x', unit: 'keys', total: 10 },
      );
      const untilMs = performance.now() + 120;
      while (performance.now() < untilMs) progress.update(5);
      progress.end();
      return text;
    };
    const seen = drawn(true);
    expect(seen.startsWith('\r\u001b[Kx  ████████████············   50.0 %  5 keys  '), seen).to.be.true;
    expect(seen.endsWith('\r\u001b[K'), seen).to.be.true;
    expect(drawn(false)).to.equal('');
  });

  it('writes log lines that do not say a fact twice', () => {
    const line = JSON.stringify({
      level: 40,
      time: '2026-11-24T01:45:07.145Z',
      name: 'n',
      msg: 'member abc is dead',
      peer: 'abc',
      incarnation: 2,
    });
    expect(textOfLogLine(line)).to.equal('01:45:07.145 WARN  member abc is dead  incarnation=2\n');
  });
});
