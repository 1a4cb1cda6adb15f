import { expect } from 'chai';
import { configurationOf } from '../../src/node/configuration/load.ts';
import { RELOADED_OPTIONS, reload } from '../../src/node/reload.ts';
import { OPTION_LIST } from '../../src/node/configuration/option-list.ts';

function setUp() {
  const told: unknown[] = [];
  const log = { level: 'info', debug() {}, info() {}, warn() {}, error() {} };
  const files = { changed: [] as string[], reload: () => files.changed };
  const parts = {
    log,
    files,
    antiEntropy: {
      setPace: ({ intervalMs, bytesPerSecond }: { intervalMs: number; bytesPerSecond: number }) =>
        void told.push({ intervalMs, bytesPerSecond }),
    },
    slowRequests: { thresholdMs: 500 },
    copy: { setRate: (bytesPerSecond: number) => void told.push({ bytesPerSecond }) },
  };
  return { parts, told, log, files };
}

describe('a configuration that is read again', () => {
  const before = configurationOf({ cluster: { secret: 'old' } });

  it('is taken on where that needs no restart, and told apart from what does', () => {
    const { parts, told, log } = setUp();
    const after = configurationOf({
      log: { level: 'debug', slowRequestMs: 90 },
      repair: { intervalMs: 700 },
      transfer: { bytesPerSecond: 5000 },
      zone: 'east',
      cluster: { secret: 'new' },
      listen: ['/ip4/127.0.0.1/tcp/1'],
    });
    const { inForce, ...options } = reload(parts, before, after);
    expect(options).to.deep.equal({
      applied: ['log.level', 'log.slowRequestMs', 'repair.intervalMs', 'transfer.bytesPerSecond'].toSorted(),
      waiting: ['cluster.secret', 'listen', 'zone'],
    });
    expect([log.level, parts.slowRequests.thresholdMs]).to.deep.equal(['debug', 90]);
    // What waits for a restart goes on doing so, however often the file is read again.
    expect(reload(parts, inForce, after)).to.deep.include({ applied: [], waiting: options.waiting });
    expect(told.slice(0, 2)).to.deep.equal([
      { intervalMs: 700, bytesPerSecond: before.repair.bytesPerSecond },
      { bytesPerSecond: 5000 },
    ]);
  });

  it('has the files read again that options name, and tells which of them had changed', () => {
    const { parts, files } = setUp();
    files.changed = ['tls.certFile', 'access.tokensFile'];
    const { applied, waiting } = reload(parts, before, before);
    expect({ applied, waiting }).to.deep.equal({
      applied: ['access.tokensFile', 'tls.certFile'],
      waiting: [],
    });
  });

  it('changes nothing at all where one of those files is wrong', () => {
    const { parts, told, log } = setUp();
    parts.files.reload = () => {
      throw new Error('no certificate');
    };
    const after = configurationOf({ log: { level: 'debug' }, cluster: { secret: 'old' } });
    expect(() => reload(parts, before, after)).to.throw('no certificate');
    expect([told, log.level]).to.deep.equal([[], 'info']);
  });

  it('changes nothing where it says the same', () => {
    const { parts } = setUp();
    const again = configurationOf({ cluster: { secret: 'old' } });
    expect(reload(parts, before, again)).to.deep.equal({ applied: [], waiting: [], inForce: before });
  });

  it('names options that there are', () => {
    expect(OPTION_LIST.map(({ path }) => path)).to.include.members([...RELOADED_OPTIONS]);
  });
});
