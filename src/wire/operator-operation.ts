import type { starling } from './gen/messages.js';
import { type PauseOrder, type RepairOrder, repairFromWire, repairToWire } from './repair-codec.ts';

/** What operators ask of one peer, rather than users of any. */
export type OperatorOperation =
  | { readonly kind: 'explain'; readonly key: string }
  | ({ readonly kind: 'repair' } & RepairOrder)
  | ({ readonly kind: 'pauseRepair' } & PauseOrder)
  | ({ readonly kind: 'removeMember' } & MemberRemoval)
  | ({ readonly kind: 'leave' } & DepartureOrder);

/** An order to remove a member, and the proof that it comes from somebody who knows the secret. */
export interface MemberRemoval {
  readonly peer: string;
  /** Even where it is alive, or others lack what it holds. */
  readonly force: boolean;
  /** When the order ends, in ms since the Unix epoch. */
  readonly expiresMs: number;
  readonly proof: Uint8Array;
}

/** An order to leave the cluster, and the proof that it comes from somebody who knows the secret. */
export interface DepartureOrder {
  /** The peer that is asked. */
  readonly peer: string;
  /** When the order ends, in ms since the Unix epoch. */
  readonly expiresMs: number;
  readonly proof: Uint8Array;
}

type WireOperation = Pick<starling.v1.ClientRequest.$Properties, OperatorOperation['kind']>;

/** Undefined: the request asks for something else. */
export function operatorOperationFromWire(wire: WireOperation): OperatorOperation | undefined {
  const { explain, repair, pauseRepair, removeMember, leave } = wire;
  if (explain) return { kind: 'explain', key: explain.key ?? '' };
  if (repair) return { kind: 'repair', ...repairFromWire(repair) };
  if (pauseRepair) {
    return { kind: 'pauseRepair', pauseMs: pauseRepair.pauseMs ?? 0, ...provenFromWire(pauseRepair) };
  }
  if (removeMember) {
    return { kind: 'removeMember', force: removeMember.force ?? false, ...provenFromWire(removeMember) };
  }
  return leave ? { kind: 'leave', ...provenFromWire(leave) } : undefined;
}

/** What all orders have that need a proof. */
function provenFromWire({ peer, expiresMs, proof }: starling.v1.Leave.$Properties): DepartureOrder {
  return { peer: peer ?? '', expiresMs: expiresMs ?? 0, proof: Uint8Array.from(proof ?? []) };
}

/** The field of a request that says it. */
export function operatorOperationToWire(operation: OperatorOperation): WireOperation {
  switch (operation.kind) {
    case 'explain':
      return { explain: { key: operation.key } };
    case 'repair':
      return { repair: repairToWire(operation) };
    case 'pauseRepair': {
      const { peer, pauseMs, expiresMs, proof } = operation;
      return { pauseRepair: { peer, pauseMs, expiresMs, proof } };
    }
    case 'removeMember': {
      const { peer, force, expiresMs, proof } = operation;
      return { removeMember: { peer, force, expiresMs, proof } };
    }
    case 'leave': {
      const { peer, expiresMs, proof } = operation;
      return { leave: { peer, expiresMs, proof } };
    }
  }
}
