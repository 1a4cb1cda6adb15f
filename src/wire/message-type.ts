import type { Writer } from 'protobufjs/minimal.js';

/**
 * How messages of one kind become bytes and back. The static classes that protobufjs generates
 * (`starling.v1.*` in `gen/messages.js`) satisfy it as they are.
 */
export interface MessageType<M> {
  /** Appends the message to the writer. */
  encode(message: M, writer: Writer): Writer;
  /** Throws where the bytes aren't such a message. `bytes` fields of the result are views of the input. */
  decode(bytes: Uint8Array): M;
}
