import type { StarlingError } from '../base/errors.ts';
import type { Consistency } from '../quorum/consistency.ts';

export type RequestOp = 'put' | 'get' | 'delete' | 'scan';

/** What replication has to tell; telemetry listens. One method an event. */
export interface ReplicationEvents {
  /** A coordinated request ended. */
  requestDone(op: RequestOp, consistency: Consistency | undefined, error: StarlingError | undefined): void;
  /** A replica held something newer, so a write was stamped again. */
  restamped(): void;
  /** A replica that lacked the newest version was sent it. */
  readRepaired(peer: string): void;
  readRepairFailed(peer: string, error: StarlingError): void;
  /** A slow owner's read was also sent to another. */
  hedged(): void;
  /** Coordinator and replica disagreed about the owners of a partition. */
  ownersDiffered(peer: string): void;
  partitionCopied(partition: number, records: number): void;
  partitionCopyFailed(partition: number, error: StarlingError): void;
}
