/** The public face of `starling-kv`: a peer inside another program. Clients import `starling-kv/client`. */
export { startNode } from './node/start-node.ts';
export type { StarlingNode } from './node/starling-node.ts';
export type {
  IntentStatus,
  Liveness,
  MembershipEvent,
  MembershipListener,
} from './node/membership-events.ts';
export type {
  AdminPort,
  LogConfiguration,
  OtelConfiguration,
  NodeConfiguration,
  TlsConfiguration,
  AccessConfiguration,
} from './node/node-configuration.ts';
export type {
  ClusterSettings,
  RepairSettings,
  ScrubSettings,
  SwimOptions,
  TransferSettings,
} from './node/settings.ts';
export type { Reloaded } from './node/reload.ts';
export { configurationOf } from './node/configuration/load.ts';
export type {
  Consistency,
  Durability,
  KeyValue,
  PutItem,
  PutOptions,
  ReadOptions,
  ReadResult,
  Store,
  WriteOptions,
  WriteResult,
} from './client/store.ts';
export { type ErrorCode, type ErrorFacts, StarlingError } from './base/errors.ts';
