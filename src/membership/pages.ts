import { type Entry, partOf } from './digest.ts';
import type { Intent } from './intent.ts';
import type { LivenessUpdate } from './member.ts';
import type { Entries } from './message.ts';

/**
 * Bytes of entries in one page, roughly: far below the limit of a message, and little enough that
 * probes don't queue behind it.
 */
const PAGE_BYTES = 128 << 10;

/** What a liveness update takes on the wire at most, but for its two peer ids. */
const UPDATE_BYTES = 16;
/** What an intent takes but for its content: its signature, and lengths. */
const INTENT_BYTES = 72;

interface Page {
  parts: number[];
  members: LivenessUpdate[];
  intents: Intent[];
  bytes: number;
}

/**
 * The entries of the differing parts in as few pages as needed. Each page holds whole parts, so that
 * its receiver can answer it alone. A single part larger than a page is a page.
 *
 * @param parts which, of `partCount`; without any there is one empty page, which says so
 */
export function pagesOf(
  entries: Iterable<Entry>,
  parts: readonly number[],
  partCount: number,
): Pick<Entries, 'parts' | 'members' | 'intents'>[] {
  const entriesOf = new Map<number, Entry[]>(parts.map((part) => [part, []]));
  for (const entry of entries) entriesOf.get(partOf(entry.intent.peer, partCount))?.push(entry);
  let page = emptyPage();
  const pages = [page];
  for (const [part, content] of entriesOf) {
    const bytes = content.reduce((sum, entry) => sum + bytesOf(entry), 0);
    if (page.bytes > 0 && page.bytes + bytes > PAGE_BYTES) {
      page = emptyPage();
      pages.push(page);
    }
    page.parts.push(part);
    page.bytes += bytes;
    for (const { intent, liveness } of content) {
      page.intents.push(intent);
      if (liveness) page.members.push(liveness);
    }
  }
  return pages.map(({ parts: pageParts, members, intents }) => ({ parts: pageParts, members, intents }));
}

function emptyPage(): Page {
  return { parts: [], members: [], intents: [], bytes: 0 };
}

function bytesOf({ intent, liveness }: Entry): number {
  const updateBytes = liveness ? UPDATE_BYTES + liveness.peer.length + liveness.from.length : 0;
  return updateBytes + INTENT_BYTES + intent.bytes.length;
}
