import { starling } from '../../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { shakeHands } from '../claims.ts';
import { InsiderLink, type WireMessage } from '../insider-link.ts';
import { framed } from '../raw-stream.ts';

const QUESTIONS = 1000;

/**
 * What a node answers to questions that are asked without a pause, at most. Each answer may be all that the node knows: in a
 * cluster of three some twenty times, and of a digest seventy times, what was asked.
 */
const MOST_ANSWERED_BYTES = 64 << 10;

/** Each asks for everything. */
const QUESTION_KINDS: Readonly<Record<string, (number: number) => WireMessage>> = {
  digests: (number) => ({ digest: { sums: [number] } }),
  'empty pages': () => ({ entries: { partCount: 1, parts: [0], replyWanted: true } }),
};

export const AMPLIFICATION: Attack = {
  name: 'digests and empty pages without a pause, each of which asks for everything',
  async run(cluster) {
    const complaints: string[] = [];
    for (const [what, question] of Object.entries(QUESTION_KINDS)) {
      const link = await InsiderLink.open(await cluster.peer(), cluster.first);
      await ask(link, question);
      await link.echo();
      const { receivedBytes, sentBytes } = link.stream;
      if (receivedBytes <= MOST_ANSWERED_BYTES) continue;
      complaints.push(`${what}: ${receivedBytes} bytes for ${sentBytes}`);
    }
    return complaints;
  },
};

/** The answer tells who the owners are, and is ten times as long as the question. */
const READ = starling.v1.ReplicaRequest.encode({
  id: 1,
  timeoutMs: 60_000,
  ownersHash: 1,
  read: 'k',
}).finish();

/** Their answers are more than an attack may make a node grow, and than all buffers on the way hold. */
const READS = 150_000;
const READS_AT_ONCE = 1000;

export const DEAF_ASKER: Attack = {
  name: 'a hundred and fifty thousand reads by a peer that takes no answers',
  async run(cluster) {
    const peer = await cluster.peer();
    const stream = await peer.open(cluster.first, PROTOCOLS.replica);
    const refusal = await shakeHands(stream, peer.id);
    if (refusal !== undefined) return [refusal];
    stream.deafen();
    const reads = Buffer.concat(new Array<Uint8Array>(READS_AT_ONCE).fill(framed(READ)));
    for (let sent = 0; sent < READS; sent += READS_AT_ONCE) if (!(await stream.send(reads))) break;
    return [];
  },
};

async function ask(link: InsiderLink, question: (number: number) => WireMessage): Promise<void> {
  for (let i = 0; i < QUESTIONS; i++) await link.say(question(i));
}
