import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { type StarlingNode, configurationOf, startNode } from '../../src/index.ts';
import { until } from '../until.ts';

/** On the machine's own disk. */
describe('a peer whose disk rots', function () {
  this.timeout('60s');

  let folder: string;
  let node: StarlingNode;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starling-scrub-'));
    node = await startNode(
      configurationOf({
        cluster: { name: 'rotting', partitions: 64 },
        found: true,
        dataDirectory: folder,
        clientPort: 0,
        scrub: { intervalMs: 400 },
        log: { level: 'silent' },
      }),
    );
  });

  afterEach(async () => {
    await node.stop();
    await rm(folder, { recursive: true });
  });

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`http://${node.adminAddress}/metrics`)).text();
    return Number(new RegExp(`^starling_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  }

  /** Flips a bit of the value in the log. */
  async function rot(value: string): Promise<void> {
    const file = path.join(folder, 'log/00000001.seg');
    const at = (await readFile(file)).indexOf(value);
    const handle = await open(file, 'r+');
    await handle.write(Uint8Array.of(value.charCodeAt(0) ^ 1), 0, 1, at);
    await handle.close();
  }

  it('finds out by itself, without anybody reading that, and says in which partition', async () => {
    for (let n = 0; n < 40; n++) await node.put(`key ${n}`, `value number ${n} of many`);
    await until(async () => (await metric('scrub_partitions_total')) >= 80, 20_000);
    expect(await metric('scrub_damaged_entries_total')).to.equal(0);
    expect(await metric('scrub_differing_leaves_total')).to.equal(0);
    expect(node.status().warnings.join()).to.not.include('damage');
    await rot('value number 17');
    await until(async () => (await metric('scrub_damaged_entries_total')) > 0, 20_000);
    const { partition } = node.locate('key 17');
    expect(node.status().warnings.join()).to.match(
      new RegExp(`has damage in its log, found in 1 of its partitions \\(${partition}\\): other owners have`),
    );
    expect(node.status().counters.get('scrub_damaged_entries')).to.be.greaterThan(0);
    // What is written anew is sound.
    await node.put('key 17', 'written again');
    await until(() => !node.status().warnings.join().includes('damage'), 20_000);
  });
});
