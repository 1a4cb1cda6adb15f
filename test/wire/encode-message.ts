import protobuf from 'protobufjs/minimal.js';
import type { Message } from '../../src/membership/message.ts';
import { membershipMessageType } from '../../src/wire/membership-codec.ts';

/** The bytes of one membership message, as a lane sends them. */
export function encodeMessage(message: Message): Uint8Array {
  return membershipMessageType.encode(message, protobuf.Writer.create()).finish();
}
