import { Custody } from '../../src/replication/custody.ts';
import { LogEngine } from '../../src/storage/log/log-engine.ts';
import { replaceMethod } from '../replace-method.ts';
import type { Mutant } from './mutant.ts';

/** Bugs that show where members come and go. */
export const ELASTIC_MUTANTS: readonly Mutant[] = [
  {
    name: 'an owner answers, and is copied from, before it has copied what it owns',
    breaks: ['P1', 'P3', 'P4', 'P8'],
    plant: () => replaceMethod(Custody.prototype, 'isComplete', () => () => true),
  },
  {
    name: 'a former owner keeps what it was to drop',
    breaks: ['P4', 'P8'],
    plant: () => replaceMethod(LogEngine.prototype, 'dropPartition', () => () => Promise.resolve()),
  },
];
