import type { ClientReplyResult, Entry } from '../wire/client-reply.ts';
import type { ReadOptions } from './store.ts';

/** Partitions whose first page is fetched ahead of the reader. */
const AHEAD = 8;

/** Which entries to go through. */
export interface EntriesOptions extends ReadOptions {
  /** Only this partition; default all of them. */
  readonly partition?: number | undefined;
}

export type Page = Extract<ClientReplyResult, { kind: 'page' }>;

/**
 * Every live entry, partition by partition, each partition in the order of its tokens. The next few partitions' first
 * pages are fetched while the reader works through one. Not a snapshot: what is written meanwhile may be
 * seen or not, but what is there throughout is seen exactly once.
 */
export async function* entriesOf(
  partitions: readonly number[],
  fetch: (partition: number, after: Page['next']) => Promise<Page>,
): AsyncGenerator<Entry, void, undefined> {
  const ahead: Promise<Page>[] = [];
  const fetchFirst = (index: number): void => {
    const partition = partitions[index];
    if (partition === undefined) return;
    const page = fetch(partition, undefined);
    // A failure is thrown when its turn comes; the reader may have left by then.
    page.catch(() => undefined);
    ahead.push(page);
  };
  for (let index = 0; index < AHEAD; index++) fetchFirst(index);
  for (const [index, partition] of partitions.entries()) {
    let page = await ahead.shift()!;
    fetchFirst(index + AHEAD);
    for (;;) {
      yield* page.entries;
      if (page.next === undefined) break;
      page = await fetch(partition, page.next);
    }
  }
}
