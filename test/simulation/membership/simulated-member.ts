import type { Intent } from '../../../src/membership/intent.ts';
import type { Swim } from '../../../src/membership/swim.ts';
import type { Stall } from './stall.ts';

/** One member of the simulated cluster, and what is true of it whatever the others believe. */
export class SimulatedMember {
  readonly peer: string;
  readonly index: number;
  address: string;
  /** Undefined: no process runs. */
  swim: Swim | undefined;
  /** Which process this is: timers of an earlier one come to nothing. */
  life = 0;
  incarnation = 0;
  intentCounter = 0;
  /** What it remembers through a restart. */
  addressBook: readonly Intent[] = [];
  /** Which half of a split network it is in; 0 while there is none. */
  side: 0 | 1 = 0;
  /** Undefined: its process gets the processor whenever it wants it. */
  stall: Stall | undefined;
  /** When its lag monitor looks next; a time past: it has gone on looking, nobody counted when. */
  lagCheckDueMs = 0;
  /** Gets so little of the processor, for a while, that nobody can call it well between two bursts. */
  isStarved = false;
  /** Since when it has been well again after it was stopped, blocked or cut off, which others may not know yet. */
  recoveringSinceMs: number | undefined;

  constructor(index: number) {
    this.index = index;
    this.peer = peerIdOf(index);
    this.address = addressOf(index, 0);
  }
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** As long as a libp2p peer id of an Ed25519 key. */
function peerIdOf(index: number): string {
  let text = '12D3KooW';
  let state = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  while (text.length < 52) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += BASE58[(state >>> 8) % BASE58.length]!;
  }
  return text;
}

/** The address of the member's machine; another for each `move`. */
export function addressOf(index: number, move: number): string {
  return `/ip4/10.${move}.${index >> 8}.${index & 255}/tcp/7000`;
}
