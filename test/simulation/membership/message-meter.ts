import { Writer } from 'protobufjs/minimal.js';
import type { Message, MessageBody } from '../../../src/membership/message.ts';
import { membershipMessageType } from '../../../src/wire/membership-codec.ts';

/** Messages and their encoded bytes: without framing, encryption and TCP, and what is lost counts as sent. */
export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

/** What messages of one shape were found to take. */
interface Samples {
  messages: number;
  encoded: number;
  bytes: number;
}

/** Of messages of one shape, one in so many is encoded. */
const SAMPLE_EVERY = 64;

/**
 * Counts messages and bytes. Encoding all of them would take most of a run's time, so of each shape (what a
 * message is for, and how many entries it carries) the first is encoded, then one in 64, and the rest are taken to be as
 * long as these on average.
 */
export class MessageMeter {
  readonly #shapes = new Map<string, Map<number, Samples>>();

  count(message: Message): void {
    const samples = this.#samplesFor(message);
    if (samples.messages % SAMPLE_EVERY === 0) {
      samples.encoded++;
      samples.bytes += encodedBytes(message);
    }
    samples.messages++;
  }

  /** Since the meter was made. */
  total(): Traffic {
    let messages = 0;
    let bytes = 0;
    for (const traffic of this.byKind().values()) {
      messages += traffic.messages;
      bytes += traffic.bytes;
    }
    return { messages, bytes };
  }

  /** The same for each kind of message. */
  byKind(): Map<string, Traffic> {
    const kinds = new Map<string, Traffic>();
    for (const [kind, shapes] of this.#shapes) {
      let messages = 0;
      let bytes = 0;
      for (const samples of shapes.values()) {
        messages += samples.messages;
        bytes += (samples.messages * samples.bytes) / samples.encoded;
      }
      kinds.set(kind, { messages, bytes });
    }
    return kinds;
  }

  #samplesFor({ body, updates, intents }: Message): Samples {
    let shapes = this.#shapes.get(body.kind);
    if (shapes === undefined) {
      shapes = new Map();
      this.#shapes.set(body.kind, shapes);
    }
    const shape = (entriesIn(body) * 256 + updates.length) * 256 + intents.length;
    let samples = shapes.get(shape);
    if (samples === undefined) {
      samples = { messages: 0, encoded: 0, bytes: 0 };
      shapes.set(shape, samples);
    }
    return samples;
  }
}

export function encodedBytes(message: Message): number {
  return membershipMessageType.encode(message, Writer.create()).finish().length;
}

/** The lengths of the body's lists, as one number. */
function entriesIn(body: MessageBody): number {
  if (body.kind === 'ping' || body.kind === 'ack') return 0;
  let entries = 0;
  for (const value of Object.values(body) as unknown[]) {
    if (Array.isArray(value)) entries = (entries * 4096 + value.length) % 2 ** 36;
  }
  return entries;
}
