import { addFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';

type Liveness = 'alive' | 'suspect' | 'dead';
type IntentStatus = 'joining' | 'active' | 'leaving' | 'left' | 'removing' | 'removed';

/** Where the figures are: what membership knows and has counted. */
export interface MembershipFigures {
  members(): readonly MemberFigures[];
  /** Of those that left and were removed as well. */
  intents(): readonly IntentFigures[];
  health(): HealthFigures;
  traffic(): TrafficFigures;
}

interface MemberFigures {
  readonly liveness: Liveness;
  readonly intent: IntentFigures | undefined;
}

interface IntentFigures {
  readonly status: IntentStatus;
}

interface HealthFigures {
  readonly multiplier: number;
  readonly newsCount: number;
  readonly counts: Readonly<Record<CountName, number>>;
}

interface TrafficFigures {
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly sentMessages: number;
  readonly receivedMessages: number;
}

type CountName = keyof typeof COUNTS;

/** Each count of the failure detector: its metric, and what it means. */
const COUNTS = {
  probes: ['membership_probes_total', 'Probes begun.'],
  probesRelayed: [
    'membership_probes_relayed_total',
    'Probes that were answered through another member only.',
  ],
  probesFailed: ['membership_probes_failed_total', 'Probes that nobody answered.'],
  nacksMissed: [
    'membership_nacks_missed_total',
    'Helpers of failed probes that were silent themselves: a sign that this peer is the slow one.',
  ],
  suspicions: ['membership_suspicions_total', 'Members that turned suspect in the eyes of this peer.'],
  suspicionsRefuted: ['membership_suspicions_refuted_total', 'Suspicions that the member refuted in time.'],
  deaths: [
    'membership_deaths_total',
    'Members that turned dead in the eyes of this peer, those that stopped included.',
  ],
  falseDeaths: [
    'membership_false_deaths_total',
    'Deaths that the same run of the member took back: false positives.',
  ],
  refutations: ['membership_refutations_total', 'Suspicions and deaths of this peer that it refuted itself.'],
  refusals: ['membership_news_refused_total', 'News about members that was not believed.'],
} as const;

const TRAFFIC = {
  sentBytes: [
    'membership_sent_bytes_total',
    'Bytes of membership messages sent to peers, before encryption.',
  ],
  receivedBytes: [
    'membership_received_bytes_total',
    'Bytes of membership messages received, after decryption.',
  ],
  sentMessages: ['membership_sent_messages_total', 'Membership messages sent to peers.'],
  receivedMessages: ['membership_received_messages_total', 'Membership messages received from peers.'],
} as const;

/** Lets the figures of membership be read among a node's metrics, as `starling_membership_...`. */
export function addMembershipMetrics(metrics: Metrics, figures: MembershipFigures): void {
  const members = metrics.gaugeBy<Liveness>(
    'liveness',
    'membership_members',
    'Members that have not gone for good, this peer included, by what this peer believes of them.',
  );
  const intents = metrics.gaugeBy<IntentStatus>(
    'status',
    'membership_intents',
    'Peers by what they want to be; those that left or were removed are remembered.',
  );
  const multiplier = metrics.gauge(
    'membership_local_health_multiplier',
    'By what this peer multiplies its timeouts because it is slow itself; 1 is well.',
  );
  const news = metrics.gauge(
    'membership_gossip_queue_length',
    'Pieces of news about members that this peer still spreads.',
  );
  addFigures(metrics, COUNTS, () => figures.health().counts);
  addFigures(metrics, TRAFFIC, () => figures.traffic());
  metrics.onCollect(() => {
    const health = figures.health();
    members.set(countLiveness(figures.members()));
    intents.set(countIntents(figures.intents()));
    multiplier.set(health.multiplier);
    news.set(health.newsCount);
  });
}

const GONE: ReadonlySet<IntentStatus> = new Set(['left', 'removing', 'removed']);

/** Those that have gone for good would count as dead for ever, and nobody could tell from them that one just died. */
function countLiveness(members: readonly MemberFigures[]): Record<Liveness, number> {
  const counted = { alive: 0, suspect: 0, dead: 0 };
  for (const { liveness, intent } of members) {
    if (intent === undefined || !GONE.has(intent.status)) counted[liveness]++;
  }
  return counted;
}

function countIntents(intents: readonly IntentFigures[]): Record<IntentStatus, number> {
  const counted = { joining: 0, active: 0, leaving: 0, left: 0, removing: 0, removed: 0 };
  for (const { status } of intents) counted[status]++;
  return counted;
}
