/** What the failure detector has done since the start, for whoever watches it. Counts only grow. */
export interface SwimCounts {
  /** Probes begun, of which answered only through others, and not at all. */
  probes: number;
  probesRelayed: number;
  probesFailed: number;
  /** Helpers of failed probes that were silent themselves: a sign that this node is the slow one. */
  nacksMissed: number;
  /** Members that turned suspect here, and suspicions that were refuted in time. */
  suspicions: number;
  suspicionsRefuted: number;
  /** Members that turned dead here, those that left included. */
  deaths: number;
  /** Deaths that the same run of the member took back: false positives. */
  falseDeaths: number;
  /** Suspicions and deaths of this node that it refuted itself. */
  refutations: number;
  /** News that was not believed. */
  refusals: number;
}

export function zeroCounts(): SwimCounts {
  return {
    probes: 0,
    probesRelayed: 0,
    probesFailed: 0,
    nacksMissed: 0,
    suspicions: 0,
    suspicionsRefuted: 0,
    deaths: 0,
    falseDeaths: 0,
    refutations: 0,
    refusals: 0,
  };
}
