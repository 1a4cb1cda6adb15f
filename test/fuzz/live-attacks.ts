import { once } from 'node:events';
import net from 'node:net';
import { StarlingError } from '../../src/base/errors.ts';
import { clientRequestFromWire } from '../../src/wire/client-request.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import type { Attack } from '../evil/attack.ts';
import type { AttackedCluster } from '../evil/attacked-cluster.ts';
import { shakeHands } from '../evil/claims.ts';
import type { EvilPeer } from '../evil/evil-peer.ts';
import { holdsWithin, SOON_MS } from '../evil/holds.ts';
import { framed, type RawStream } from '../evil/raw-stream.ts';
import { GOSSIPSUB, TopicStream } from '../evil/topic-stream.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { liveInputs, mutationsOf } from './live-inputs.ts';
import { targetOf } from './targets/catalogue.ts';

/** Inputs for each port. */
const INPUTS = 150;

/** Of an insider: each that is malformed takes a stream of its own, and a handshake. */
const INSIDERS_INPUTS = 60;

/** Each takes a peer of its own. */
const FORGERIES = 10;

/** Connections to a port at a time. */
const AT_ONCE = 10;

/** No message of any kind: the node ends the stream over it, and by then has dealt with all that came before. */
const LAST_WORD = Uint8Array.of(0xff);

/** Sends the bytes on a connection of its own and reads until the other end has closed it. False: it didn't. */
async function sendAndHearOut(address: string, bytes: Uint8Array): Promise<boolean> {
  const socket = net.connect(Number(address.split(':').at(-1)), '127.0.0.1');
  // Being reset is one of the answers.
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  socket.resume();
  socket.end(bytes);
  const hasClosed = await holdsWithin(SOON_MS, () => socket.closed);
  socket.destroy();
  await closed;
  return hasClosed;
}

async function sendAll(address: string, inputs: readonly Uint8Array[]): Promise<string[]> {
  const complaints: string[] = [];
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const sent = inputs.slice(from, from + AT_ONCE).map(async (input) => {
      if (await sendAndHearOut(address, input)) return;
      complaints.push(`a connection was left open after ${Buffer.from(input).toString('hex')}`);
    });
    await Promise.all(sent);
  }
  return complaints;
}

/** A frame that asks for a write, and would be obeyed, is no attack. */
function isWrite(frame: Uint8Array): boolean {
  try {
    const request = clientRequestFromWire(frame);
    return 'operation' in request && /^(put|delete)/.test(request.operation.kind);
  } catch {
    return false;
  }
}

function clientPort(seed: number): Attack {
  return {
    name: 'frames and fragments at the client port',
    run: ({ first }) => {
      const frames = liveInputs('client-request', seed, INPUTS).filter((frame) => !isWrite(frame));
      const bytes = [...frames.map(framed), ...liveInputs('frames', seed, INPUTS)];
      return sendAll(first.clientAddress, bytes);
    },
  };
}

const REQUESTS = [
  'GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'GET /api/members?x=%00%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  'POST /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\nhello',
  'GET //../../etc/passwd HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n',
];

function adminPort(seed: number): Attack {
  return {
    name: 'requests and nonsense at the admin port',
    run: ({ first }) => {
      const requests = REQUESTS.map((text) => Buffer.from(text));
      return sendAll(first.adminAddress, mutationsOf(requests, new SeededRandom(seed), INPUTS));
    },
  };
}

export function strangersWords(seed: number): Attack {
  return {
    name: 'first words of a stranger on every protocol',
    async run(cluster) {
      const stranger = await cluster.peer();
      for (const [i, word] of liveInputs('handshake', seed, INPUTS).entries()) {
        const protocols = Object.values(PROTOCOLS);
        const stream = await stranger.open(cluster.first, protocols[i % protocols.length]!);
        await stream.sendFrame(word);
        stream.abort();
      }
      return [];
    },
  };
}

/** A write, or a hint to keep, that is well formed: whoever knows the secret may ask for it. */
function isReplicaWrite(frame: Uint8Array): boolean {
  try {
    const { write, hint } = starling.v1.ReplicaRequest.decode(frame);
    return Boolean(write ?? hint);
  } catch {
    return false;
  }
}

function isGift(frame: Uint8Array): boolean {
  try {
    return Boolean(starling.v1.SyncRequest.decode(frame).takeRecords);
  } catch {
    return false;
  }
}

/** Whether it is no message at all, so that the stream must end. */
function isMalformed(target: string, input: Uint8Array): boolean {
  try {
    targetOf(target).decode(Buffer.from(input));
    return false;
  } catch (error) {
    return error instanceof StarlingError && error.code === 'PROTOCOL';
  }
}

async function openAsInsider(peer: EvilPeer, cluster: AttackedCluster, protocol: string): Promise<RawStream> {
  let stream: RawStream | undefined;
  const isOpen = await holdsWithin(SOON_MS, async () => {
    // A node may be hanging up on this peer just now for what it did before.
    stream = await peer.open(cluster.first, protocol).catch(() => undefined);
    return stream !== undefined && (await shakeHands(stream, peer.id).catch(String)) === undefined;
  });
  if (!isOpen) throw new Error(`an insider was refused on ${protocol}`);
  return stream!;
}

/**
 * Says on one stream all that a node must take or answer, and on a stream each what must end it.
 * @param isAllowed whether it may change something: that is no attack
 */
function insidersMessages(
  protocol: string,
  target: string,
  seed: number,
  isAllowed: (frame: Uint8Array) => boolean,
): Attack {
  return {
    name: `messages of an insider: ${target}`,
    async run(cluster) {
      const inputs = liveInputs(target, seed, INSIDERS_INPUTS).filter((frame) => !isAllowed(frame));
      const malformed = inputs.filter((input) => isMalformed(target, input));
      const messages = inputs.filter((input) => !isMalformed(target, input));
      const insider = await cluster.peer();
      return sayAll(insider, cluster, protocol, [
        [...messages, LAST_WORD],
        ...malformed.map((input) => [input]),
      ]);
    },
  };
}

async function sayAll(
  insider: EvilPeer,
  cluster: AttackedCluster,
  protocol: string,
  streams: readonly (readonly Uint8Array[])[],
): Promise<string[]> {
  for (const words of streams) {
    const stream = await openAsInsider(insider, cluster, protocol);
    for (const word of words) await stream.sendFrame(word);
    if (!(await stream.ends()))
      return [`a stream went on after ${Buffer.from(words.at(-1)!).toString('hex')}`];
  }
  return [];
}

/** Whether it has an intent, whose signature is nobody's: a node then takes nothing from that peer for a while. */
function isForgery(frame: Uint8Array): boolean {
  try {
    const { intents, entries } = starling.v1.MembershipMessage.decode(frame);
    return intents.length > 0 || (entries?.intents ?? []).length > 0;
  } catch {
    return false;
  }
}

function insidersMembership(seed: number): Attack {
  return insidersMessages(PROTOCOLS.membership, 'membership', seed, isForgery);
}

/** Each by a peer of its own, since the one before is no longer listened to. */
export function forgedIntents(seed: number): Attack {
  return {
    name: 'intents that nobody signed',
    async run(cluster) {
      const forgeries = liveInputs('membership', seed, INPUTS)
        .filter((frame) => isForgery(frame) && !isMalformed('membership', frame))
        .slice(0, FORGERIES);
      for (const forgery of forgeries) {
        const complaints = await sayAll(await cluster.peer(), cluster, PROTOCOLS.membership, [
          [forgery, LAST_WORD],
        ]);
        if (complaints.length > 0) return complaints;
      }
      return [];
    },
  };
}

function topicMessages(seed: number): Attack {
  return {
    name: 'messages on the topic that are sealed for another cluster, or not at all',
    async run(cluster) {
      for (const message of liveInputs('sealed-intents', seed, INPUTS / 10)) {
        const peer = await cluster.peer({ pretends: [GOSSIPSUB] });
        const topic = await TopicStream.open(peer, cluster.first);
        await topic.publish(message);
      }
      return [];
    },
  };
}

/** The inputs of the decoders, sent to every port of a peer that runs. */
export function liveAttacks(seed: number): readonly Attack[] {
  return [
    clientPort(seed),
    adminPort(seed),
    strangersWords(seed),
    insidersMembership(seed),
    forgedIntents(seed),
    insidersMessages(PROTOCOLS.replica, 'replica-request', seed, isReplicaWrite),
    insidersMessages(PROTOCOLS.sync, 'sync-request', seed, isGift),
    topicMessages(seed),
  ];
}
