import { randomBytes } from 'node:crypto';
import { LIMITS } from '../../../src/base/limits.ts';
import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { InsiderLink } from '../insider-link.ts';
import { GOSSIPSUB, TOPIC, TopicStream } from '../topic-stream.ts';

/** @param isAdmitted whether the flooder has proved that it knows the secret */
async function openTopic(cluster: AttackedCluster, isAdmitted: boolean): Promise<TopicStream> {
  const peer = await cluster.peer({ pretends: [GOSSIPSUB] });
  if (isAdmitted) await InsiderLink.open(peer, cluster.first);
  return TopicStream.open(peer, cluster.first);
}

interface Flood {
  readonly count: number;
  readonly sizeBytes: number;
  readonly topic: string;
}

/** As long as a message may be, with what goes around it. */
const LONGEST_BYTES = LIMITS.publishedBytes - 256;

/** More than an attack may make a node grow. */
const FLOOD_BYTES = 20 << 20;

/** Frames are held until they are whole, four of 4 MiB at a time; what is sent in all is twice as much. */
const MAY_GROW_BYTES = 40 << 20;

const FLOODS: readonly Flood[] = [TOPIC, 'a topic of nobody'].flatMap((topic) => [
  { count: 2000, sizeBytes: 100, topic },
  { count: FLOOD_BYTES / LONGEST_BYTES, sizeBytes: LONGEST_BYTES, topic },
  { count: 4, sizeBytes: 4 << 20, topic },
]);

/** Until all is sent, or the node has had enough. */
async function publishMany(stream: TopicStream, { count, sizeBytes, topic }: Flood): Promise<void> {
  const message = randomBytes(sizeBytes);
  for (let i = 0; i < count; i++) {
    message.writeUInt32BE(i);
    if (!(await stream.publish(Uint8Array.from(message), topic))) return;
  }
}

async function flood(cluster: AttackedCluster, isAdmitted: boolean): Promise<string[]> {
  for (const kind of FLOODS) await publishMany(await openTopic(cluster, isAdmitted), kind);
  return [];
}

export const TOPIC_FLOOD: Attack = {
  name: "thousands of messages and tens of megabytes of nonsense on the cluster's topic, and on topics of nobody",
  mayGrowBytes: MAY_GROW_BYTES,
  run: (cluster) => flood(cluster, false),
};

export const ADMITTED_FLOOD: Attack = {
  name: 'the same flood of nonsense on topics by a peer that was let in',
  run: (cluster) => flood(cluster, true),
};

export const CONTROL_FLOOD: Attack = {
  name: 'subscriptions to thousands of topics, and floods of IHAVE, IWANT, GRAFT, PRUNE and IDONTWANT',
  async run(cluster) {
    for (const isAdmitted of [false, true]) await floodControl(await openTopic(cluster, isAdmitted));
    return [];
  },
};

async function floodControl(stream: TopicStream): Promise<void> {
  await stream.subscribe(TOPIC);
  for (let i = 0; i < 50; i++) {
    await stream.subscribe(...Array.from({ length: 500 }, (_, topic) => `topic ${i} ${topic}`));
    const messageIDs = Array.from({ length: 200 }, () => Uint8Array.from(randomBytes(32)));
    await stream.say({
      control: {
        ihave: [{ topicID: TOPIC, messageIDs }],
        iwant: [{ messageIDs }],
        graft: [{ topicID: TOPIC }, { topicID: `topic ${i}` }],
        prune: [{ topicID: TOPIC, backoff: 3600, peers: [{ peerID: Uint8Array.from(randomBytes(38)) }] }],
        idontwant: [{ messageIDs }],
      },
    });
  }
}
