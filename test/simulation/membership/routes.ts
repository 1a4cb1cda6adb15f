import { addressIn } from './core.ts';
import type { SimulatedMember } from './simulated-member.ts';

/** The processes, by their lives, at the two ends of a connection. */
interface Connection {
  readonly life: number;
  readonly otherLife: number;
}

/**
 * Who can reach whom once members have moved: whoever knows the present address, or has a connection, which serves
 * both ways and lasts as long as the processes at its ends.
 */
export class Routes {
  readonly #connections = new Map<SimulatedMember, Map<SimulatedMember, Connection>>();

  /** Whether a message gets through; if it does there is a connection from then on. */
  canReach(from: SimulatedMember, to: SimulatedMember): boolean {
    if (this.#isConnected(from, to)) return true;
    const intent = from.swim!.intent(to.peer);
    if (to.swim === undefined || intent === undefined || addressIn(intent) !== to.address) return false;
    this.connect(from, to);
    return true;
  }

  connect(from: SimulatedMember, to: SimulatedMember): void {
    this.#add(from, to);
    this.#add(to, from);
  }

  #isConnected(from: SimulatedMember, to: SimulatedMember): boolean {
    const connection = this.#connections.get(from)?.get(to);
    return connection?.life === from.life && connection.otherLife === to.life;
  }

  #add(from: SimulatedMember, to: SimulatedMember): void {
    let connections = this.#connections.get(from);
    if (connections === undefined) {
      connections = new Map();
      this.#connections.set(from, connections);
    }
    connections.set(to, { life: from.life, otherLife: to.life });
  }
}
