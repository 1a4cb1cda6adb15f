import type { OwnTraffic } from './own-traffic.ts';
import type { Saying } from './sighting.ts';

export const ENGINE_NAMES = ['starling', 'serf'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Where a member lives; it keeps its seat when it is started again. */
export interface Seat {
  /** `m3` */
  readonly name: string;
  /** A loopback address of its own. */
  readonly host: string;
  /** Where the other members reach it. */
  readonly port: number;
  /** Where it is asked and told: Starling's client port, serf's RPC. */
  readonly controlPort: number;
  /** Of its own, for what it keeps. */
  readonly folder: string;
}

/** Who has a seat. */
export interface Occupant {
  readonly seat: Seat;
  /** What the others call it; undefined until it is known. */
  readonly id: string | undefined;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** A system that keeps a membership: how its members are started, and how their output reads. */
export interface Engine {
  readonly name: EngineName;
  /** Of its members' loopback addresses. */
  readonly network: string;
  /** Whether its members come back by what they keep on disk. */
  readonly resumes: boolean;
  /** The signal at which a member tells the others that it goes. */
  readonly leaveSignal: NodeJS.Signals;
  /** Runs a member that joins by the one at that seat, or founds a cluster where there is none. */
  command(seat: Seat, joinBy: Seat | undefined): Command;
  /** What a line of a member's output means. */
  read(line: string): Saying | undefined;
  /** Whether these members, which all list each other, have nothing more to do before they are idle. */
  isAtRest(members: readonly Occupant[]): Promise<boolean>;
  /** What these members together count as sent; undefined where they don't count. */
  ownTraffic(members: readonly Occupant[]): Promise<OwnTraffic | undefined>;
}
