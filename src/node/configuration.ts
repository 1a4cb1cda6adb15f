import { z } from 'zod';
import { LIMITS } from '../base/limits.ts';
import { DEFAULT_SWIM_OPTIONS as swim } from '../membership/swim-options.ts';
import { majority } from '../quorum/consistency.ts';
import { accessOptions } from './configuration/access-options.ts';
import { clusterSecrets, SECRET_BYTES } from './configuration/cluster-secrets.ts';
import { repairOptions, scrubOptions, transferOptions } from './configuration/copies-options.ts';
import { refuseContradictions } from './configuration/contradictions.ts';
import { logOptions, otelOptions } from './configuration/telling-options.ts';
import { tlsOptions } from './configuration/tls-options.ts';
import {
  decimal,
  multiaddrs,
  peerIdOrNone,
  peerIds,
  portOr,
  powerOfTwo,
  secretText,
  text,
  wholeNumber,
  yesOrNo,
} from './configuration/option-kinds.ts';
import type { NodeConfiguration } from './node-configuration.ts';

/**
 * Everything that a node can be told, declared, bounded, given its default and explained in one place: what each option
 * means, how to choose it, and what happens where it is too low or too high. `starling config` prints all of it as a
 * configuration file; network.example.json is that file.
 */

const DAY_MS = 86_400_000;

const cluster = z
  .strictObject({
    name: text(1, LIMITS.nameBytes)
      .default('starling')
      .describe('Name of the cluster. Peers of another name are turned away, whatever their addresses.'),
    secret: secretText(SECRET_BYTES)
      .default('')
      .describe(
        'Shared by all peers, who prove that they know it without sending it: random and long, not a word. Empty: whoever knows the ' +
          'name may join, so leave it empty only where the network is your own. Better kept in a file of its own, or in STARLING_SECRET.',
      ),
    secretFile: text(0, 4096)
      .default('')
      .describe(
        'File that holds the secret, which then is not given here; --secret-file. In a file: relative to the file. Let nobody but the ' +
          'peer read it.',
      ),
    previousSecret: secretText(SECRET_BYTES)
      .default('')
      .describe(
        'The secret before, valid as well while it is being changed: restart one peer after the other with the new secret and the old ' +
          'one here, and when all have it, one after the other without this. Until then whoever knows the old one can still join; left ' +
          'out too early, peers that were not restarted yet are turned away. Also STARLING_PREVIOUS_SECRET.',
      ),
    previousSecretFile: text(0, 4096)
      .default('')
      .describe('File that holds the secret before, in place of previousSecret; --previous-secret-file.'),
    allowedPeers: peerIds(LIMITS.members)
      .default([])
      .describe(
        'Ids of the peers that may be of the cluster; they must know the secret besides. Empty: whoever knows it. The same on all ' +
          'peers, of which none need list itself. A peer that is not listed is turned away, a member too, and is told its id: add that ' +
          'everywhere before the peer is to join.',
      ),
    replicas: wholeNumber(1, 7)
      .default(3)
      .describe(
        'Owners of each key, N; the same on all peers. 3 rides out the loss of one peer, 5 of two; each further one costs a copy and a ' +
          'message per write. A cluster of fewer members than that keeps everything on all of them.',
      ),
    writeQuorum: wholeNumber(1, 7)
      .optional()
      .describe(
        'Owners that must hold a write durably before it is acknowledged, W, where the request does not say. Default: a majority of ' +
          'replicas. Lower answers sooner and may lose what it acknowledged; higher refuses writes while an owner is down.',
      ),
    readQuorum: wholeNumber(1, 7)
      .optional()
      .describe(
        'Owners that must agree on a read, R, where the request does not say. Default: a majority of replicas. A read sees every ' +
          'acknowledged write only where readQuorum + writeQuorum > replicas.',
      ),
    partitions: powerOfTwo(1, 65_536)
      .default(1024)
      .describe(
        'Parts into which the keys are divided, Q: the unit of ownership. A power of two, the same on all peers and fixed for the life ' +
          'of the cluster. 1024 balances well up to some hundreds of peers; fewer than ten per peer balance badly.',
      ),
  })
  .transform(
    (
      { secret, secretFile, previousSecret, previousSecretFile, writeQuorum, readQuorum, ...rest },
      context,
    ) => ({
      ...rest,
      ...clusterSecrets({ secret, secretFile, previousSecret, previousSecretFile }, context),
      writeQuorum: writeQuorum ?? majority(rest.replicas),
      readQuorum: readQuorum ?? majority(rest.replicas),
    }),
  );

const membership = z.strictObject({
  probeIntervalMs: wholeNumber(20, DAY_MS, 'ms')
    .default(swim.probeIntervalMs)
    .describe(
      'Milliseconds between two probes by one peer: a death is first noticed after about one. Shorter costs messages, and below 200 a ' +
        'busy machine starts to accuse its neighbours.',
    ),
  ackTimeoutMs: wholeNumber(1, DAY_MS, 'ms')
    .default(swim.ackTimeoutMs)
    .describe(
      'Milliseconds that a probe waits before others are asked to try; at most half of probeIntervalMs. Take several round trips of ' +
        'your network under load.',
    ),
  indirectProbes: wholeNumber(0, 16)
    .default(swim.indirectProbes)
    .describe('Members that are asked to probe one that did not answer. More withstand more message loss.'),
  suspicionMultiplier: decimal(0.5, 1000)
    .default(swim.suspicionMultiplier)
    .describe(
      'The shortest suspicion is this times max(1, log10(members)) times probeIntervalMs: the time a live member has to object. Too low ' +
        'declares the living dead; too high tells of a real death later.',
    ),
  suspicionMaxMultiplier: decimal(1, 1000)
    .default(swim.suspicionMaxMultiplier)
    .describe('The longest suspicion, while nobody else confirms it, as a multiple of the shortest.'),
  suspicionConfirmations: wholeNumber(0, 100)
    .default(swim.suspicionConfirmations)
    .describe('Independent confirmations that bring a suspicion down to the shortest.'),
  awarenessCeiling: wholeNumber(0, 100)
    .default(swim.awarenessCeiling)
    .describe('A peer that is slow itself multiplies its timeouts by up to this plus one.'),
  gossipIntervalMs: wholeNumber(1, DAY_MS, 'ms')
    .default(swim.gossipIntervalMs)
    .describe('Milliseconds between two rounds of gossip while there is news; without news there are none.'),
  gossipFanout: wholeNumber(1, 100)
    .default(swim.gossipFanout)
    .describe('Members told in one round of gossip.'),
  retransmitMultiplier: wholeNumber(1, 100)
    .default(swim.retransmitMultiplier)
    .describe('Each piece of news is sent this times ceil(log10(members + 1)) times by each peer.'),
  pushPullIntervalMs: wholeNumber(100, DAY_MS, 'ms')
    .default(swim.pushPullIntervalMs)
    .describe(
      'Milliseconds between two exchanges of everything with a random member: repairs what gossip missed.',
    ),
  reconnectMinMs: wholeNumber(1, DAY_MS, 'ms')
    .default(swim.reconnectMinMs)
    .describe(
      'Milliseconds before a dead member is first tried again; doubles up to reconnectMaxMs, for ever.',
    ),
  reconnectMaxMs: wholeNumber(1, DAY_MS, 'ms')
    .default(swim.reconnectMaxMs)
    .describe('Bounds, in milliseconds, how long a healed split goes unnoticed.'),
  removeDeadAfterMs: wholeNumber(0, 365 * DAY_MS, 'ms')
    .default(swim.removeDeadAfterMs)
    .describe(
      'Milliseconds after which a dead member is removed for good, as `starling remove` does, while more than half of the members live. 0: ' +
        'never. It cannot be taken back and moves data: take hours, more than any repair lasts.',
    ),
});

/** Takes what a person or a program wrote, and gives a `NodeConfiguration`. */
export const configurationSchema = z
  .strictObject({
    cluster: cluster.prefault({}),
    bootstrap: multiaddrs(0, 64, LIMITS.addressBytes)
      .default([])
      .describe(
        'Members to join by, as multiaddrs (/ip4/10.0.0.7/tcp/7500). One that answers is enough, and they are tried for ever; name two or ' +
          'three, so that a peer can start while one of them is down.',
      ),
    found: yesOrNo()
      .default(false)
      .describe(
        'Found the cluster. True for exactly one peer, the very first time; it does nothing where the data directory already belongs to ' +
          'a cluster.',
      ),
    dataDirectory: text(1, 4096)
      .default('starling-data')
      .describe(
        'Where this peer keeps its data: a folder of its own, on a local disk. In a file: relative to the file.',
      ),
    listen: multiaddrs(1, LIMITS.addressesPerMember, LIMITS.addressBytes)
      .default(['/ip4/127.0.0.1/tcp/0'])
      .describe(
        'Where other peers reach this one, as multiaddrs; port 0 takes a free one. The default serves peers of this machine only: use ' +
          '/ip4/0.0.0.0/tcp/7500 for a network.',
      ),
    announce: multiaddrs(0, LIMITS.addressesPerMember, LIMITS.addressBytes)
      .default([])
      .describe(
        'What others are told to dial instead, where address translation makes `listen` useless. Empty: as it listens.',
      ),
    clientHost: text(1, LIMITS.addressBytes)
      .default('127.0.0.1')
      .describe(
        'Address of this machine at which clients are served, and which they are told to dial: not 0.0.0.0. Beyond loopback it takes tokens ' +
          '(access.tokensFile) or certificates of clients (tls.clientCaFile).',
      ),
    clientPort: wholeNumber(0, 65_535).default(7400).describe('TCP port for clients; 0 takes a free one.'),
    clientMemoryBytes: wholeNumber(LIMITS.leastClientMemoryBytes, LIMITS.mostClientMemoryBytes, 'bytes')
      .default(LIMITS.clientMemoryBytes)
      .describe(
        'What all clients together may have this peer hold in memory: half of it values that are read for them and answers that they do not ' +
          'read, a quarter requests that are under way, a quarter those of which only a part has come. What is beyond is refused; who has read ' +
          'nothing, or not ended a request, for longest is hung up on where its part is full.',
      ),
    adminHost: text(1, LIMITS.addressBytes)
      .default('127.0.0.1')
      .describe(
        'Address or name of this machine at which operators are served over HTTP: dashboard, members, health and metrics. Whoever reaches ' +
          'it, with a token where there are any (access.tokensFile), may read who the members are, where and how well, and ask whether owners ' +
          'have a key that he names, unencrypted; it never shows a value or the secret, and changes nothing. Beyond loopback it takes tokens. A ' +
          'name given here may stand in URLs.',
      ),
    adminPort: portOr('auto', 'off')
      .default('auto')
      .describe(
        'TCP port for operators. "auto": 200 above clientPort (7600), or any free one where that is taken, and the log says which. Name ' +
          'one for Prometheus to find. 0 takes a free one; "off": none.',
      ),
    zone: text(0, LIMITS.nameBytes)
      .default('')
      .describe(
        'What fails together with this peer: a machine, a rack, a site. Owners of a key are spread over as many zones as there are. Empty: ' +
          'none. Name one on all peers or on none.',
      ),
    weight: wholeNumber(1, 1000)
      .default(100)
      .describe(
        'Share of the data relative to the weights of the others: 200 holds twice as much as 100. Another weight or zone than before is ' +
          'taken on when others have copied what that gives them.',
      ),
    replaces: peerIdOrNone()
      .default('')
      .describe(
        'Id of a member that is gone for good and whose place this peer takes when it joins, so that nothing else moves; `starling replace`. ' +
          'Without effect once it has joined. Empty: none.',
      ),
    valueBytes: wholeNumber(1, LIMITS.valueBytesCeiling, 'bytes')
      .default(LIMITS.valueBytes)
      .describe(
        'Longest value in bytes of UTF-8; a longer one is refused. A large value makes everybody behind it wait.',
      ),
    maxClockDriftMs: wholeNumber(1, 60_000, 'ms')
      .default(500)
      .describe(
        'How far ahead of the time of the cluster a version may be, in milliseconds, before its writer is told that its clock is wrong. Too low refuses ' +
          'writes where clocks are not kept; too high lets one wrong clock push all versions ahead.',
      ),
    segmentBytes: wholeNumber(1024, 2 ** 31, 'bytes')
      .default(64 << 20)
      .describe(
        'Size at which the log goes on in a new file. Space comes back file by file: with larger ones later; much smaller ones make many ' +
          'files, of which there can be 65,536.',
      ),
    access: accessOptions.prefault({}),
    tls: tlsOptions.prefault({}),
    log: logOptions.prefault({}),
    otel: otelOptions.prefault({}),
    membership: membership.prefault({}),
    repair: repairOptions.prefault({}),
    transfer: transferOptions.prefault({}),
    scrub: scrubOptions.prefault({}),
  })
  .superRefine(refuseContradictions)
  .transform((configuration): NodeConfiguration => configuration);

/** A configuration as it is written: what is left out has its default. */
export type ConfigurationInput = z.input<typeof configurationSchema>;
