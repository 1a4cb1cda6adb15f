import { LIMITS } from '../../src/base/limits.ts';
import type { ByteStream } from '../../src/base/network.ts';
import { FrameDecoder } from '../../src/transport/frames.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../src/wire/protocols.ts';
import type { VirtualPort } from '../simulation/world/virtual-port.ts';
import { makeEnd, type Frame } from './handshake-ends.ts';
import { type LaneWorld, testTerms } from './lane-world.ts';

/** A stream that somebody opened who says what he likes. */
export interface RawStream {
  readonly bytes: ByteStream;
  /** Words of the other end. */
  readonly heard: Frame[];
  /** Whether the other end has ended it. */
  readonly isClosed: () => boolean;
}

/** A peer that keeps to no protocol. */
export class Stranger {
  readonly #world: LaneWorld;
  readonly #port: VirtualPort;

  private constructor(world: LaneWorld, port: VirtualPort) {
    this.#world = world;
    this.#port = port;
  }

  static async join(world: LaneWorld, peer: string): Promise<Stranger> {
    const port = world.network.join(peer, world.time.process(peer));
    await port.start();
    return new Stranger(world, port);
  }

  /** Opens a stream for membership messages, and says nothing yet. */
  async open(peer: string): Promise<RawStream> {
    const opening = this.#port.open({ peer, addresses: [] }, PROTOCOLS.membership, 1000);
    return listenTo(await this.#world.time.settle(opening, 1000));
  }

  /** Opens as many streams at once. */
  async flood(peer: string, streams: number): Promise<RawStream[]> {
    const opening = Array.from({ length: streams }, () =>
      this.#port.open({ peer, addresses: [] }, PROTOCOLS.membership, 1000).then(listenTo),
    );
    return this.#world.time.settle(Promise.all(opening), 1000);
  }
}

/** The Hello of a peer that has all the terms right. */
export function helloOf(self: string, peer: string): Uint8Array {
  return frameOf(makeEnd('opener', testTerms(), self, peer).begin().say!);
}

/** As it goes over a wire, its length first. */
export function frameOf(frame: Frame): Uint8Array {
  return starling.v1.HandshakeFrame.encode(frame).ldelim().finish();
}

function listenTo(bytes: ByteStream): RawStream {
  const heard: Frame[] = [];
  let isClosed = false;
  const decoder = new FrameDecoder(LIMITS.handshakeFrameBytes, (frame) =>
    heard.push(starling.v1.HandshakeFrame.decode(frame)),
  );
  bytes.onData = (chunk) => decoder.push(chunk);
  bytes.onClose = () => {
    isClosed = true;
  };
  return { bytes, heard, isClosed: () => isClosed };
}
