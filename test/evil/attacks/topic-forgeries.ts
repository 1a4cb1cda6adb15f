import { IntentSeal } from '../../../src/gossip/intent-seal.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { intentFromWire } from '../../../src/wire/intent-codec.ts';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { type AttackedCluster, SECRET } from '../attacked-cluster.ts';
import type { EvilPeer } from '../evil-peer.ts';
import { Forger } from '../forger.ts';
import { holdsWithin } from '../holds.ts';
import { InsiderLink, type WireIntent } from '../insider-link.ts';
import { CLUSTER } from '../target/open-node.ts';
import type { NodeAddress } from '../target/target-requests.ts';
import { GOSSIPSUB, TopicStream } from '../topic-stream.ts';

const { IntentList, SealedIntents } = starling.v1;

/** Messages that say that a stranger is a member, by his own good signature: only the seal is missing. */
function forgeries(intent: WireIntent, clusterId: string): Uint8Array[] {
  const content = IntentList.encode({ intents: [intent] }).finish();
  const sealed = (...seals: Uint8Array[]) => SealedIntents.encode({ seals, content }).finish();
  const under = (secret: string, cluster = CLUSTER, id = clusterId) =>
    new IntentSeal(cluster, [secret], () => id).seal([intentFromWire(intent)]);
  const genuine = SealedIntents.decode(under(SECRET)).seals[0]!;
  return [
    sealed(),
    sealed(new Uint8Array(32)),
    sealed(new Uint8Array()),
    sealed(genuine.subarray(0, 31)),
    sealed(flipped(genuine, 0)),
    sealed(...Array.from({ length: 10_000 }, () => new Uint8Array(32))),
    under('guessed'),
    under(''),
    under(SECRET, 'another cluster'),
    // Of a cluster of this name that there was before.
    under(SECRET, CLUSTER, 'ffffffffffffffff'),
    under(SECRET, CLUSTER, ''),
    flipped(under(SECRET), -1),
    content,
    Buffer.alloc(1000, 0xff),
  ];
}

/** Whoever has not proved to know the secret isn't listened to at all, whatever it passes on. */
export const STRANGERS_TOPIC: Attack = {
  name: "a stranger who publishes on the cluster's topic: his own intents, forged seals, and what members have sealed",
  async run(cluster) {
    const stranger = new Forger();
    const peer = await cluster.peer({ identity: stranger.identity, pretends: [GOSSIPSUB] });
    await isRefusedElsewhere(peer, cluster.first);
    const topic = await TopicStream.open(peer, cluster.first);
    const id = await clusterIdOf(cluster);
    const overheard = new IntentSeal(CLUSTER, [SECRET], () => id).seal([intentFromWire(new Forger().sign())]);
    // That first: who has sent enough forgeries isn't listened to any more.
    for (const message of [overheard, ...forgeries(stranger.sign(), id)]) await topic.publish(message);
    return (await isRefusedElsewhere(peer, cluster.first)) ? [] : ['the node does not answer any more'];
  },
};

/** A round trip on the same connection: what was sent before on other streams has been read by then. */
async function isRefusedElsewhere(peer: EvilPeer, node: NodeAddress): Promise<boolean> {
  const stream = await peer.open(node, PROTOCOLS.membership);
  await stream.say({ proof: {} });
  return stream.ends();
}

/** @param withinMs how long it may take until something of it is refused */
export const topicForgeries = (withinMs: number): Attack => ({
  name: "intents on the cluster's topic, passed on by a peer that was let in, whose seals are missing, wrong, or of something else",
  async run(cluster) {
    const { target } = cluster;
    const before = await target.ask('count', 'topic_messages_refused');
    const forger = new Forger();
    const peer = await cluster.peer({ identity: forger.identity, pretends: [GOSSIPSUB] });
    await InsiderLink.open(peer, cluster.first);
    const topic = await TopicStream.open(peer, cluster.first);
    for (const message of forgeries(forger.sign(), await clusterIdOf(cluster))) await topic.publish(message);
    const refused = async () => (await target.ask('count', 'topic_messages_refused')) - before;
    return (await holdsWithin(withinMs, async () => (await refused()) > 0))
      ? []
      : ['nothing of it was refused'];
  },
});

async function clusterIdOf({ target }: AttackedCluster): Promise<string> {
  const [node] = await target.ask('snapshot');
  return node!.clusterId;
}

/** With one bit changed. @param index negative: from the end */
function flipped(bytes: Uint8Array, index: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[index < 0 ? bytes.length + index : index]! ^= 1;
  return changed;
}
