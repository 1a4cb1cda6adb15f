import { randomBytes } from 'node:crypto';
import { LIMITS } from '../../../src/base/limits.ts';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { framed, lengthOf } from '../raw-stream.ts';

const CHUNK = Buffer.alloc(64 << 10, 0x61);

/** More than an attack may make a node grow. */
const CHUNKS = 400;

/** What comes first, and whether as much follows as the node will take. */
const BEGINNINGS: Readonly<Record<string, { readonly bytes: Uint8Array; readonly goesOn: boolean }>> = {
  'a frame of a gigabyte': { bytes: lengthOf(2 ** 30), goesOn: true },
  'a frame just above the limit': { bytes: lengthOf(LIMITS.handshakeFrameBytes + 1), goesOn: true },
  'a length that never ends': { bytes: Buffer.alloc(64, 0x80), goesOn: true },
  'random bytes': { bytes: randomBytes(4096), goesOn: true },
  'an HTTP request': { bytes: Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), goesOn: true },
  'ten thousand empty frames': { bytes: new Uint8Array(10_000), goesOn: false },
  'groups within groups': { bytes: framed(Buffer.alloc(4000, 0x0b)), goesOn: false },
  'text that is no UTF-8': {
    bytes: framed(Buffer.from([0x0a, 0x04, 0x12, 0x02, 0xc3, 0x28])),
    goesOn: false,
  },
};

export const MALFORMED_FRAMES: Attack = {
  name: 'frames that are too long, endless, truncated or nonsense',
  async run(cluster) {
    const stranger = await cluster.peer();
    const complaints: string[] = [];
    for (const [what, { bytes, goesOn }] of Object.entries(BEGINNINGS)) {
      for (const protocol of Object.values(PROTOCOLS)) {
        const stream = await stranger.open(cluster.first, protocol);
        let takesMore = await stream.send(bytes);
        for (let i = 0; i < CHUNKS && goesOn && takesMore; i++) takesMore = await stream.send(CHUNK);
        if (goesOn && takesMore) complaints.push(`the node took all of ${what} on ${protocol}`);
        else if (!(await stream.ends()))
          complaints.push(`the node did not hang up on ${what} on ${protocol}`);
      }
    }
    return complaints;
  },
};
