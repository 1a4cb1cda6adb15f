import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { StarlingError, type StarlingNode, configurationOf, startNode } from '../../src/index.ts';

interface Secrets {
  readonly secret: string;
  readonly previousSecret?: string;
}

const PEERS = 3;

/** On the machine's own network and disks. */
describe('the secret of a cluster that runs', function () {
  this.timeout('180s');

  let folder: string;
  const nodes: StarlingNode[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-rotation-'));
  });

  after(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await rm(folder, { recursive: true });
  });

  const start = (name: string, cluster: Secrets, bootstrap: readonly string[]) =>
    startNode(
      configurationOf({
        cluster: { name: 'rotated', partitions: 16, ...cluster },
        dataDirectory: join(folder, name),
        found: bootstrap.length === 0,
        bootstrap: [...bootstrap],
        clientPort: 0,
        log: { level: 'silent' },
      }),
    );

  /** Every peer reaches every other. */
  const untilWhole = () =>
    until(async () => {
      const reads = nodes.map((node) => node.get('counter', { consistency: 'all' }));
      return (await Promise.all(reads)).every(({ value }) => value !== undefined);
    });

  /** Restarts one peer after the other with these, while another one serves writes. */
  async function restartAll(secrets: Secrets): Promise<void> {
    for (let index = 0; index < PEERS; index++) {
      const other = nodes[(index + 1) % PEERS]!;
      const over = new AbortController();
      const written = writeUntil(over.signal, other);
      try {
        await nodes[index]!.stop();
        // While it is away the others are enough.
        nodes[index] = await start(`peer-${index}`, secrets, other.addresses);
        await untilWhole();
      } finally {
        over.abort();
        expect(await written, 'writes that failed').to.deep.equal([]);
      }
    }
  }

  it('is changed by two rounds of restarts, of which no client notices anything', async () => {
    const old = { secret: 'the first secret' };
    nodes.push(await start('peer-0', old, []));
    for (let index = 1; index < PEERS; index++) {
      nodes.push(await start(`peer-${index}`, old, nodes[0]!.addresses));
    }
    await until(async () => nodes.every((node) => node.isActive && node.topology().width === PEERS));
    await nodes[0]!.put('counter', 'begun');
    await untilWhole();

    await restartAll({ secret: 'the second secret', previousSecret: 'the first secret' });
    await restartAll({ secret: 'the second secret' });

    await nodes[0]!.stop();
    nodes[0] = await start('peer-0', old, nodes[1]!.addresses);
    const refusals = () => nodes.map((node) => node.status().counters.get('links_refused') ?? 0);
    await until(async () => Math.max(...refusals().slice(1)) > 0);
    expect(await codeOf(nodes[0].get('counter'))).to.be.oneOf(['QUORUM_FAILED', 'TIMEOUT']);
  });
});

/** Writes one thing after the other; gives what failed. */
async function writeUntil(signal: AbortSignal, node: StarlingNode): Promise<string[]> {
  const failures: string[] = [];
  for (let count = 0; !signal.aborted; count++) {
    await node.put('counter', String(count)).catch((error: unknown) => failures.push(String(error)));
  }
  return failures;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error as StarlingError).code,
  );
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 20_000;
  for (;;) {
    const holds = await condition().catch((error: unknown) => {
      if (error instanceof StarlingError) return false;
      throw error;
    });
    if (holds) return;
    if (performance.now() > deadlineMs) throw new Error('it did not come true within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
