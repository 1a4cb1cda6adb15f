import type { StarlingError } from '../base/errors.ts';
import type { Message } from '../membership/message.ts';

/** One-way messages to and from peers that proved to be of this cluster (the transport's MessageLane). */
export interface MembershipLane {
  /** Called with each message. */
  onMessage: (peer: string, message: Message) => void;
  /** Called when what was sent to a peer waits for a stream to be opened, and when that has failed. */
  onConnecting: (peer: string) => void;
  onConnectFailed: (peer: string) => void;
  /** Called when the last stream to or from a peer has ended. */
  onPeerDown: (peer: string) => void;
  /** Best effort; opens a stream where there is none. */
  send(peer: string, message: Message): void;
  /** Ends every stream to and from a peer that broke the rules, and takes none from it for a while. */
  bar(peer: string, reason: StarlingError): void;
  /** Opens a stream to whoever answers at one of these multiaddrs, and gives that peer's id. Rejects where nobody did. */
  connect(addresses: readonly string[]): Promise<string>;
}
