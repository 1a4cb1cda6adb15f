import { pipe } from 'it-pipe';
import type { FileRecord } from './file-record.ts';
import type { RecordWriter } from './record-format.ts';
import { untilAborted } from './until-aborted.ts';

const CHUNK_CHARACTERS = 256 << 10;

export interface ExportOptions {
  readonly entries: AsyncIterable<FileRecord>;
  readonly writer: RecordWriter;
  /** Takes text, and says when it can take more. */
  readonly write: (text: string) => Promise<void>;
  /** Ends the export early. */
  readonly signal: AbortSignal;
  /** Called after each chunk with the entries written so far, and the last one's key. */
  readonly onProgress: (entries: number, lastKey: string) => void;
}

/** Reads, formats and writes: `cluster -> entries -> chunks of text -> file`. @returns entries written */
export async function exportRecords(options: ExportOptions): Promise<number> {
  const { entries, writer, signal } = options;
  return pipe(
    entries,
    (all) => untilAborted(all, signal),
    (all) => inChunks(all, writer),
    (chunks) => writeOut(chunks, options),
  );
}

interface Chunk {
  readonly text: string;
  readonly entries: number;
  /** Undefined where there are no entries. */
  readonly lastKey: string | undefined;
}

async function* inChunks(entries: AsyncIterable<FileRecord>, writer: RecordWriter): AsyncGenerator<Chunk> {
  let text = writer.header;
  let count = 0;
  let lastKey: string | undefined;
  for await (const entry of entries) {
    text += writer.write(entry);
    lastKey = entry.key;
    count++;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield { text, entries: count, lastKey };
    text = '';
    count = 0;
  }
  yield { text, entries: count, lastKey };
}

async function writeOut(chunks: AsyncIterable<Chunk>, { write, onProgress }: ExportOptions): Promise<number> {
  let total = 0;
  for await (const { text, entries, lastKey } of chunks) {
    await write(text);
    total += entries;
    if (lastKey !== undefined) onProgress(total, lastKey);
  }
  return total;
}
