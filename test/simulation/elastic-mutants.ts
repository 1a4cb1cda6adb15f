import { Custody } from '../../src/replication/custody.ts';
import { CustodyView } from '../../src/ring/custody-view.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { replaceMethod } from '../replace-method.ts';
import type { Mutant } from './mutant.ts';

/** Bugs that show where members come and go. */
export const ELASTIC_MUTANTS: readonly Mutant[] = [
  {
    name: 'an owner answers, and is copied from, before it has copied what it owns',
    breaks: ['P1', 'P2', 'P3', 'P4', 'P8'],
    firstSeed: 84,
    plant: () =>
      replaceMethod(
        Custody.prototype,
        'markCleared',
        (original) =>
          function (this: Custody, partitions) {
            original.call(this, partitions);
            for (const partition of partitions) this.markComplete(partition);
          },
      ),
  },
  {
    name: 'a former owner keeps what it was to drop',
    breaks: ['P4', 'P8'],
    plant: () => replaceMethod(LogEngine.prototype, 'dropPartition', () => () => Promise.resolve()),
  },
  {
    name: 'a write is acknowledged though its readers after the change that is prepared may miss it',
    breaks: ['P1', 'P2', 'P3'],
    firstSeed: 9,
    plant: () =>
      replaceMethod(
        CustodyView.prototype,
        'successors',
        (original) =>
          function (this: CustodyView, partition) {
            return isMade(this) ? this.custodians(partition) : original.call(this, partition);
          },
      ),
  },
];

/** The view asks itself while it is being made. */
function isMade(view: CustodyView): boolean {
  try {
    return view.ownersHash(0) >= 0;
  } catch {
    return false;
  }
}
