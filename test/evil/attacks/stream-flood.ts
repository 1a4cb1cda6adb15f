import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import { newStream } from '../evil-peer.ts';
import { GOSSIPSUB } from '../topic-stream.ts';

const IDENTIFY = '/ipfs/id/1.0.0';
const UNKNOWN = '/nobody/serves/this/1.0.0';

const PER_PROTOCOL = 120;

/** What a stream may take of a node's memory, at both layers. */
const STREAM_BYTES = 32 << 10;

/** Bytes of an unknown protocol, and of those that libp2p itself speaks. */
const NONSENSE = Buffer.alloc(2000, 0xaa);

export const STREAM_FLOOD: Attack = {
  mayGrowBytes: 5 * PER_PROTOCOL * STREAM_BYTES,
  name: 'hundreds of streams at once on one connection, of known and unknown protocols, with nonsense on each',
  async run(cluster) {
    const stranger = await cluster.peer();
    const connection = await stranger.dial(cluster.first);
    const protocols = [...Object.values(PROTOCOLS), GOSSIPSUB, IDENTIFY, UNKNOWN];
    const opening = protocols.flatMap((protocol) =>
      Array.from({ length: PER_PROTOCOL }, async () => {
        const stream = await newStream(connection, protocol);
        stream.send(NONSENSE);
      }),
    );
    // Those beyond the bounds are refused: that is no news.
    await Promise.allSettled(opening);
    return [];
  },
};

export const FAT_IDENTITIES: Attack = {
  name: 'identities that come and go, and each says that it serves fifty protocols',
  async run(cluster) {
    const protocols = Array.from({ length: 50 }, (_, i) => `/a/protocol/that/nobody/knows/${i}`);
    for (let i = 0; i < 5; i++) {
      const stranger = await cluster.peer({ pretends: protocols });
      await stranger.open(cluster.first, PROTOCOLS.membership);
      await stranger.stop();
    }
    return [];
  },
};
