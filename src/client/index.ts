/** The public face of `starling-kv/client`. */
export { type StarlingClient } from './client.ts';
export { connect } from './connect.ts';
export type { ConnectOptions, TlsClientOptions } from './options.ts';
export type { DepartureOptions } from './departure.ts';
export type { EntriesOptions } from './entries.ts';
export type { RemovalOptions } from './removal.ts';
export type { RepairOptions } from './repair.ts';
export type { RepairPauseOptions } from './repair-pause.ts';
export type {
  KeyValue,
  PutItem,
  PutOptions,
  ReadOptions,
  ReadResult,
  Store,
  WriteOptions,
  WriteResult,
} from './store.ts';
export type { Consistency, Durability } from '../quorum/consistency.ts';
export type { Entry } from '../wire/client-reply.ts';
export type {
  CustodyStatus,
  Location,
  Status,
  StorageStatus,
  Topology,
  TopologyMember,
} from '../wire/cluster-view.ts';
export type { ExchangeReport } from '../wire/repair-codec.ts';
export type { Explanation, Holding, KeptHint, RecordState } from '../wire/explanation.ts';
export { type ErrorCode, type ErrorFacts, StarlingError } from '../base/errors.ts';
