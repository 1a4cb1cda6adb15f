import type { Counters } from './counters.ts';
import type { Labels, Metrics } from './metrics.ts';

/** The metric that an event is counted by, and what it means; and the values of its labels where several share one. */
type EventMetric = readonly [metric: `${string}_total`, help: string, labels?: Labels];

const HINTS_DROPPED =
  'Hints that were given up, by the reason; unless it is "gone" or "stopped" a comparison mends what they held.';
const EXCHANGE_RECORDS =
  'Records that differed in exchanges with peers, by whether they were given or taken.';
const SPANS_DROPPED =
  'Spans of traces that were given up, by the reason: too many waited, the collector did not take them, or the peer stopped.';
const MEMBERS_TURNED = 'Changes of what this peer believes of a member, by what it believes now.';
const CLIENT_CONNECTIONS = 'Client connections that were opened and closed.';
const PEER_STREAMS = 'Streams to and from peers that were opened and closed.';

/** Every event that is counted, by the name that `status --counters` shows. What isn't here can't be counted. */
const EVENT_METRICS = {
  // Requests
  writes_restamped: [
    'writes_restamped_total',
    'Writes that were stamped again since a replica held something newer.',
  ],
  read_repairs: [
    'read_repairs_total',
    'Replicas that lacked the newest version in a read, and were sent it.',
  ],
  read_repairs_failed: [
    'read_repairs_failed_total',
    'Read repairs that failed; a later read or exchange mends it.',
  ],
  keys_compared: [
    'keys_compared_total',
    'Keys that owners were compared by after a read that did not need them.',
  ],
  keys_differing: [
    'keys_differing_total',
    'Keys that differed when owners were compared after a read, and were mended.',
  ],
  comparisons_dropped: [
    'comparisons_dropped_total',
    'Comparisons after reads that were not made: no answer, or too many waited.',
  ],
  reads_hedged: ['reads_hedged_total', 'Reads that were sent to further owners since one was slow.'],
  owners_differed: ['owners_differed_total', 'Requests on whose owners this peer and a replica disagreed.'],
  slow_requests: [
    'slow_requests_total',
    'Requests that took at least as long as log.slowRequestMs says; 0 where that is off.',
  ],
  // Traces
  spans_exported: ['trace_spans_exported_total', 'Spans of traces that the collector has taken.'],
  spans_dropped_queue: ['trace_spans_dropped_total', SPANS_DROPPED, { reason: 'queue' }],
  spans_dropped_collector: ['trace_spans_dropped_total', SPANS_DROPPED, { reason: 'collector' }],
  spans_dropped_stopped: ['trace_spans_dropped_total', SPANS_DROPPED, { reason: 'stopped' }],
  // Copying of partitions
  partitions_copied: ['partitions_copied_total', 'Partitions that were copied to the end.'],
  records_copied: [
    'partition_records_copied_total',
    'Records of the partitions that were copied to the end.',
  ],
  partition_copies_failed: [
    'partition_copies_failed_total',
    'Copies of a partition that broke off; each is tried again.',
  ],
  partitions_cleared: [
    'partitions_cleared_total',
    'Partitions that were emptied since this peer does not own them.',
  ],
  partitions_not_cleared: [
    'partitions_not_cleared_total',
    'Attempts to empty partitions that failed; they are tried again.',
  ],
  // Streams between peers
  links_opened: ['peer_streams_opened_total', PEER_STREAMS.replace(' and closed', '')],
  links_closed: ['peer_streams_closed_total', PEER_STREAMS.replace('opened and ', '')],
  link_opens_failed: [
    'peer_stream_opens_failed_total',
    'Peers that could not be reached, or turned this one away.',
  ],
  links_refused: [
    'peer_streams_refused_total',
    'Streams of peers that were turned away: wrong cluster or secret, or too many.',
  ],
  malformed_peer_input: [
    'malformed_peer_input_total',
    'Streams that were aborted because of what a peer sent.',
  ],
  messages_dropped: [
    'peer_messages_dropped_total',
    'Best-effort messages to peers that found no stream or no room.',
  ],
  peer_requests_timed_out: [
    'peer_requests_timed_out_total',
    'Requests to peers that were not answered in time.',
  ],
  late_answers: ['peer_answers_late_total', 'Answers of peers that nobody waited for any more.'],
  answers_dropped: [
    'peer_answers_dropped_total',
    'Answers to peers that were not sent: too late, or no room.',
  ],
  // Membership
  bootstraps_failed: ['bootstraps_failed_total', 'Attempts to find a member of the cluster that failed.'],
  members_turned_alive: ['members_turned_total', MEMBERS_TURNED, { liveness: 'alive' }],
  members_turned_suspect: ['members_turned_total', MEMBERS_TURNED, { liveness: 'suspect' }],
  members_turned_dead: ['members_turned_total', MEMBERS_TURNED, { liveness: 'dead' }],
  members_with_new_storage: [
    'members_with_new_storage_total',
    'Members that came back without the data that they held.',
  ],
  topic_messages_refused: [
    'topic_messages_refused_total',
    "Messages on the cluster's topic that were damaged, or a stranger's.",
  ],
  topic_messages_unpublished: [
    'topic_messages_unpublished_total',
    "Messages on the cluster's topic that reached nobody.",
  ],
  state_saves_failed: [
    'membership_saves_failed_total',
    'Attempts to save what is known of the members that failed.',
  ],
  // The client port
  client_connections_opened: [
    'client_connections_opened_total',
    CLIENT_CONNECTIONS.replace(' and closed', ''),
  ],
  client_connections_closed: [
    'client_connections_closed_total',
    CLIENT_CONNECTIONS.replace('opened and ', ''),
  ],
  client_connections_refused: [
    'client_connections_refused_total',
    'Client connections that were closed unheard: too many.',
  ],
  client_accepts_failed: [
    'client_accepts_failed_total',
    'Client connections that the operating system could not hand over.',
  ],
  malformed_client_input: [
    'malformed_client_input_total',
    'Client connections that were closed because of what came.',
  ],
  client_requests_overloaded: [
    'client_requests_overloaded_total',
    'Client requests that the port itself had no room for.',
  ],
  client_writes_unread_too_long: [
    'client_writes_unread_too_long_total',
    'Client writes that were refused since they may have waited, unread, for longer than their clients did.',
  ],
  client_requests_forbidden: [
    'client_requests_forbidden_total',
    'Client requests that the token did not allow, or that came without one where one is wanted.',
  ],
  // The admin port
  admin_requests_refused: ['admin_requests_refused_total', 'Requests that the admin port turned away.'],
  admin_failures: ['admin_failures_total', 'Pages of the admin port that could not be made.'],
  // Hints
  hints_kept: ['hints_kept_total', 'Writes that an owner missed, and that were kept for it.'],
  hints_dropped_bytes: ['hints_dropped_total', HINTS_DROPPED, { reason: 'bytes' }],
  hints_dropped_peers: ['hints_dropped_total', HINTS_DROPPED, { reason: 'peers' }],
  hints_dropped_queue: ['hints_dropped_total', HINTS_DROPPED, { reason: 'queue' }],
  hints_dropped_age: ['hints_dropped_total', HINTS_DROPPED, { reason: 'age' }],
  hints_dropped_disk: ['hints_dropped_total', HINTS_DROPPED, { reason: 'disk' }],
  hints_dropped_gone: ['hints_dropped_total', HINTS_DROPPED, { reason: 'gone' }],
  hints_dropped_stopped: ['hints_dropped_total', HINTS_DROPPED, { reason: 'stopped' }],
  hints_handed_over: [
    'hints_handed_over_total',
    'Hints that were handed over to the owner that had missed them.',
  ],
  handoffs_failed: [
    'hint_handoffs_failed_total',
    'Attempts to hand hints over that broke off; what is left is tried again.',
  ],
  hint_logs_failed: ['hint_logs_failed_total', 'Logs of hints that could not be opened, read or removed.'],
  // Anti-entropy
  exchanges: ['exchanges_total', 'Exchanges with a peer that compared all that both hold.'],
  exchanges_failed: ['exchanges_failed_total', 'Exchanges that broke off; they are tried again.'],
  // Scrubbing
  scrub_damaged_entries: [
    'scrub_damaged_entries_total',
    'Records found in scrubbing that fail their checksum or can not be read.',
  ],
  scrub_differing_leaves: [
    'scrub_differing_leaves_total',
    'Leaves of hash trees found in scrubbing that were not what is held.',
  ],
  scrubs_failed: ['scrubs_failed_total', 'Partitions that scrubbing could not read to their end.'],
  exchange_partitions_compared: [
    'exchange_partitions_compared_total',
    'Partitions whose hash trees were compared.',
  ],
  exchange_partitions_differing: [
    'exchange_partitions_differing_total',
    'Partitions whose hash trees differed.',
  ],
  exchange_records_given: ['exchange_records_total', EXCHANGE_RECORDS, { direction: 'given' }],
  exchange_records_taken: ['exchange_records_total', EXCHANGE_RECORDS, { direction: 'taken' }],
  exchange_record_bytes: [
    'exchange_record_bytes_total',
    'Bytes of keys and values of the records that differed in exchanges.',
  ],
  purge_floors_raised: ['purge_floors_raised_total', 'Partitions whose purge floor rose.'],
  purge_floors_not_raised: ['purge_floors_not_raised_total', 'Attempts to raise purge floors that failed.'],
  // The log
  log_bytes_written: ['log_written_bytes_total', 'Bytes of records that became durable.'],
  log_refusals_began: ['log_refusals_total', 'Times that the store ceased to take writes.'],
  log_damage_found: ['log_damage_found_total', 'Places where bytes failed their checksum.'],
  log_compactions: ['log_compactions_total', 'Segments that were compacted.'],
  log_compactions_failed: ['log_compactions_failed_total', 'Segments that could not be compacted.'],
  log_compaction_bytes_copied: ['log_compaction_copied_bytes_total', 'Bytes that compaction wrote again.'],
  log_compaction_bytes_freed: [
    'log_compaction_freed_bytes_total',
    'Bytes on disk that compaction gave back.',
  ],
  log_records_purged: ['log_records_purged_total', 'Tombstones and expired records that went for good.'],
  log_checkpoints: ['log_checkpoints_total', 'Checkpoints of the index that were written.'],
  log_checkpoint_bytes_written: [
    'log_checkpoint_written_bytes_total',
    'Bytes of the checkpoints of the index that were written.',
  ],
  log_checkpoints_failed: [
    'log_checkpoints_failed_total',
    'Checkpoints that could not be written, or older ones not removed.',
  ],
  log_checkpoints_refused: [
    'log_checkpoints_refused_total',
    'Checkpoints that could not be used at the start.',
  ],
  log_positions_not_noted: [
    'log_positions_not_noted_total',
    'Times that how far the log is durable could not be noted.',
  ],
} as const satisfies Readonly<Record<string, EventMetric>>;

/** Counted for `status` alone: the metrics have the same from elsewhere (`membership_...`, or by reason). */
type ToldElsewhere = 'hints_dropped' | 'suspicions_refuted' | 'membership_news_refused';

export type CounterName = keyof typeof EVENT_METRICS | ToldElsewhere;
export type EventCounts = Counters<CounterName>;

/** Lets the counts of events be read among a node's metrics. */
export function addEventMetrics(metrics: Metrics, counts: EventCounts): void {
  const names = Object.keys(EVENT_METRICS) as (keyof typeof EVENT_METRICS)[];
  const byMetric = new Map<`${string}_total`, typeof names>();
  for (const name of names) {
    const [metric] = EVENT_METRICS[name];
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), name]);
  }
  for (const [metric, ofMetric] of byMetric) {
    const declared = ofMetric.map((name): readonly [typeof name, EventMetric] => [name, EVENT_METRICS[name]]);
    const [, help, labels = {}] = declared[0]![1];
    const reading = metrics.countersBy(Object.keys(labels), metric, help);
    metrics.onCollect(() => reading.set(declared.map(([name, [, , own = {}]]) => [own, counts.get(name)])));
  }
}
