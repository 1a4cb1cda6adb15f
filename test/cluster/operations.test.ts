import { expect } from 'chai';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadyLine } from '../../src/cli/start.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { runStarling } from '../cli/test-terminal.ts';
import { until } from '../until.ts';
import { SpawnedPeer } from './spawned-peer.ts';

const ALL_HAVE_IT = 'All three owners have the same version.';

describe('an operator of three real peers', function () {
  this.timeout('90s');

  let folder: string;
  let client: StarlingClient;
  let bootstrap: string[] = [];
  let first: ReadyLine;
  let third: ReadyLine;
  const peers = new Map<string, SpawnedPeer>();

  const spawnPeer = (name: string, ...flags: string[]) => {
    const own = ['--cluster', 'tested', '--data', join(folder, name)];
    const peer = new SpawnedPeer([...flags, ...own, '--config', join(folder, 'network.json')]);
    peers.set(name, peer);
    return peer.ready();
  };
  const starling = (...args: string[]) => runStarling([...args, '--address', first.clientAddress]);
  const explained = async (key: string) =>
    (await starling('explain', key)).out.trimEnd().split('\n').at(-1) ?? '';
  const livenessOfThird = async () => {
    const { members } = await client.topology();
    return members.find(({ peer }) => peer === third.peer)?.liveness;
  };
  /** Started again and answering: that it counts as alive may still be of its life before. */
  const thirdAnswers = () =>
    until(async () => !(await starling('explain', 'wren')).out.includes('does not answer'), 20_000);

  before('found a cluster of three', async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-operations-'));
    // They compare with each other when they are told to, and not by themselves.
    await writeFile(join(folder, 'network.json'), JSON.stringify({ repair: { intervalMs: 86_400_000 } }));
    first = await spawnPeer('first', '--found');
    bootstrap = ['--bootstrap', first.addresses[0]!];
    [, third] = (await Promise.all(['second', 'third'].map((name) => spawnPeer(name, ...bootstrap)))) as [
      ReadyLine,
      ReadyLine,
    ];
    client = await connect({ addresses: [first.clientAddress] });
    await until(async () => {
      const { members } = await client.topology();
      return members.filter(({ intent }) => intent === 'active').length === 3;
    }, 30_000);
  });

  after(async () => {
    await (client as StarlingClient | undefined)?.close();
    await Promise.all([...peers.values()].map((peer) => peer.kill()));
    await rm(folder, { recursive: true });
  });

  it('sees in a key’s explanation that all have it, that one missed it, and that its hint has come', async () => {
    await client.put('wren', 'a secret song', { consistency: 'all' });
    await until(async () => (await explained('wren')) === ALL_HAVE_IT, 20_000);
    await peers.get('third')!.kill();
    await until(async () => (await livenessOfThird()) === 'dead', 20_000);
    await client.put('wren', 'another secret song');
    // Each member judges by itself, and a hint is kept once the write is acknowledged.
    let explanation = await starling('explain', 'wren');
    await until(async () => {
      explanation = await starling('explain', 'wren');
      return ['does not answer: it is dead', 'hint for'].every((text) => explanation.out.includes(text));
    }, 20_000);
    const { exitCode, out, err } = explanation;
    const name = third.peer.slice(-8);
    expect({ exitCode, err }).to.deep.equal({ exitCode: 0, err: '' });
    expect(out).not.to.include('secret');
    expect(out).to.match(new RegExp(`hint for ${name} at \\w+: version [0-9a-f]{28}, written 20`));
    expect(out).to.match(new RegExp(`${name} \\(.*\\) does not answer: it is dead`));
    expect(out).to.match(
      /Both owners that answered have the same version; what \w+ has is not known, .*, and a hint at \w+ waits for it\.\n$/,
    );
    await spawnPeer('third', ...bootstrap);
    await until(async () => (await explained('wren')) === ALL_HAVE_IT, 30_000);
  });

  it('pauses comparisons, which status and metrics tell of, until they go on or the peer is started again', async () => {
    const metrics = async () => {
      const { adminAddress } = await peers.get('third')!.ready();
      return (await fetch(`http://${adminAddress}/metrics`)).text();
    };
    const isPaused = async () => /^starling_repair_paused 1$/m.test(await metrics());
    const warnings = async () => (await starling('status')).out.match(/begins no comparisons/g) ?? [];
    expect([await isPaused(), (await warnings()).length]).to.deep.equal([false, 0]);
    expect((await starling('repair', '--pause', '10m')).out).to.match(
      /^3 of 3 members will begin no comparisons/,
    );
    expect([await isPaused(), (await warnings()).length]).to.deep.equal([true, 3]);
    expect((await starling('repair', third.peer, '--resume')).exitCode).to.equal(0);
    expect([await isPaused(), (await warnings()).length]).to.deep.equal([false, 2]);
    expect((await starling('repair')).exitCode, 'an order is obeyed').to.equal(0);
    await starling('repair', third.peer, '--pause');
    expect(await isPaused()).to.equal(true);
    await peers.get('third')!.stop();
    third = await spawnPeer('third', ...bootstrap);
    await thirdAnswers();
    expect(await warnings()).to.have.length(2);
    expect((await starling('repair', '--resume')).exitCode).to.equal(0);
    expect(await warnings()).to.have.length(0);
  });

  it('has the owners compare now, and all have again what one of them had lost', async () => {
    await peers.get('third')!.stop();
    await cp(join(folder, 'third'), join(folder, 'before'), { recursive: true });
    third = await spawnPeer('third', ...bootstrap);
    await thirdAnswers();
    const names = Array.from({ length: 40 }, (_, number) => `wren ${number}`);
    await client.putMany(
      names.map((key) => ({ key, value: 'sings' })),
      { consistency: 'all' },
    );
    // A disk that forgot: nobody keeps a hint of what it had acknowledged.
    await peers.get('third')!.kill();
    await rm(join(folder, 'third'), { recursive: true });
    await cp(join(folder, 'before'), join(folder, 'third'), { recursive: true });
    third = await spawnPeer('third', ...bootstrap);
    await thirdAnswers();
    expect(await explained('wren 7')).to.match(/lacks it/);
    const answers = async (...args: string[]) => {
      const { exitCode, out } = await starling('repair', ...args, '--json');
      return { exitCode, ...(JSON.parse(out) as { pairs: number; differing: number; recordsMoved: number }) };
    };
    // What was written a moment ago is left to arrive by itself.
    await until(async () => (await answers('--partition', '1')).exitCode === 0, 20_000);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await answers()).to.deep.include({ exitCode: 0, pairs: 3, recordsMoved: 40 });
    expect(await explained('wren 7')).to.equal(ALL_HAVE_IT);
    expect(await answers()).to.deep.include({ exitCode: 0, pairs: 3, differing: 0, recordsMoved: 0 });
    expect(await answers(third.peer)).to.deep.include({ exitCode: 0, pairs: 2, differing: 0 });
  });
});
