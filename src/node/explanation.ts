import type { HintStore } from '../replication/hints/hint-store.ts';
import type { Custody } from '../replication/custody.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Key } from '../version/key.ts';
import type { Record } from '../version/record.ts';
import { type Version, encodeVersion } from '../version/version.ts';
import type { Explanation, Holding, RecordState } from '../wire/explanation.ts';
import { locationOf } from './cluster-view.ts';

export interface ExplanationFacts {
  readonly self: string;
  readonly custody: Custody;
  readonly storage: Pick<StorageEngine, 'read'>;
  readonly hints: Pick<HintStore, 'hintsOf'>;
  readonly gossip: { clusterTimeMs(): number };
  floorMs(partition: number): number;
}

/** What this node itself holds of a key, and keeps of it for others. @throws StarlingError CORRUPTION | STOPPED */
export function explanationOf(key: Key, facts: ExplanationFacts): Explanation {
  const { self, custody, storage, hints, gossip } = facts;
  const location = locationOf(key, custody);
  const record = storage.read(key)?.record;
  const { kept, unread } = hints.hintsOf(key);
  return {
    peer: self,
    ...location,
    holding: holdingOf(location.partition, custody),
    record: record && stateOf(record),
    hints: kept.map(({ peer, version }) => ({ peer, ...stampOf(version) })),
    unreadHints: unread,
    floorMs: facts.floorMs(location.partition),
    clusterTimeMs: gossip.clusterTimeMs(),
  };
}

function holdingOf(partition: number, custody: Custody): Holding {
  if (!custody.owns(partition)) return 'none';
  return custody.isComplete(partition) ? 'complete' : 'copying';
}

function stateOf({ version, value, expiresAtMs }: Record): RecordState {
  return {
    ...stampOf(version),
    deleted: value === undefined,
    valueBytes: value?.length ?? 0,
    expiresAtMs,
  };
}

function stampOf(version: Version): { readonly version: string; readonly writtenAtMs: number } {
  return { version: Buffer.from(encodeVersion(version)).toString('hex'), writtenAtMs: version.wallMs };
}
