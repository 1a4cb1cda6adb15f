import { StarlingError } from '../../../src/base/errors.ts';

/** A decoder with a bug behind four doors, each of which opens to one byte in 256. */
export function decodeInMaze(bytes: Uint8Array): number {
  if (bytes[0] !== 0x53) throw closed(0);
  if (bytes[1] !== 0x9e) throw closed(1);
  if (bytes[2] !== 0x07) throw closed(2);
  if (bytes[3] !== 0xc4) throw closed(3);
  return (undefined as unknown as Uint8Array).length;
}

function closed(door: number): StarlingError {
  return new StarlingError('PROTOCOL', `door ${door} is closed`);
}
