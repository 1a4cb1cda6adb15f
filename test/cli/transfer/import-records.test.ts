import { expect } from 'chai';
import fc from 'fast-check';
import { importRecords } from '../../../src/cli/transfer/import-records.ts';
import { type ImportProgress, NO_PROGRESS } from '../../../src/cli/transfer/import-progress.ts';
import { NdjsonReader, ndjsonWriter } from '../../../src/cli/transfer/ndjson.ts';
import { StarlingError } from '../../../src/base/errors.ts';
import type { KeyValue, PutItem, WriteResult } from '../../../src/client/store.ts';
import { piecesOf, streamOf } from './records-of.ts';

const NOW_MS = 1_800_000_000_000;

type Results = (WriteResult | StarlingError)[];

/**
 * A store whose batches end in an order that the test picks, and that can fail. Within a batch the last item is stored
 * first: a real one promises no order there.
 */
class SlowStore {
  readonly content = new Map<string, string>();
  /** How long each key lives that doesn't live for ever. */
  readonly ttls = new Map<string, number>();
  readonly waiting: (() => void)[] = [];
  underWay = 0;
  mostUnderWay = 0;
  /** What happens to an item instead of being stored. */
  refuse: (item: KeyValue) => StarlingError | undefined = () => undefined;

  readonly putMany = async (items: readonly PutItem[]): Promise<Results> => {
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.underWay--;
    const store = (item: PutItem): WriteResult | StarlingError => {
      const error = this.refuse(item);
      if (item.ttlMs !== undefined) this.ttls.set(item.key, item.ttlMs);
      if (!error) this.content.set(item.key, item.value);
      return error ?? { version: '' };
    };
    return [...items].reverse().map(store).reverse();
  };
}

interface Run {
  readonly file: string;
  readonly store: SlowStore;
  readonly from?: ImportProgress;
  readonly isStrict?: boolean;
  /** Picks which of so many waiting batches ends next. */
  readonly pick?: (waiting: number) => number;
  /** Ends the import after so many batches. */
  readonly abortAfter?: number;
  /** Told of all progress at the moment that it is claimed. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

interface Finished {
  readonly reached: ImportProgress;
  readonly refusedLines: number[];
  readonly expired: number;
  readonly error: unknown;
}

async function run({
  file,
  store,
  from = NO_PROGRESS,
  isStrict = false,
  pick = () => 0,
  abortAfter,
  onProgress = () => undefined,
}: Run): Promise<Finished> {
  const abort = new AbortController();
  const refusedLines: number[] = [];
  let expired = 0;
  let reached = from;
  let error: unknown;
  const state = { isDone: false };
  const importing = importRecords({
    source: streamOf(piecesOf(Buffer.from(file), [997])),
    reader: new NdjsonReader(),
    from,
    putMany: store.putMany,
    concurrency: 4,
    isStrict,
    signal: abort.signal,
    nowMs: () => NOW_MS,
    onRefusal: ({ line }) => refusedLines.push(line),
    onExpired: (count) => (expired += count),
    onProgress: (progress) => {
      reached = progress;
      onProgress(progress);
    },
  })
    .catch((thrown: unknown) => (error = thrown))
    .finally(() => (state.isDone = true));
  for (let ended = 0; !state.isDone;) {
    // Everything that can go on without a batch ending has done so.
    await new Promise(setImmediate);
    const [next] = store.waiting.splice(pick(store.waiting.length), 1);
    if (next && ended++ === abortAfter) abort.abort();
    next?.();
  }
  await importing;
  return { reached, refusedLines, expired, error };
}

function fileOf(items: readonly KeyValue[]): string {
  return items.map((item) => ndjsonWriter.write(item)).join('');
}

/** As many batches as it takes to have several under way, keys coming again in near and far ones. */
function manyItems(count: number, keys: number): KeyValue[] {
  return [...Array(count).keys()].map((n) => ({ key: `k${(n * 7919) % keys}`, value: String(n) }));
}

/** What a file comes to: the last record of a key wins. */
function contentOf(items: readonly KeyValue[]): Map<string, string> {
  return new Map(items.map(({ key, value }) => [key, value]));
}

describe('An import', () => {
  it('stores the last of several records with one key, in whatever order the batches end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 3000 }),
        async (choices, keys) => {
          const items = manyItems(3000, keys);
          const store = new SlowStore();
          const pick = (waiting: number): number => (choices.next().value as number) % Math.max(1, waiting);
          const { reached, error } = await run({ file: fileOf(items), store, pick });
          expect(error).to.equal(undefined);
          expect(store.content).to.deep.equal(contentOf(items));
          expect(reached.stored).to.equal(items.length);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps several batches under way, and no more than it was told', async () => {
    const store = new SlowStore();
    await run({ file: fileOf(manyItems(4000, 4000)), store });
    expect(store.mostUnderWay).to.equal(4);
  });

  it('reports lines that cannot be read or stored, in order, and stores the others', async () => {
    const store = new SlowStore();
    store.refuse = ({ key }) => (key === 'b' ? new StarlingError('INVALID_ARGUMENT', 'no b') : undefined);
    const file = '{"key":"a","value":"1"}\n\nnonsense\n{"key":"b","value":"2"}\n{"key":"c","value":"3"}\n[]';
    const { reached, refusedLines, error } = await run({ file, store });
    expect(error).to.equal(undefined);
    expect(refusedLines).to.deep.equal([3, 4, 6]);
    expect([...store.content.keys()]).to.have.members(['a', 'c']);
    expect(reached).to.include({ stored: 2, refused: 3 });
  });

  it('stores what expires with the time that it has left, and passes over and counts what has expired', async () => {
    const store = new SlowStore();
    const file =
      '{"key":"a","value":"1"}\n' +
      `{"key":"b","value":"2","expiresAtMs":${NOW_MS + 1}}\n` +
      `{"key":"c","value":"3","expiresAtMs":${NOW_MS}}\n`.repeat(1000);
    const { reached, expired, error } = await run({ file, store });
    expect(error).to.equal(undefined);
    expect([...store.content.keys()]).to.have.members(['a', 'b']);
    expect([...store.ttls]).to.deep.equal([['b', 1]]);
    expect(expired).to.equal(1000);
    expect(reached).to.include({ stored: 2, refused: 0 });
    expect(reached.place.line).to.equal(1002);
  });

  it('stops at the first such line where it is strict, and names it', async () => {
    const { error } = await run({
      file: '{"key":"a","value":"1"}\nnonsense\n',
      store: new SlowStore(),
      isStrict: true,
    });
    expect(error).to.have.property('code', 'INVALID_ARGUMENT');
    expect(error)
      .to.have.property('message')
      .that.matches(/^line 2: not valid JSON/);
  });

  it('fails at the line that the cluster failed to store, and claims nothing from there on', async () => {
    const items = manyItems(2000, 2000);
    const store = new SlowStore();
    store.refuse = ({ value }) =>
      value === '700' ? new StarlingError('QUORUM_FAILED', 'too few') : undefined;
    const { reached, error } = await run({ file: fileOf(items), store, pick: (waiting) => waiting - 1 });
    expect(error).to.have.property('code', 'QUORUM_FAILED');
    expect(error).to.have.property('message', 'line 701: too few');
    expect(reached.place.line).to.be.at.most(700);
    expect(store.underWay).to.equal(0);
  });

  it('claims only what is stored', async () => {
    const items = manyItems(3000, 3000);
    const store = new SlowStore();
    let claims = 0;
    const onProgress = ({ place }: ImportProgress): void => {
      claims++;
      const missing = items.slice(0, place.line).filter(({ key }) => !store.content.has(key));
      expect(missing).to.deep.equal([]);
    };
    const { error } = await run({ file: fileOf(items), store, pick: (waiting) => waiting - 1, onProgress });
    expect(error).to.equal(undefined);
    expect(claims).to.be.above(10);
  });

  it('goes on where it was ended, and then has stored everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5 }),
        fc.infiniteStream(fc.nat()),
        async (abortAfter, choices) => {
          const items = manyItems(3000, 900);
          const file = fileOf(items);
          const pick = (waiting: number): number => (choices.next().value as number) % Math.max(1, waiting);
          const store = new SlowStore();
          const first = await run({ file, store, pick, abortAfter });
          expect(first.error).to.equal(undefined);
          expect(store.underWay).to.equal(0);
          expect(first.reached.place.line).to.be.below(items.length);
          const second = await run({ file, store, pick, from: first.reached });
          expect(second.reached.stored).to.equal(items.length);
          expect(store.content).to.deep.equal(contentOf(items));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('refuses to go on in a file whose beginning has changed or is gone', async () => {
    const file = fileOf(manyItems(2000, 2000));
    const store = new SlowStore();
    const { reached } = await run({ file, store, abortAfter: 3 });
    expect(reached.place.line).to.be.above(0);
    const changed = file.replace('"0"', '"1"');
    const shorter = file.slice(0, reached.place.offset - 3);
    for (const other of [changed, shorter]) {
      const { error } = await run({ file: other, store, from: reached });
      expect(error).to.have.property('message').that.includes('--restart');
    }
  });
});
