import { expect } from 'chai';
import { AttackedCluster } from './attacked-cluster.ts';
import type { Attack } from './attack.ts';
import { AMPLIFICATION, DEAF_ASKER } from './attacks/amplification.ts';
import { falseAcks } from './attacks/false-answers.ts';
import { FALSE_CLOCKS } from './attacks/false-clocks.ts';
import {
  FORGED_INTENTS,
  PHANTOM_INTENTS,
  REPLAYED_INTENTS,
  STRANGERS_REMOVAL,
} from './attacks/forged-intents.ts';
import {
  accusations,
  CLIMB,
  INCARNATION_JUMPS,
  INCARNATION_LADDER,
  phantomNews,
} from './attacks/forged-news.ts';
import { CHATTER, MALFORMED_MESSAGES } from './attacks/malformed-messages.ts';
import { sharedIdentity } from './attacks/shared-identity.ts';
import { ADMITTED_FLOOD } from './attacks/topic-floods.ts';
import { topicForgeries } from './attacks/topic-forgeries.ts';
import { harmOf } from './harm.ts';
import { SOON_MS } from './holds.ts';
import { Target } from './target.ts';

const ATTACKS: readonly Attack[] = [
  FORGED_INTENTS,
  PHANTOM_INTENTS,
  STRANGERS_REMOVAL,
  REPLAYED_INTENTS,
  topicForgeries(SOON_MS),
  ADMITTED_FLOOD,
  phantomNews(1_000_000),
  accusations(SOON_MS),
  INCARNATION_JUMPS,
  INCARNATION_LADDER,
  CLIMB,
  MALFORMED_MESSAGES,
  CHATTER,
  AMPLIFICATION,
  DEAF_ASKER,
  FALSE_CLOCKS,
];

/** What takes long otherwise. */
const QUICK = { probeIntervalMs: 400, pushPullIntervalMs: 1000 };

/** Whichever of two processes holds the newer connection hears what is meant for both; the other one may hear nothing for a while. */
const NOTICED_MS = 40_000;

/** Those that take a failure detector in its usual haste. */
const QUICK_ATTACKS: readonly Attack[] = [falseAcks(NOTICED_MS), sharedIdentity(NOTICED_MS)];

describe('a cluster of real peers withstands somebody who knows the secret, and', function () {
  this.timeout('120s');

  const target = new Target();

  after(() => target.end());

  for (const { attacks, options } of [
    { attacks: ATTACKS, options: {} },
    { attacks: QUICK_ATTACKS, options: QUICK },
  ]) {
    describe(attacks === QUICK_ATTACKS ? 'goes on after' : 'is not moved by', () => {
      let cluster: AttackedCluster;

      before(async () => {
        cluster = await AttackedCluster.start(target, options);
      });

      after(() => cluster.stop());

      for (const attack of attacks) {
        it(attack.name, async () => expect(await harmOf(cluster, attack)).to.deep.equal([]));
      }
    });
  }
});
