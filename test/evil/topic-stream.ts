import { RPC } from '@chainsafe/libp2p-gossipsub/message';
import type { EvilPeer } from './evil-peer.ts';
import type { RawStream } from './raw-stream.ts';
import { CLUSTER } from './target/open-node.ts';
import type { NodeAddress } from './target/target-requests.ts';

/** On which members publish intents. */
export const TOPIC = `/starling/1/intents/${CLUSTER}`;

/** A peer that doesn't serve this as well is cut off. */
export const GOSSIPSUB = '/meshsub/1.1.0';

/** Gossipsub spoken by hand. */
export class TopicStream {
  readonly stream: RawStream;

  private constructor(stream: RawStream) {
    this.stream = stream;
  }

  /** @param peer one that pretends to serve `GOSSIPSUB` */
  static async open(peer: EvilPeer, node: NodeAddress): Promise<TopicStream> {
    return new TopicStream(await peer.open(node, GOSSIPSUB));
  }

  /** False where the node has ended the stream. */
  publish(data: Uint8Array, topic: string = TOPIC): Promise<boolean> {
    return this.say({ messages: [{ topic, data }] });
  }

  subscribe(...topics: string[]): Promise<boolean> {
    return this.say({ subscriptions: topics.map((topic) => ({ topic, subscribe: true })) });
  }

  say(rpc: Partial<RPC>): Promise<boolean> {
    return this.stream.sendFrame(RPC.encode(rpc));
  }
}
