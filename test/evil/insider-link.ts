import { starling } from '../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import { shakeHands } from './claims.ts';
import type { EvilPeer } from './evil-peer.ts';
import { holdsWithin, SOON_MS } from './holds.ts';
import type { RawStream } from './raw-stream.ts';
import type { NodeAddress } from './target/target-requests.ts';

const { MembershipMessage } = starling.v1;

/** As it goes over the wire: nothing keeps it valid. */
export type WireMessage = starling.v1.MembershipMessage.$Properties;
export type WireUpdate = starling.v1.LivenessUpdate.$Properties;
export type WireIntent = starling.v1.SignedIntent.$Properties;

/** Where sequence numbers of echoes begin: not where attacks use them. */
const FIRST_ECHO = 0xeeee0000;

/** A membership stream of somebody who knows the secret. */
export class InsiderLink {
  readonly stream: RawStream;
  #echoes = 0;

  private constructor(stream: RawStream) {
    this.stream = stream;
  }

  /** Again where that fails: a node may just be hanging up on this peer for what it did before. */
  static async open(peer: EvilPeer, node: NodeAddress): Promise<InsiderLink> {
    let refusal: unknown;
    const deadlineMs = performance.now() + SOON_MS;
    while (performance.now() < deadlineMs) {
      try {
        const stream = await peer.open(node, PROTOCOLS.membership);
        refusal = await shakeHands(stream, peer.id);
        if (refusal === undefined) return new InsiderLink(stream);
      } catch (error) {
        refusal = error;
      }
    }
    throw new Error(`an insider was refused: ${String(refusal)}`);
  }

  /** False where the node has ended the stream. */
  say(message: WireMessage): Promise<boolean> {
    return this.stream.sendFrame(MembershipMessage.encode(message).finish());
  }

  tell(...updates: WireUpdate[]): Promise<boolean> {
    return this.say({ gossip: {}, updates });
  }

  tellIntents(...intents: WireIntent[]): Promise<boolean> {
    return this.say({ gossip: {}, intents });
  }

  /** The node's next message; undefined where it ends the stream. */
  async hear(): Promise<WireMessage | undefined> {
    const frame = await this.stream.frame();
    return frame && MembershipMessage.decode(frame);
  }

  /**
   * Waits until the node has dealt with everything that was said. False where it ended the stream over that.
   * @param onMessage what it says meanwhile
   */
  async echo(onMessage: (message: WireMessage) => void = () => {}): Promise<boolean> {
    const sequence = FIRST_ECHO + this.#echoes++;
    await this.say({ ping: { sequence } });
    for (;;) {
      const message = await this.hear();
      if (message === undefined) return false;
      if (message.ack?.sequence === sequence) return true;
      onMessage(message);
    }
  }

  /** All intents that the node knows. It answers the same peer seldom. */
  async intents(): Promise<WireIntent[]> {
    let entries: WireMessage['entries'];
    const hasAnswered = await holdsWithin(SOON_MS, async () => {
      await this.say({ digest: { sums: [0xbad] } });
      await this.echo((message) => (entries ??= message.entries));
      return Boolean(entries);
    });
    if (!hasAnswered) throw new Error('the node does not tell what it knows');
    return entries?.intents ?? [];
  }
}
