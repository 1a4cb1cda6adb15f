import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { type Claims, handshakeEnd } from '../claims.ts';
import { refusalByNode } from './credulous.ts';

/** What a stranger gets wrong, and what both ends must be told about it. */
const FALSE_CLAIMS: readonly { readonly claims: Partial<Claims>; readonly reason: RegExp }[] = [
  { claims: { secret: 'guessed' }, reason: /secrets differ/ },
  { claims: { secret: '' }, reason: /secrets differ/ },
  { claims: { cluster: 'good' }, reason: /cluster names differ/ },
  { claims: { clusterId: 'ffffffffffffffff' }, reason: /cluster ids differ/ },
  { claims: { replicas: 5 }, reason: /replicas \(N\) differ/ },
  { claims: { partitions: 32 }, reason: /partitions differ/ },
];

export const FALSE_CLAIM: Attack = {
  name: 'a stranger with another secret, cluster name, cluster id, N or number of partitions, on either protocol',
  async run(cluster) {
    for (const { claims, reason } of FALSE_CLAIMS) {
      for (const protocol of Object.values(PROTOCOLS)) {
        const stranger = await cluster.peer();
        const refusal = await refusalByNode(
          await stranger.open(cluster.first, protocol),
          stranger.id,
          claims,
        );
        const claimed = `${JSON.stringify(claims)} on ${protocol}`;
        if (refusal === undefined) return [`a stranger with ${claimed} was let in`];
        if (!reason.test(refusal)) return [`a stranger with ${claimed} was told: ${refusal}`];
        if (!(await cluster.refuses(stranger.id, reason))) return [`the operator was not told of ${claimed}`];
      }
    }
    return [];
  },
};

export const FALSE_VERSION: Attack = {
  name: 'a stranger of another version of the protocol',
  async run(cluster) {
    const stranger = await cluster.peer();
    const stream = await stranger.open(cluster.first, PROTOCOLS.membership);
    const { hello } = handshakeEnd('opener', stranger.id, stream.peer).begin().say!;
    await stream.say({ hello: { ...hello, protocolVersion: 99 } });
    const reason = (await stream.word())?.refusal?.reason ?? 'nothing';
    return /protocol versions differ/.test(reason) ? [] : [`it was told: ${reason}`];
  },
};
