import { Turn } from '../../src/node/turn.ts';
import { StarlingError } from '../../src/base/errors.ts';
import { Node } from '../../src/node/node.ts';
import { ACKNOWLEDGED } from '../../src/quorum/write-quorum.ts';
import { Custody } from '../../src/replication/custody.ts';
import { LocalReplica } from '../../src/replication/local-replica.ts';
import { ReadRequest } from '../../src/replication/read-request.ts';
import type { ReplicaWrite } from '../../src/replication/replica.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { replaceMethod } from '../replace-method.ts';
import type { Mutant } from './mutant.ts';

/** Bugs of what moves data, forgets it, or lets it expire: they show only where members come, go, and stay away. */
export const CONVERGENCE_MUTANTS: readonly Mutant[] = [
  {
    name: 'members change the owners without the leave of the others',
    breaks: ['P1', 'P2', 'P3', 'P8'],
    plant: () => replaceMethod(Turn.prototype, 'isGranted', () => () => true),
    firstSeed: 121,
  },
  {
    name: 'writes are not forwarded to who is copying',
    breaks: ['P1', 'P3', 'P4'],
    firstSeed: 14,
    plant: () =>
      changeWrites((node, request) => {
        const { view } = node.custody;
        const isCopying = view.pending(partitionOf(node, request)).includes(node.self);
        return isCopying && !request.repair ? undefined : request;
      }),
  },
  {
    name: 'an owner drops a partition when it hears who is to have it, not when they have it',
    breaks: ['P1', 'P3', 'P4', 'P6'],
    plant: () => atEveryStart(dropEarly),
  },
  {
    name: 'a peer that lost its disk keeps its custody',
    breaks: ['P1', 'P3', 'P4'],
    firstSeed: 20,
    plant: () => replaceMethod(Custody.prototype, 'update', keepCustody),
  },
  {
    name: 'a copy is taken from one custodian only',
    breaks: ['P1', 'P3', 'P4'],
    plant: () => replaceMethod(LocalReplica.prototype, 'scan', everyOtherIsEmpty),
  },
  {
    name: 'a hint is taken for a key that was deleted and forgotten',
    breaks: ['P1', 'P4', 'P5'],
    firstSeed: 10,
    plant: () =>
      changeWrites((node, request) => {
        const { repair, record } = request;
        const isForgotten = record.version.wallMs < node.floorMs(partitionOf(node, request));
        if (repair && isForgotten) node.storage.write(record);
        return request;
      }),
  },
  {
    name: 'an expired value is served',
    breaks: ['P5'],
    plant: () =>
      replaceMethod(ReadRequest.prototype, 'run', (run) => {
        return async function (this: ReadRequest) {
          const record = await run.call(this);
          return record && { ...record, expiresAtMs: 0 };
        };
      }),
  },
  {
    name: 'a repair forgets when a value expires',
    breaks: ['P4', 'P5'],
    plant: () =>
      changeWrites((_node, request) =>
        request.repair ? { ...request, record: { ...request.record, expiresAtMs: 0 } } : request,
      ),
  },
  {
    name: 'whatever has a time to live is forgotten with the deletions, expired or not',
    breaks: ['P1', 'P4'],
    plant: () =>
      replaceMethod(LogEngine.prototype, 'allowPurge', (allow) => {
        return function (this: LogEngine, partition, limit) {
          return allow.call(this, partition, { ...limit, expiredBeforeMs: Number.MAX_SAFE_INTEGER });
        };
      }),
  },
];

/** Misbehaves at every start of a node. */
function atEveryStart(misbehave: (node: Node) => void): () => void {
  return replaceMethod(Node.prototype, 'start', (start) => {
    return function (this: Node, clientAddress) {
      misbehave(this);
      return start.call(this, clientAddress);
    };
  });
}

/** Stores another write than what was asked for, or acknowledges it without storing anything: undefined. */
function changeWrites(change: (node: Node, request: ReplicaWrite) => ReplicaWrite | undefined): () => void {
  return atEveryStart((node) => {
    const { replica } = node;
    const write = replica.write.bind(replica);
    replica.write = (request, timeoutMs, onAnswer) => {
      const changed = change(node, request);
      if (changed === undefined) queueMicrotask(() => onAnswer(ACKNOWLEDGED));
      else write(changed, timeoutMs, onAnswer);
    };
  });
}

function partitionOf({ custody }: Node, { record }: ReplicaWrite): number {
  return custody.partitionOf(record.key);
}

/** Drops what the last owner holds, once, as soon as somebody is about to own it, too. */
function dropEarly({ self, custody, storage }: Node): void {
  const dropped = new Set<number>();
  custody.onChange(() => {
    for (let partition = 0; partition < custody.partitions; partition++) {
      const isChanging = custody.view.pending(partition).length > 0;
      if (!isChanging) dropped.delete(partition);
      if (!isChanging || dropped.has(partition) || custody.view.custodians(partition).at(-1) !== self)
        continue;
      dropped.add(partition);
      storage.dropPartition(partition).catch(() => undefined);
    }
  });
}

/** Whoever owns what nobody is copying believes that it holds that. */
function keepCustody(update: Custody['update']): Custody['update'] {
  return function (this: Custody, members) {
    update.call(this, members);
    const kept = this.incomplete().filter((partition) => this.view.pending(partition).length === 0);
    this.markCleared(kept);
    for (const partition of kept) this.markComplete(partition);
  };
}

/** Of two that are asked for a partition one after the other the second has nothing to give. */
function everyOtherIsEmpty(scan: LocalReplica['scan']): LocalReplica['scan'] {
  const asked = new Map<number, number>();
  return function (this: LocalReplica, request, timeoutMs, onAnswer) {
    scan.call(this, request, timeoutMs, (page) => {
      if (page instanceof StarlingError) {
        onAnswer(page);
        return;
      }
      const times = asked.get(request.partition) ?? 0;
      asked.set(request.partition, times + 1);
      onAnswer(times % 2 === 0 ? page : { records: [], next: undefined, floorMs: page.floorMs });
    });
  };
}
