import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { isProven } from '../../src/transport/operator-proof.ts';
import { NOTHING_EXCHANGED, type PauseOrder, type RepairProgress } from '../../src/wire/repair-codec.ts';
import { type StubPeer, startPeer } from '../server/peer.ts';
import { type Ran, runStarling } from './test-terminal.ts';

const done = (report: Partial<RepairProgress['report']>): RepairProgress => ({
  done: true,
  failure: undefined,
  report: { ...NOTHING_EXCHANGED, ...report },
});

describe('starling repair', () => {
  let peer: StubPeer;

  beforeEach(async () => {
    peer = await startPeer();
    own('peer-Aaa', 'peer-Bbb', 'peer-Ccc');
  });

  afterEach(() => peer.stop());

  /** These own everything, and all are reached at the one stub. */
  function own(...peers: readonly string[]): void {
    const [member] = peer.topology.members;
    peer.topology = {
      ...peer.topology,
      width: peers.length,
      members: peers.map((name) => ({ ...member!, peer: name })),
      owners: Array.from({ length: peer.topology.partitions }, () => peers.map((_, place) => place)).flat(),
    };
  }

  function kill(name: string): void {
    const members = peer.topology.members.map((one) =>
      one.peer === name ? { ...one, liveness: 'dead' } : one,
    );
    peer.topology = { ...peer.topology, members };
  }

  function starling(...args: string[]): Promise<Ran> {
    return runStarling(['repair', ...args, '--address', peer.address]);
  }

  it('has each two owners compare, and says what that came to', async () => {
    peer.onRepair = () => done({ partitions: 16, differing: 2, given: 1000, taken: 24, recordBytes: 2048 });
    const { exitCode, out, err } = await starling();
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).to.match(
      /^3 pairs compared 48 partitions in .*: 6 differed, and 3,072 records with 6\.0 KiB were moved\.\n$/,
    );
    expect(peer.repairs.map((order) => order.partition)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('has one member compare with each of the others, and one partition alone, where it is told to', async () => {
    const { out } = await starling('Bbb', '--partition', '5');
    expect(out).to.match(/^2 pairs compared 16 partitions in .*: nothing differed\.\n$/);
    expect(peer.repairs.map((order) => order.partition)).to.deep.equal([5, 5]);
  });

  it('lets each member take part in one comparison at a time, and different ones at once', async () => {
    const names = ['Aaa', 'Bbb', 'Ccc', 'Ddd', 'Eee'].map((name) => `peer-${name}`);
    const others = await Promise.all(names.slice(1).map(() => startPeer()));
    const stubs = [peer, ...others];
    own(...names);
    const members = peer.topology.members.map((one, place) => ({
      ...one,
      clientAddress: stubs[place]!.address,
    }));
    for (const stub of stubs) stub.topology = { ...peer.topology, members };
    const busy: string[] = [];
    let most = 0;
    const clashes: string[] = [];
    stubs.forEach((stub, place) => {
      stub.onRepair = async ({ peer: partner }) => {
        const both = [names[place]!, partner];
        clashes.push(...both.filter((name) => busy.includes(name)));
        busy.push(...both);
        most = Math.max(most, busy.length);
        await new Promise((resolve) => setTimeout(resolve, 10));
        for (const name of both) busy.splice(busy.indexOf(name), 1);
        return done({ partitions: 16 });
      };
    });
    const { out } = await starling();
    await Promise.all(others.map((stub) => stub.stop()));
    expect(out).to.match(/^10 pairs compared 160 partitions/);
    expect(clashes).to.deep.equal([]);
    expect(most).to.equal(4);
  });

  it('exits with 1 where somebody could not compare, and says who and why', async () => {
    kill('peer-Ccc');
    peer.onRepair = () => done({ partitions: 15, notCompared: 1 });
    const { exitCode, out } = await starling();
    expect(exitCode).to.equal(1);
    expect(out).to.match(/^3 pairs compared 15 partitions in .*: nothing differed\.\n/);
    expect(out).to.match(
      /\n! peer-\w+ and peer-\w+ did not compare 1 partition: one of the two has yet to copy/,
    );
    expect(out.match(/did not compare 16 partitions: peer-Ccc is dead\n/g)).to.have.length(2);
  });

  it('tells programs the same', async () => {
    let answers = 0;
    peer.onRepair = () => {
      if (answers++ === 0)
        return { ...done({}), failure: new StarlingError('WRONG_OWNERS', 'others own it') };
      return done({ partitions: 16, differing: 1, taken: 2, recordBytes: 30 });
    };
    own('peer-Aaa', 'peer-Bbb');
    const failure = JSON.parse((await starling('--json')).out) as Record<string, unknown>;
    expect(failure).to.include({ pairs: 1, partitions: 0, recordsMoved: 0 });
    expect(failure['failures']).to.deep.equal([
      { peers: ['peer-Aaa', 'peer-Bbb'], partitions: 16, reason: 'others own it' },
    ]);
    const { exitCode, out } = await starling('--json');
    expect(exitCode).to.equal(0);
    expect(JSON.parse(out)).to.deep.include({
      pairs: 1,
      differing: 1,
      recordsMoved: 2,
      bytesMoved: 30,
      failures: [],
    });
  });

  it('counts what was moved before a comparison was given up', async () => {
    own('peer-Aaa', 'peer-Bbb');
    const failure = new StarlingError('TIMEOUT', 'it fell silent');
    peer.onRepair = () => ({ ...done({ partitions: 16, given: 7, recordBytes: 70 }), failure });
    const { exitCode, out } = await starling('--json');
    expect(exitCode).to.equal(1);
    expect(JSON.parse(out)).to.deep.include({ recordsMoved: 7, bytesMoved: 70 });
  });

  it('has nothing to do where nothing has two owners', async () => {
    own('peer-Aaa');
    expect(await starling()).to.deep.equal({
      exitCode: 0,
      out: 'There is nothing to compare: no partition that is meant has two owners.\n',
      err: '',
    });
  });

  for (const [what, args, words] of [
    ['a partition that there is not', ['--partition', '16'], 'they go from 0 to 15'],
    ['a partition that is none', ['--partition', 'all'], 'Give a whole number'],
    ['a member that there is not', ['nobody'], "no member's id ends in nobody"],
  ] as const) {
    it(`exits with 2 on ${what}, and compares nothing`, async () => {
      const { exitCode, err } = await starling(...args);
      expect(exitCode).to.equal(2);
      expect(err).to.include(words);
      expect(peer.repairs).to.deep.equal([]);
    });
  }

  const withSecret = (...args: string[]) =>
    runStarling(['repair', ...args, '--address', peer.address], { env: { STARLING_SECRET: 'secret' } });

  it('pauses comparisons of all members for an hour, with the secret, and says so', async () => {
    const { exitCode, out, err } = await withSecret('--pause');
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).to.equal(
      '3 of 3 members will begin no comparisons for 1 h 0 min; `starling repair --resume` ends that before.\n',
    );
    expect([peer.pauses.length, peer.repairs.length]).to.deep.equal([3, 0]);
    const [{ proof, ...order }] = peer.pauses as [PauseOrder];
    expect(order).to.include({ peer: `peer-at-${peer.address}`, pauseMs: 3_600_000 });
    const proven = { clusterId: 'c1', action: 'pause repair', ...order } as const;
    expect(isProven(['secret'], proven, proof)).to.equal(true);
  });

  it('pauses one member for as long as it is told, and lets it go on', async () => {
    await withSecret('Bbb', '--pause', '90s');
    expect((await withSecret('Bbb', '--resume')).out).to.equal(
      '1 of 1 member will compare by themselves again.\n',
    );
    expect(peer.pauses.map(({ pauseMs }) => pauseMs)).to.deep.equal([90_000, 0]);
  });

  it('exits with 1 where a member could not be told, and says which', async () => {
    kill('peer-Ccc');
    const { exitCode, out } = await withSecret('--pause', '2h');
    expect(exitCode).to.equal(1);
    expect(out).to.match(/^2 of 3 members will begin no comparisons for 2 h 0 min;/);
    expect(out).to.match(/\n! peer-Ccc did not obey: it is dead; a restart ends every pause\n$/);
    const json = JSON.parse((await withSecret('--resume', '--json')).out) as { members: object[] };
    expect(json).to.include({ pauseMs: 0 });
    expect(json.members).to.deep.include({ peer: 'peer-Aaa' });
    expect(json).to.have.nested.property('members[2].error.code', 'UNAVAILABLE');
  });

  it('exits with 2 where the secret is another one, having told nobody else', async () => {
    peer.onPause = () => {
      throw new StarlingError('FORBIDDEN', 'the secret is not that of this cluster');
    };
    const { exitCode, out, err } = await withSecret('--pause');
    expect({ exitCode, out }).to.deep.equal({ exitCode: 2, out: '' });
    expect(err).to.include('FORBIDDEN');
  });

  for (const [what, args, words] of [
    ['a pause without a unit', ['--pause', '90'], '90s, 15m, 36h or 7d'],
    ['a pause that is too long', ['--pause', '8d'], 'which is the most'],
    ['a pause of nothing', ['--pause', '0s'], '90s, 15m, 36h or 7d'],
    ['a pause that goes on', ['--pause', '--resume'], 'cannot be used with'],
    ['a pause of a partition', ['--pause', '2h', '--partition', '5'], 'cannot be used with'],
  ] as const) {
    it(`exits with 2 on ${what}, and pauses nothing`, async () => {
      const { exitCode, err } = await starling(...args);
      expect(exitCode).to.equal(2);
      expect(err).to.include(words);
      expect([peer.pauses, peer.repairs]).to.deep.equal([[], []]);
    });
  }
});
