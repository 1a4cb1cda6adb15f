import { LIMITS } from '../../../src/base/limits.ts';
import type { ByteStream } from '../../../src/base/network.ts';
import { systemRandom } from '../../../src/base/system/random.ts';
import { IntentSeal } from '../../../src/gossip/intent-seal.ts';
import { Removal } from '../../../src/node/removal.ts';
import { Seldom } from '../../../src/telemetry/seldom.ts';
import { FrameStream } from '../../../src/transport/frame-stream.ts';
import { FrameDecoder } from '../../../src/transport/frames.ts';
import { Handshake } from '../../../src/transport/handshake.ts';
import { Libp2pNetwork } from '../../../src/transport/libp2p/libp2p-network.ts';
import { MessageLane } from '../../../src/transport/message-lane.ts';
import { PeerLinks } from '../../../src/transport/peer-links.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { intentsFromWire } from '../../../src/wire/intent-codec.ts';
import { plantGetter } from '../../storage/log/mutant.ts';
import { CLUSTER, PARTITIONS, REPLICAS, startedNodes } from './open-node.ts';
import { replaceMethod } from '../../replace-method.ts';

const TERMS = { cluster: CLUSTER, replicas: REPLICAS, partitions: PARTITIONS, clusterId: '' };

/** Each plants a bug for as long as its cluster runs; the returned function removes it. */
export const TRANSPORT_BUGS = {
  'terms are not compared': () =>
    replaceMethod(
      Handshake.prototype,
      'handle',
      (handle) =>
        function (this: Handshake, frame) {
          const { hello } = frame;
          return handle.call(this, hello ? { hello: { ...hello, ...TERMS } } : frame);
        },
    ),
  'the proof of whoever opens a stream is not checked': () =>
    replaceMethod(
      Handshake.prototype,
      'handle',
      (handle) =>
        function (this: Handshake, frame) {
          return frame.proof ? { kind: 'open' } : handle.call(this, frame);
        },
    ),
  'whoever opens a stream proves itself to anybody': () =>
    replaceMethod(
      Handshake.prototype,
      'handle',
      (handle) =>
        function (this: Handshake, frame) {
          const proof = new Uint8Array(32);
          return frame.welcome ? { kind: 'open', say: { proof: { proof } } } : handle.call(this, frame);
        },
    ),
  'messages are taken before the handshake': () =>
    replaceMethod(
      Handshake.prototype,
      'begin',
      () =>
        function () {
          return { kind: 'open' };
        },
    ),
  'nonces are always the same': () =>
    replaceMethod(systemRandom, 'bytes', () => (length) => new Uint8Array(length)),
  'a frame may have any length': () =>
    replaceMethod(
      FrameDecoder.prototype,
      'push',
      (push) =>
        function (this: FrameDecoder, chunk) {
          this.maxFrameBytes = Number.POSITIVE_INFINITY;
          push.call(this, chunk);
        },
    ),
  'a handshake may take for ever': () => changeLimit('handshakeMs', 600_000),
  'every stream that is opened holds memory for good': () => {
    const kept: Uint8Array[] = [];
    return onEveryStream(() => kept.push(new Uint8Array(256 << 10)));
  },
  'whoever opens a stream is listened to on the topic': () =>
    onEveryStream((stream, network) => network.admit(stream)),
  'what comes on the topic is passed on, whatever it is': () =>
    replaceMethod(
      Libp2pNetwork.prototype,
      'subscribe',
      (subscribe) =>
        function (this: Libp2pNetwork, topic, handler) {
          subscribe.call(this, topic, (message) => {
            handler(message);
            return true;
          });
        },
    ),
  'seals are not checked': () =>
    replaceMethod(
      IntentSeal.prototype,
      'open',
      () =>
        function (message) {
          const { content } = starling.v1.SealedIntents.decode(message);
          return intentsFromWire(starling.v1.IntentList.decode(content).intents, LIMITS.updatesPerMessage);
        },
    ),
  'a forger may go on': () => replaceMethod(PeerLinks.prototype, 'bar', () => () => {}),
  'an answer is sent a hundred times': () =>
    replaceMethod(
      MessageLane.prototype,
      'send',
      (send) =>
        function (this: MessageLane<unknown>, peer, message) {
          const isAnswer = (message as { body: { kind: string } }).body.kind === 'entries';
          for (let i = 0; i < (isAnswer ? 100 : 1); i++) send.call(this, peer, message);
        },
    ),
  'every refusal is a line in the log': () => replaceMethod(Seldom.prototype, 'untold', () => () => 0),
  'what is not read piles up': () => plantGetter(FrameStream.prototype, 'bufferedBytes', 0),
  'an order to remove a member needs no proof': () =>
    replaceMethod(
      Removal.prototype,
      'remove',
      () =>
        function ({ peer }) {
          for (const { gossip } of startedNodes) gossip.beginRemoval(peer);
        },
    ),
} as const satisfies Readonly<Record<string, () => () => void>>;

function changeLimit(name: keyof typeof LIMITS, value: number): () => void {
  const limits: Record<string, number> = LIMITS;
  const before = LIMITS[name];
  limits[name] = value;
  return () => {
    limits[name] = before;
  };
}

/** To be planted before the nodes start. */
function onEveryStream(then: (stream: ByteStream, network: Libp2pNetwork) => void): () => void {
  return replaceMethod(
    Libp2pNetwork.prototype,
    'handle',
    (handle) =>
      function (this: Libp2pNetwork, protocol, handler) {
        handle.call(this, protocol, (stream) => {
          then(stream, this);
          handler(stream);
        });
      },
  );
}
