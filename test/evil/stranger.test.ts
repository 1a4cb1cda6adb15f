import { expect } from 'chai';
import { AttackedCluster } from './attacked-cluster.ts';
import type { Attack } from './attack.ts';
import { CLIENT_PORT_GARBAGE, FALSE_REMOVAL_ORDERS } from './attacks/client-port.ts';
import { FALSE_CLAIM, FALSE_VERSION } from './attacks/false-claims.ts';
import { FALSE_SEED, MAN_IN_THE_MIDDLE } from './attacks/false-seed.ts';
import { BARE_FLOOD, halfOpenStreams } from './attacks/half-open.ts';
import { MALFORMED_FRAMES } from './attacks/malformed-frames.ts';
import { REFLECTED_PROOF, REPLAYED_HANDSHAKE } from './attacks/replayed-handshakes.ts';
import { STOLEN_IDENTITY } from './attacks/stolen-identity.ts';
import { FAT_IDENTITIES, STREAM_FLOOD } from './attacks/stream-flood.ts';
import { CONTROL_FLOOD, TOPIC_FLOOD } from './attacks/topic-floods.ts';
import { STRANGERS_TOPIC } from './attacks/topic-forgeries.ts';
import { WORDS_OUT_OF_TURN } from './attacks/words-out-of-turn.ts';
import { harmOf } from './harm.ts';
import { Target } from './target.ts';

const ATTACKS: readonly Attack[] = [
  FALSE_CLAIM,
  FALSE_VERSION,
  REPLAYED_HANDSHAKE,
  REFLECTED_PROOF,
  FALSE_SEED,
  MAN_IN_THE_MIDDLE,
  WORDS_OUT_OF_TURN,
  MALFORMED_FRAMES,
  BARE_FLOOD,
  halfOpenStreams(5000),
  STREAM_FLOOD,
  FAT_IDENTITIES,
  STRANGERS_TOPIC,
  TOPIC_FLOOD,
  CONTROL_FLOOD,
  CLIENT_PORT_GARBAGE,
  FALSE_REMOVAL_ORDERS,
  STOLEN_IDENTITY,
];

describe('a cluster of real peers is not moved by', function () {
  this.timeout('60s');

  const target = new Target();
  let cluster: AttackedCluster;

  before(async () => {
    cluster = await AttackedCluster.start(target);
  });

  after(async () => {
    await cluster.stop();
    await target.end();
  });

  for (const attack of ATTACKS) {
    it(attack.name, async () => expect(await harmOf(cluster, attack)).to.deep.equal([]));
  }
});
