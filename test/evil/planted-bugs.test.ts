import { expect } from 'chai';
import type { Attack } from './attack.ts';
import { AttackedCluster } from './attacked-cluster.ts';
import { AMPLIFICATION, DEAF_ASKER } from './attacks/amplification.ts';
import { FALSE_REMOVAL_ORDERS } from './attacks/client-port.ts';
import { FALSE_CLAIM } from './attacks/false-claims.ts';
import { FALSE_CLOCKS } from './attacks/false-clocks.ts';
import { FALSE_SEED, MAN_IN_THE_MIDDLE } from './attacks/false-seed.ts';
import { FORGED_INTENTS, REPLAYED_INTENTS, STRANGERS_REMOVAL } from './attacks/forged-intents.ts';
import { accusations, INCARNATION_JUMPS, phantomNews } from './attacks/forged-news.ts';
import { halfOpenStreams } from './attacks/half-open.ts';
import { MALFORMED_FRAMES } from './attacks/malformed-frames.ts';
import { REPLAYED_HANDSHAKE } from './attacks/replayed-handshakes.ts';
import { sharedIdentity } from './attacks/shared-identity.ts';
import { STREAM_FLOOD } from './attacks/stream-flood.ts';
import { ADMITTED_FLOOD } from './attacks/topic-floods.ts';
import { STRANGERS_TOPIC, topicForgeries } from './attacks/topic-forgeries.ts';
import { WORDS_OUT_OF_TURN } from './attacks/words-out-of-turn.ts';
import { harmOf } from './harm.ts';
import { Target } from './target.ts';
import type { ClusterOptions, PlantedBug } from './target/target-requests.ts';

/** Long enough for harm to be seen, where it would be none if it passed sooner. */
const A_WHILE_MS = 2500;

interface Case {
  readonly bug: PlantedBug;
  readonly attack: Attack;
  /** What must be noticed. */
  readonly harm: RegExp;
  readonly options?: Partial<ClusterOptions>;
  /** The bug is in what a node does at its start. Others would keep the cluster from coming about. */
  readonly isEarly?: boolean;
}

const QUICK = { nodes: 3, probeIntervalMs: 400, pushPullIntervalMs: 1000 };

const CASES: readonly Case[] = [
  { bug: 'terms are not compared', attack: FALSE_CLAIM, harm: /was told/ },
  { bug: 'the proof of whoever opens a stream is not checked', attack: FALSE_CLAIM, harm: /was let in/ },
  { bug: 'whoever opens a stream proves itself to anybody', attack: FALSE_SEED, harm: /proved itself/ },
  {
    bug: 'whoever opens a stream proves itself to anybody',
    attack: MAN_IN_THE_MIDDLE,
    harm: /proved itself/,
  },
  { bug: 'nonces are always the same', attack: REPLAYED_HANDSHAKE, harm: /opened a stream/ },
  {
    bug: 'messages are taken before the handshake',
    attack: WORDS_OUT_OF_TURN,
    harm: /intents .*nothing -> /,
  },
  { bug: 'a frame may have any length', attack: MALFORMED_FRAMES, harm: /memory grew/ },
  { bug: 'every refusal is a line in the log', attack: STREAM_FLOOD, harm: /lines were logged/ },
  { bug: 'a handshake may take for ever', attack: halfOpenStreams(500), harm: /keeps them/ },
  {
    bug: 'every stream that is opened holds memory for good',
    attack: STREAM_FLOOD,
    harm: /memory grew/,
    isEarly: true,
  },
  {
    bug: 'whoever opens a stream is listened to on the topic',
    attack: STRANGERS_TOPIC,
    harm: /intents .*nothing -> /,
    isEarly: true,
  },
  { bug: 'seals are not checked', attack: topicForgeries(A_WHILE_MS), harm: /intents .*nothing -> / },
  {
    bug: 'what comes on the topic is passed on, whatever it is',
    attack: ADMITTED_FLOOD,
    harm: /memory grew/,
    isEarly: true,
  },
  {
    bug: 'an order to remove a member needs no proof',
    attack: FALSE_REMOVAL_ORDERS,
    harm: /intents .*-> remov/,
  },
  { bug: 'signatures are not checked', attack: FORGED_INTENTS, harm: /intents / },
  { bug: 'a forger may go on', attack: FORGED_INTENTS, harm: /survived/ },
  { bug: 'an older intent replaces a newer one', attack: REPLAYED_INTENTS, harm: /intents / },
  { bug: 'whoever is unknown passes for a member', attack: STRANGERS_REMOVAL, harm: /intents .*-> removed/ },
  { bug: 'news of anybody makes a member', attack: phantomNews(2000), harm: /members p1: nothing -> alive/ },
  {
    bug: 'hearsay is believed however far it jumps',
    attack: INCARNATION_JUMPS,
    harm: /members .* -> dead 2147483647/,
  },
  { bug: 'a member does not refute', attack: accusations(A_WHILE_MS), harm: /was not refuted/ },
  {
    bug: 'a shared identity is not noticed',
    attack: sharedIdentity(A_WHILE_MS),
    harm: /neither/,
    options: QUICK,
  },
  { bug: 'an answer is sent a hundred times', attack: AMPLIFICATION, harm: /bytes for/ },
  { bug: 'what is not read piles up', attack: DEAF_ASKER, harm: /memory grew/ },
  { bug: 'everybody’s clock counts', attack: FALSE_CLOCKS, harm: /clock is/ },
];

describe('an attack on real peers would be noticed if', function () {
  this.timeout('60s');

  const target = new Target();

  afterEach(() => target.ask('stop'));

  after(() => target.end());

  for (const { bug, attack, harm, options, isEarly } of CASES) {
    it(`${bug}: ${attack.name}`, async () => {
      if (isEarly) await target.ask('plant', bug);
      const cluster = await AttackedCluster.start(target, { nodes: 2, restMs: 0, ...options });
      if (!isEarly) await target.ask('plant', bug);
      const isFound = (found: readonly string[]) => found.some((line) => harm.test(line));
      const found = await harmOf(cluster, attack, isFound);
      expect(isFound(found), found.join('\n')).to.equal(true);
    });
  }
});
