import type { Node } from '../../../src/node/node.ts';
import type { ScanPage, Token } from '../../../src/storage/engine.ts';
import { formatVersion } from '../../../src/version/version.ts';

export interface Custodian {
  readonly peer: string;
  readonly node: Node | undefined;
}

/** Partitions of which two custodians have another hash tree: quick, and what the nodes themselves go by. */
export function differingPartitions(custodians: readonly Custodian[]): string[] {
  return partitionsOf(custodians).flatMap((partition) => {
    const sums = holdersOf(custodians, partition).map(({ node, peer }) => {
      const { leaves } = node!.storage;
      return leaves.isKnown(partition) ? leaves.sums(0, [partition]).join() : `not known at ${peer}`;
    });
    return new Set(sums).size > 1 ? [`partition ${partition} has several hash trees`] : [];
  });
}

/** P4: partitions of which two custodians hold other bytes, by reading all of them. */
export async function differingContents(custodians: readonly Custodian[]): Promise<string[]> {
  const differences: string[] = [];
  for (const partition of partitionsOf(custodians)) {
    const [first, ...others] = holdersOf(custodians, partition);
    if (first === undefined) continue;
    const expected = await contentOf(first.node!, partition);
    for (const other of others) {
      const content = await contentOf(other.node!, partition);
      if (content.join('\n') === expected.join('\n')) continue;
      differences.push(
        `partition ${partition} differs: ${first.peer} has ${String(expected)}, ${other.peer} ${String(content)}`,
      );
    }
  }
  return differences;
}

function partitionsOf(custodians: readonly Custodian[]): number[] {
  const partitions = custodians[0]?.node?.custody.partitions ?? 0;
  return Array.from({ length: partitions }, (_, partition) => partition);
}

function holdersOf(custodians: readonly Custodian[], partition: number): Custodian[] {
  const holders = custodians[0]!.node!.custody.view.custodians(partition);
  return custodians.filter(({ peer }) => holders.includes(peer));
}

async function contentOf({ storage }: Node, partition: number): Promise<string[]> {
  const content: string[] = [];
  let after: Token | undefined;
  do {
    const page: ScanPage = await storage.scan({ partition, after, limitBytes: 1 << 20 });
    for (const { key, version, value, expiresAtMs } of page.records) {
      const text = value === undefined ? 'deleted' : Buffer.from(value).toString();
      content.push(`${key.text} ${formatVersion(version)} ${text} ${expiresAtMs}`);
    }
    after = page.next;
  } while (after !== undefined);
  return content;
}
