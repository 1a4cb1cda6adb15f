import { starling } from '../../../src/wire/gen/messages.js';
import type { RawStream } from '../raw-stream.ts';

const { HandshakeFrame, MembershipMessage } = starling.v1;

const SEQUENCE = 4711;

/** Why a node takes nothing on a membership stream; undefined where it does: then it answers a ping. */
export async function refusalOn(stream: RawStream): Promise<string | undefined> {
  await stream.sendFrame(MembershipMessage.encode({ ping: { sequence: SEQUENCE } }).finish());
  let refusal = 'the node hung up without a word';
  for (let frame = await stream.frame(); frame !== undefined; frame = await stream.frame()) {
    const content = frame;
    if (read(() => MembershipMessage.decode(content).ack?.sequence) === SEQUENCE) return undefined;
    refusal = read(() => HandshakeFrame.decode(content).refusal?.reason) ?? refusal;
  }
  return refusal;
}

export async function isLetIn(stream: RawStream): Promise<boolean> {
  return (await refusalOn(stream)) === undefined;
}

/** Undefined where the frame is of the other kind. */
function read<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
