import { PurgeFloors } from '../../src/antientropy/purge-floors.ts';
import { Schedule } from '../../src/antientropy/schedule.ts';
import type { SwimEvent } from '../../src/membership/event.ts';
import { Swim } from '../../src/membership/swim.ts';
import { type Hashed, HashTree } from '../../src/merkle/hash-tree.ts';
import { ReadQuorum } from '../../src/quorum/read-quorum.ts';
import { ACKNOWLEDGED, WriteQuorum } from '../../src/quorum/write-quorum.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { ZERO_VERSION } from '../../src/version/version.ts';
import { replaceMethod } from '../replace-method.ts';
import type { Mutant } from './mutant.ts';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a replica acknowledges before its fsync',
    breaks: ['P6', 'P1'],
    plant: () => replaceMethod(LogEngine.prototype, 'durable', () => () => Promise.resolve()),
  },
  {
    name: 'W is counted wrongly: the first acknowledgement is enough',
    breaks: ['P1', 'P2', 'P3'],
    plant: () =>
      replaceMethod(WriteQuorum.prototype, 'answer', (answer) => {
        const decided = new WeakSet<WriteQuorum>();
        return function (this: WriteQuorum, slot, given) {
          const outcome = answer.call(this, slot, given);
          if (decided.has(this)) return undefined;
          if (outcome === undefined && given.kind !== 'acknowledged') return undefined;
          decided.add(this);
          return outcome ?? { kind: 'acknowledged' };
        };
      }),
  },
  {
    name: 'a write is not stamped again when a replica holds something newer',
    breaks: ['P1', 'P2', 'P3'],
    plant: () =>
      replaceMethod(WriteQuorum.prototype, 'answer', (answer) => {
        return function (this: WriteQuorum, slot, given) {
          return answer.call(this, slot, given.kind === 'stale' ? ACKNOWLEDGED : given);
        };
      }),
  },
  {
    name: 'a suspicion is never refuted',
    breaks: ['P7'],
    plant: () =>
      replaceMethod(Swim.prototype, 'handle', (handle) => {
        return function (this: Swim, event, now) {
          return handle.call(this, withoutNewsOf(this.ownIntent.peer, event), now);
        };
      }),
  },
  {
    name: 'a read answers with the newest of what differs before that is on W owners',
    breaks: ['P3'],
    plant: () =>
      replaceMethod(ReadQuorum.prototype, 'answer', (answer) => {
        return function (this: ReadQuorum, slot, given) {
          const steps = answer.call(this, slot, given);
          return steps.flatMap((step) =>
            step.kind === 'repair' ? this.repaired(step.slot, step.record.version, undefined) : [step],
          );
        };
      }),
  },
  {
    name: 'nobody ever compares with the other owners',
    breaks: ['P4'],
    plant: () => replaceMethod(Schedule.prototype, 'start', () => () => undefined),
  },
  {
    name: 'a purge floor rises without asking those who are away',
    breaks: ['P1', 'P3', 'P4'],
    plant: () =>
      replaceMethod(
        PurgeFloors.prototype,
        'agreedMs',
        () =>
          function (this: PurgeFloors) {
            return this.fenceMs;
          },
      ),
  },
  {
    name: 'the hash tree leaves versions out',
    breaks: ['P4'],
    plant: () => {
      const withoutVersion = (record: Hashed): Hashed => ({ ...record, version: ZERO_VERSION });
      const change = (original: HashTree['add']): HashTree['add'] =>
        function (this: HashTree, record) {
          original.call(this, withoutVersion(record));
        };
      const removals = [
        replaceMethod(HashTree.prototype, 'add', change),
        replaceMethod(HashTree.prototype, 'subtract', change),
      ];
      return () => removals.forEach((remove) => remove());
    },
  },
];

/** Without what somebody says of the node itself, so that it never learns that it is suspected. */
function withoutNewsOf(self: string, event: SwimEvent): SwimEvent {
  if (event.kind !== 'message') return event;
  const { message } = event;
  const isOfOthers = ({ peer }: { peer: string }) => peer !== self;
  const body =
    message.body.kind === 'entries'
      ? { ...message.body, members: message.body.members.filter(isOfOthers) }
      : message.body;
  return { ...event, message: { ...message, body, updates: message.updates.filter(isOfOthers) } };
}
