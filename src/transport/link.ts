import { StarlingError } from '../base/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ByteStream } from '../base/network.ts';
import { starling } from '../wire/gen/messages.js';
import { decodeFrame, FrameStream } from './frame-stream.ts';
import { Handshake, type HandshakeStep } from './handshake.ts';
import { NONCE_BYTES } from './hello.ts';
import type { LaneContext } from './lane-context.ts';
import type { Traffic } from './traffic.ts';

const { HandshakeFrame } = starling.v1;

export interface LinkOutcome {
  /** Both ends have proved themselves. Must set the stream's handlers: messages may follow at once. */
  opened(link: FrameStream): void;
  /** Called instead, once. The stream is closing; both ends have the reason where that was possible. */
  failed(error: StarlingError): void;
}

/** Shakes hands over a new stream, within `LIMITS.handshakeMs`. */
export function shakeHands(
  context: LaneContext,
  bytes: ByteStream,
  options: { protocol: string; maxFrameBytes: number; traffic?: Traffic | undefined },
  outcome: LinkOutcome,
): void {
  const { timers, terms, network, events } = context;
  const stream = new FrameStream(bytes, {
    timers,
    maxFrameBytes: LIMITS.handshakeFrameBytes,
    traffic: options.traffic,
    onMalformed: (peer, error) => events.malformedInput(peer, options.protocol, error),
  });
  const role = bytes.direction === 'outbound' ? 'opener' : 'acceptor';
  const nonce = context.random.bytes(NONCE_BYTES);
  const handshake = new Handshake(role, terms, { self: network.self, peer: bytes.peer, nonce });

  const deadline = timers.after(LIMITS.handshakeMs, () => {
    const { peer } = bytes;
    const late = new StarlingError('TIMEOUT', `no handshake with ${peer} within ${LIMITS.handshakeMs} ms`);
    stream.abort(late);
    // A stream that had ended before it came here says so no more.
    fail(late);
  });
  let hasFailed = false;
  const fail = (error: StarlingError) => {
    if (hasFailed) return;
    hasFailed = true;
    deadline.cancel();
    stream.onFrame = () => {};
    stream.onClose = () => {};
    outcome.failed(error);
  };
  const follow = (step: HandshakeStep) => {
    if (step.say) stream.send(HandshakeFrame, step.say);
    if (step.kind === 'open') {
      deadline.cancel();
      stream.maxFrameBytes = options.maxFrameBytes;
      network.admit(bytes);
      outcome.opened(stream);
    } else if (step.kind === 'refused') {
      fail(step.error);
      stream.close();
    }
  };

  stream.onFrame = (frame) => follow(handshake.handle(decodeFrame(HandshakeFrame, frame)));
  stream.onClose = (reason) => fail(asFailure(bytes.peer, reason));
  follow(handshake.begin());
}

function asFailure(peer: string, reason: Error | undefined): StarlingError {
  if (reason instanceof StarlingError) return reason;
  const why = reason === undefined ? 'closed the stream' : reason.message;
  return new StarlingError('UNAVAILABLE', `no handshake with ${peer}: ${why}`, { peer }, reason);
}
