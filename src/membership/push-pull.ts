import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';
import type { PushPull } from './message.ts';

/**
 * Bytes of entries in one page, roughly: far below the limit of a message, and little enough that
 * probes don't queue behind it.
 */
const PAGE_BYTES = 256 << 10;

/** What a liveness update takes on the wire at most, but for its two peer ids. */
const UPDATE_BYTES = 16;
/** What an intent takes but for its texts and its bitmap. */
const INTENT_BYTES = 32;

interface Page {
  members: LivenessUpdate[];
  intents: Intent[];
}

/**
 * Everything as few enough messages as needed. Only the last asks for a reply, so that the other side
 * answers once.
 */
export function pushPullPages(
  members: Iterable<LivenessUpdate>,
  intents: Iterable<Intent>,
  wallMs: number,
  replyWanted: boolean,
): PushPull[] {
  const pages: Page[] = [{ members: [], intents: [] }];
  let spaceBytes = PAGE_BYTES;
  const pageFor = (bytes: number): Page => {
    if (bytes > spaceBytes) {
      pages.push({ members: [], intents: [] });
      spaceBytes = PAGE_BYTES;
    }
    spaceBytes -= bytes;
    return pages.at(-1)!;
  };
  for (const { peer, liveness, incarnation, from } of members) {
    pageFor(updateBytes(peer, from)).members.push({ peer, liveness, incarnation, from });
  }
  for (const intent of intents) pageFor(intentBytes(intent)).intents.push(intent);
  return pages.map((page, index) => ({
    kind: 'pushPull',
    replyWanted: replyWanted && index === pages.length - 1,
    wallMs,
    ...page,
  }));
}

function updateBytes(peer: string, from: string): number {
  return UPDATE_BYTES + peer.length + from.length;
}

function intentBytes(intent: Intent): number {
  const addresses = intent.addresses.reduce((bytes, address) => bytes + address.length + 2, 0);
  const texts = intent.peer.length + intent.zone.length + intent.clientAddress.length;
  return INTENT_BYTES + texts + addresses + intent.complete.length;
}
