import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { WriteRequestOptions } from '../../src/replication/requests.ts';
import { isProven } from '../../src/transport/operator-proof.ts';
import type { DepartureOrder, MemberRemoval } from '../../src/wire/operator-operation.ts';
import type { Explanation } from '../../src/wire/explanation.ts';
import { type StubPeer, startPeer } from '../server/peer.ts';
import { type Ran, runStarling } from './test-terminal.ts';

const VERSION = /^[0-9a-f]{28}$/;

describe('the command line', () => {
  let peer: StubPeer;

  beforeEach(async () => {
    peer = await startPeer();
  });

  afterEach(() => peer.stop());

  /** Runs a command against the stub peer. */
  function starling(...args: string[]): Promise<Ran> {
    return runStarling([...args, '--address', peer.address]);
  }

  it('puts a value in silence, and gets it with a line end', async () => {
    expect(await starling('put', 'greeting', 'hello')).to.deep.equal({ exitCode: 0, out: '', err: '' });
    expect(await starling('get', 'greeting')).to.deep.equal({ exitCode: 0, out: 'hello\n', err: '' });
  });

  it('lets other peers stand in for owners where a write is told so, and only then', async () => {
    for (const line of [
      ['put', 'a', '1'],
      ['delete', 'a'],
    ]) {
      await starling(...line);
      await starling(...line, '--sloppy');
    }
    const told = peer.requests.seen.map(({ options }) => (options as WriteRequestOptions).sloppy);
    expect(told).to.deep.equal([undefined, true, undefined, true]);
  });

  it('exits with 1 where the key does not exist', async () => {
    const { exitCode, out, err } = await starling('get', 'nothing');
    expect({ exitCode, out }).to.deep.equal({ exitCode: 1, out: '' });
    expect(err).to.include('"nothing"');
  });

  it('deletes a key whether it exists or not', async () => {
    await starling('put', 'a', '1');
    expect((await starling('delete', 'a')).exitCode).to.equal(0);
    expect((await starling('delete', 'never')).exitCode).to.equal(0);
    expect((await starling('get', 'a')).exitCode).to.equal(1);
  });

  it('reads a value from standard input byte for byte', async () => {
    const value = '\ufeffzwei\nZeilen 🐦\n';
    const args = ['put', 'a', '-', '--address', peer.address];
    expect((await runStarling(args, { input: value })).exitCode).to.equal(0);
    expect((await starling('get', 'a')).out).to.equal(`${value}\n`);
  });

  it('refuses standard input that is no text', async () => {
    const { exitCode, err } = await runStarling(['put', 'a', '-', '--address', peer.address], {
      input: Uint8Array.of(0x66, 0xff),
    });
    expect(exitCode).to.equal(2);
    expect(err).to.include('UTF-8');
    expect(peer.requests.records.size).to.equal(0);
  });

  it('prints versions as JSON, null for what is not there', async () => {
    const written = JSON.parse((await starling('put', 'a', '1', '--json')).out) as Record<string, unknown>;
    expect(written).to.have.property('key', 'a');
    expect(written['version']).to.match(VERSION);
    expect(JSON.parse((await starling('get', 'a', '--json')).out)).to.deep.equal({
      ...written,
      value: '1',
      expiresAtMs: null,
    });
    const missing = await starling('get', 'b', '--json');
    expect(JSON.parse(missing.out)).to.deep.equal({
      key: 'b',
      value: null,
      version: null,
      expiresAtMs: null,
    });
    expect(missing.exitCode).to.equal(1);
  });

  it('puts a value that expires, and says as JSON when it will', async () => {
    expect((await starling('put', 'a', '1', '--ttl', '90s')).exitCode).to.equal(0);
    const { out } = await starling('get', 'a', '--json');
    expect(JSON.parse(out)).to.include({ value: '1', expiresAtMs: peer.requests.nowMs + 90_000 });
    peer.requests.nowMs += 90_000;
    expect(await starling('get', 'a')).to.include({ exitCode: 1, out: '' });
  });

  it('sends the consistency and the time limit that it is given', async () => {
    await starling('get', 'a', '--consistency', 'all', '--timeout', '1234');
    const [call] = peer.requests.seen;
    expect(call?.options.consistency).to.equal('all');
    expect(call?.options.timeoutMs).to.be.within(1, 1234);
  });

  it('takes the address from the environment, where no flag names one', async () => {
    const env = { STARLING_ADDRESS: `127.0.0.1:1, ${peer.address}` };
    expect((await runStarling(['put', 'a', '1'], { env })).exitCode).to.equal(0);
  });

  for (const [what, args, words] of [
    ['an unknown command', ['fly'], 'unknown command'],
    ['a missing argument', ['put', 'key'], 'value'],
    ['an unknown flag', ['get', 'a', '--adress', 'x'], '--address'],
    ['an impossible consistency', ['get', 'a', '--consistency', 'most'], 'one, quorum, all'],
    ['a time to live without a unit', ['put', 'a', '1', '--ttl', '90'], '90s, 15m, 36h or 7d'],
    ['an impossible time limit', ['get', 'a', '--timeout', '0'], 'from 1 to'],
    ['an address that is none', ['get', 'a', '--address', 'localhost'], 'host:port'],
    ['a level of load that is none', ['bench', '--in-flight', '1,none'], 'separated by commas'],
  ] as const) {
    it(`exits with 2 on ${what}, and says so`, async () => {
      const { exitCode, out, err } = await runStarling(args);
      expect({ exitCode, out }).to.deep.equal({ exitCode: 2, out: '' });
      expect(err).to.include(words);
    });
  }

  it('exits with 2 where the cluster finds the request itself wrong', async () => {
    const { exitCode, err } = await starling('put', 'k'.repeat(1025), 'v');
    expect(exitCode).to.equal(2);
    expect(err).to.include('INVALID_ARGUMENT');
  });

  it('exits with 3 where the cluster fails the request, naming the code and no stack', async () => {
    peer.requests.before = () => {
      throw new StarlingError('DISK_FULL', 'there is no room left at all');
    };
    const { exitCode, err } = await starling('put', 'a', '1');
    expect(exitCode).to.equal(3);
    expect(err).to.equal('there is no room left at all (DISK_FULL)\n');
    expect((await starling('put', 'a', '1', '--verbose')).err).to.include('    at ');
  });

  it('exits with 3 where nobody listens, and says what would', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    server.close();
    await once(server, 'close');
    const { exitCode, err } = await runStarling([
      'get',
      'a',
      '--address',
      `127.0.0.1:${port}`,
      '--timeout',
      '300',
    ]);
    expect(exitCode).to.equal(3);
    expect(err).to.include(`127.0.0.1:${port}`).and.include('starling up');
  });

  it('shows members and warnings, and exits with 1 where there are any', async () => {
    await starling('put', 'a', '1');
    const { exitCode, out } = await starling('status');
    expect(exitCode).to.equal(1);
    expect(out).to.include('Cluster test: 1 of 1 members alive').and.include('! 1 of 1 members alive');
    const { members } = JSON.parse((await starling('status', '--json')).out) as {
      members: Record<string, unknown>[];
    };
    expect(members).to.have.length(1);
    expect(members[0]).to.have.nested.property('status.storage.records', 1);
  });

  it('tells of partitions whose living owners are too few for a quorum', async () => {
    const dead = { liveness: 'dead', clientAddress: '' };
    const [member] = peer.topology.members;
    const members = [member!, { ...member!, ...dead, peer: 'b' }, { ...member!, ...dead, peer: 'c' }];
    const owners = Array.from({ length: 16 }, (_, partition) => (partition < 4 ? [0, 1] : [0, 0])).flat();
    peer.topology = { ...peer.topology, members, owners, width: 2 };
    const { out } = await starling('status');
    expect(out).to.include('4 of 16 partitions have too few living owners for quorum writes');
  });

  it('has another member remove one that is named by the end of its id, with the secret of the environment', async () => {
    const [member] = peer.topology.members;
    const members = [member!, { ...member!, peer: 'peer-Xyz', liveness: 'dead' }];
    peer.topology = { ...peer.topology, members };
    const args = ['remove', 'Xyz', '--address', peer.address];
    const { exitCode, out } = await runStarling(args, { env: { STARLING_SECRET: 'secret' } });
    expect({ exitCode, out }).to.deep.include({ exitCode: 0 });
    expect(out).to.include('Removed peer-Xyz');
    const [{ proof, ...order }] = peer.removals as [MemberRemoval];
    expect(order).to.include({ peer: 'peer-Xyz', force: false });
    expect(isProven(['secret'], { clusterId: 'c1', action: 'remove', ...order }, proof)).to.equal(true);
  });

  it('tells a member itself to leave, and waits until it has left', async () => {
    const [member] = peer.topology.members;
    const other = await startPeer();
    peer.topology = {
      ...peer.topology,
      members: [member!, { ...member!, peer: 'peer-Xyz', clientAddress: other.address }],
    };
    other.onLeave = ({ peer: leaving }) => {
      const members = peer.topology.members.map((one) =>
        one.peer === leaving ? { ...one, intent: 'left' } : one,
      );
      peer.topology = { ...peer.topology, members };
    };
    const args = ['leave', 'Xyz', '--address', peer.address];
    const { exitCode, out, err } = await runStarling(args, { env: { STARLING_SECRET: 'secret' } });
    await other.stop();
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).to.match(/^peer-Xyz has left after .*: the others hold all that it held/);
    expect(peer.departures).to.deep.equal([]);
    const [{ proof, ...order }] = other.departures as [DepartureOrder];
    const proven = { clusterId: 'c1', action: 'leave', force: false, ...order } as const;
    expect(isProven(['secret'], proven, proof)).to.equal(true);
  });

  it('tells nobody to leave who is dead', async () => {
    const [member] = peer.topology.members;
    peer.topology = {
      ...peer.topology,
      members: [member!, { ...member!, peer: 'peer-Xyz', liveness: 'dead' }],
    };
    const { exitCode, err } = await starling('leave', 'Xyz');
    expect(exitCode).to.equal(3);
    expect(err).to.match(/can't be told to leave: it is dead.*remove it where it is gone for good/);
  });

  it('removes nobody where no id, or more than one, ends as it is told', async () => {
    const [member] = peer.topology.members;
    const members = ['peer-1x', 'peer-2x'].map((name) => ({ ...member!, peer: name }));
    peer.topology = { ...peer.topology, members };
    for (const name of ['x', 'nobody']) {
      const { exitCode, err } = await starling('remove', name);
      expect(exitCode).to.equal(2);
      expect(err).to.include('peer-1x, peer-2x');
    }
    expect(peer.removals).to.deep.equal([]);
  });

  it('plans what a change moves and how long that takes, and changes nothing', async () => {
    const [member] = peer.topology.members;
    const members = ['peer-Aaa', 'peer-Bbb', 'peer-Ccc'].map((name, index) => ({
      ...member!,
      peer: name,
      clientAddress: index === 0 ? peer.address : '',
    }));
    peer.topology = { ...peer.topology, members };
    peer.liveBytes = 2 ** 30;
    const { exitCode, out, err } = await starling('plan', '--join', '1', '--join-weight', '1');
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).to.include('Cluster test: 3 members, then 4; 16 partitions, 3 owners each');
    expect(out).to.match(/\nnew-1 +joins +- +1 +- +2\d\.\d % +1\d +0 +\d+\.\d MiB\n/);
    expect(out).to.match(
      /\nAbout .* to copy, in .* s at least, as .* at most 64\.0 MiB in a second by default\.\n/,
    );
    expect([peer.removals, peer.departures]).to.deep.equal([[], []]);
  });

  it('plans for programs', async () => {
    const [member] = peer.topology.members;
    const others = ['peer-Bbb', 'peer-Ccc', 'peer-Ddd'].map((name) => ({
      ...member!,
      peer: name,
      clientAddress: '',
    }));
    peer.topology = { ...peer.topology, members: [member!, ...others] };
    peer.liveBytes = 16_000;
    const { out } = await starling(
      'plan',
      '--leave',
      'Ddd',
      '--zone',
      'Bbb=a=b',
      '--weight',
      'Bbb=9',
      '--json',
    );
    const plan = JSON.parse(out) as { moved: number; members: Record<string, unknown>[] };
    expect(plan).to.include({ replicas: 3, bytesPerSecond: 64 << 20, copyBytes: plan.moved * 1000 });
    const changes = plan.members.map((one) => [one['peer'], one['changes']]);
    expect(changes).to.deep.include(['peer-Ddd', ['leaves']]);
    expect(changes).to.deep.include(['peer-Bbb', ['zone a=b', 'weight 9']]);
  });

  for (const [what, args, words] of [
    ['nothing', [], 'nothing is to change'],
    ['a weight that is none', ['--weight', 'peer=0'], 'from 1 to 1000'],
    ['a zone of nobody', ['--zone', 'rack2'], 'Xa8bQ2kd=200'],
    ['somebody unknown', ['--leave', 'nobody'], "no member's id ends in nobody"],
    ['a zone of new members that are none', ['--join-zone', 'a'], '--join'],
  ] as const) {
    it(`plans nothing where the change is ${what}, and says so`, async () => {
      const { exitCode, out, err } = await starling('plan', ...args);
      expect({ exitCode, out }).to.deep.equal({ exitCode: 2, out: '' });
      expect(err).to.include(words);
    });
  }

  it('shows how much of the ring each member owns', async () => {
    const { out } = await starling('ring');
    expect(out).to.match(/partitions +first of +share +load\n.* 16 +16 +100\.0 % +1\.00\n/);
    const { members } = JSON.parse((await starling('ring', '--json')).out) as { members: unknown[] };
    expect(members[0]).to.include({ partitions: 16, firstOf: 16, share: 1, load: 1 });
  });

  it('shows where a key lives', async () => {
    expect((await starling('locate', 'a')).out)
      .to.include('peer-a')
      .and.include('owner');
    expect(JSON.parse((await starling('locate', 'a', '--json')).out)).to.include({ key: 'a' });
  });

  it('explains what each owner has of a key without ever showing its value', async () => {
    const other = await startPeer();
    const answer = (of: StubPeer, more: Partial<Explanation>): void => {
      const before = of.onExplain;
      of.onExplain = (key) => ({ ...before(key), custodians: ['peer-a', 'peer-b'], ...more });
    };
    const [member] = peer.topology.members;
    const named = (name: string, clientAddress: string) => ({ ...member!, peer: name, clientAddress });
    const dead = { ...named('peer-d', '127.0.0.1:1'), liveness: 'dead' };
    const members = [named('peer-b', other.address), named('peer-a', peer.address), dead];
    peer.topology = { ...peer.topology, members, owners: peer.topology.owners.map(() => 1) };
    other.topology = peer.topology;
    for (const each of [peer, other]) each.custodians = ['peer-a', 'peer-b'];
    const version = '0000000000050000000000000007';
    const record = { version, writtenAtMs: 5, deleted: false, valueBytes: 6, expiresAtMs: 0 };
    answer(peer, { record, hints: [{ peer: 'peer-b', version, writtenAtMs: 5 }] });
    answer(other, { floorMs: 60_000 });
    const { exitCode, out, err } = await starling('explain', 'a');
    const json = JSON.parse((await starling('explain', 'a', '--json')).out) as Record<string, unknown>;
    await other.stop();
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).to.match(/^"a": partition \d+, token [0-9a-f]{16}\n/);
    expect(out).to.match(/peer-a +owner +all of it +6 bytes +0{11}50{15}7 +1970-01-01T00:00:00Z +- +-\n/);
    expect(out).to.match(/peer-b +owner +all of it +nothing +- +- +- +1970-01-01T00:01:00Z\n/);
    expect(out).to.include('hint for peer-b at peer-a: version');
    expect(out).to.include('peer-d (127.0.0.1:1) does not answer: it is dead');
    expect(out).to.match(/\n\nPeer-b lacks it, and a hint at peer-a waits for it\.\n$/);
    expect(json).to.include({ key: 'a', notAsked: 0 });
    expect(json).to.have.nested.property('members[0].record.valueBytes', 6);
    expect(json).to.have.nested.property('members[1].record', null);
    expect(json).to.have.nested.property('members[2].error.code', 'UNAVAILABLE');
    expect(json).to.have.nested.property('hints[0].keeper', 'peer-a');
  });

  it('explains a key of which an owner can not read what it has, naming the reason', async () => {
    peer.topology = { ...peer.topology, members: [{ ...peer.topology.members[0]!, peer: 'peer-a' }] };
    peer.onExplain = () => {
      throw new StarlingError('CORRUPTION', 'segment 7 is damaged');
    };
    const { exitCode, out } = await starling('explain', 'a');
    expect(exitCode).to.equal(0);
    expect(out).to.include('does not answer: segment 7 is damaged');
    expect(out).to.match(/What peer-a has is not known, since it did not answer\.\n$/);
  });

  it('prints a configuration file', async () => {
    const { exitCode, out } = await runStarling(['config']);
    expect(exitCode).to.equal(0);
    expect(JSON.parse(out)).to.have.nested.property('cluster.replicas', 3);
  });

  it('prints the schema of a configuration file', async () => {
    const { exitCode, out } = await runStarling(['config', 'schema']);
    expect(exitCode).to.equal(0);
    expect(JSON.parse(out)).to.have.nested.property('properties.cluster.properties.replicas.maximum', 7);
  });

  it('checks a configuration as `start` would take it, and never shows a secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'starling-config-'));
    try {
      const file = join(folder, 'network.json');
      writeFileSync(file, '{ "cluster": { "name": "demo",\n "secret": "hush" } }');
      const good = await runStarling(['config', 'check', file], { env: { STARLING_WEIGHT: '7' } });
      expect(good).to.include({ exitCode: 0, err: '' });
      expect(good.out).to.match(/network\.json, with STARLING_WEIGHT: all right; a peer of the cluster demo/);
      const json = await runStarling(['config', 'check', file, '--json'], { env: { STARLING_WEIGHT: '7' } });
      expect(JSON.parse(json.out)).to.include({ weight: 7 });
      expect(json.out).to.not.include('hush');

      writeFileSync(file, '{ "cluster": { "name": "demo",\n "replicas": 9 } }');
      const bad = await runStarling(['config', 'check', file]);
      expect(bad).to.include({ exitCode: 2, out: '' });
      expect(bad.err).to.include('network.json:2: cluster.replicas: ');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('explains every command with an exit code of 0', async () => {
    const { out } = await runStarling(['--help']);
    expect(out).to.include('Exit codes');
    for (const command of [
      'up',
      'cluster',
      'start',
      'put',
      'get',
      'delete',
      'import',
      'export',
      'snapshot',
      'verify',
      'restore',
      'status',
      'leave',
      'remove',
      'replace',
      'plan',
      'ring',
      'locate',
      'explain',
      'repair',
      'bench',
    ]) {
      expect(out).to.include(`\n  ${command} `);
      const help = await runStarling([command, '--help']);
      expect(help.exitCode, command).to.equal(0);
      expect(help.out, command).to.include('Usage: ');
    }
  });
});
