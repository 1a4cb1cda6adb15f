import { expect } from 'chai';
import fc from 'fast-check';
import { CsvReader, csvWriter } from '../../../src/cli/transfer/csv.ts';
import type { FileRecord } from '../../../src/cli/transfer/file-record.ts';
import { NdjsonReader, ndjsonWriter } from '../../../src/cli/transfer/ndjson.ts';
import { BadRecord, type RecordReader, type RecordWriter } from '../../../src/cli/transfer/record-format.ts';
import { recordsOf } from './records-of.ts';

const FORMATS: readonly [string, () => RecordReader, RecordWriter][] = [
  ['NDJSON', () => new NdjsonReader(), ndjsonWriter],
  ['CSV', () => new CsvReader({ key: 'key', value: 'value' }), csvWriter],
];

/** Text that is hard on formats: quotes, separators, line ends, other scripts. */
const text = (minLength: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', ' ', '\\', '\uFEFF', '{', '🐦'),
        fc.string({ unit: 'grapheme' }),
      ),
      {
        minLength,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));

const item: fc.Arbitrary<FileRecord> = fc.record(
  { key: text(1), value: text(0), expiresAtMs: fc.integer({ min: 1, max: 2 ** 48 - 1 }) },
  { requiredKeys: ['key', 'value'] },
);
const pieces = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

for (const [name, newReader, writer] of FORMATS) {
  describe(`${name} files`, () => {
    it('read back what was written, wherever the chunks fall', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(item, { maxLength: 8 }), pieces, async (items, sizes) => {
          const file = writer.header + items.map((each) => writer.write(each)).join('');
          const records = await recordsOf(file, { reader: newReader(), pieces: sizes });
          expect(records.map(({ content }) => content)).to.deep.equal(items);
          expect(records.at(-1)?.end.offset ?? Buffer.byteLength(file)).to.equal(Buffer.byteLength(file));
        }),
      );
    });

    it('can be any bytes at all without an exception or a lost line number', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), pieces, async (bytes, sizes) => {
          const file = Buffer.concat([Buffer.from(writer.header), bytes]);
          const records = await recordsOf(file, { reader: newReader(), pieces: sizes });
          const lines = records.map(({ line }) => line);
          expect(lines).to.deep.equal([...new Set(lines)].sort((a, b) => a - b));
        }),
      );
    });

    it('name the line of a record that is not UTF-8, and read the others', async () => {
      const good = writer.write({ key: 'a', value: 'b' });
      const file = Buffer.concat([
        Buffer.from(writer.header + good),
        Buffer.from([0xff, 0x0a]),
        Buffer.from(good),
      ]);
      const [first, bad, last] = await recordsOf(file, { reader: newReader() });
      expect(first?.content).to.deep.equal({ key: 'a', value: 'b' });
      expect(bad?.content).to.be.instanceOf(BadRecord).with.property('problem').that.includes('UTF-8');
      expect(bad?.line).to.equal(writer.header === '' ? 2 : 3);
      expect(last?.content).to.deep.equal({ key: 'a', value: 'b' });
    });

    it('may begin with a byte order mark and end without a line end', async () => {
      const file = `\uFEFF${writer.header}${writer.write({ key: 'a', value: 'b' })}`.trimEnd();
      const records = await recordsOf(file, { reader: newReader() });
      expect(records.map(({ content }) => content)).to.deep.equal([{ key: 'a', value: 'b' }]);
    });

    it('do not fill the memory with a record that never ends', async () => {
      const file = `${writer.header}"${'x'.repeat(5000)}`;
      const [record] = await recordsOf(file, { reader: newReader(), pieces: [100], maxRecordBytes: 1000 });
      expect(record?.content).to.be.instanceOf(BadRecord).with.property('problem').that.includes('longer');
    });
  });
}

describe('NDJSON records', () => {
  const read = (line: string) => new NdjsonReader().read(line);

  it('keep a value that is no text as its JSON', () => {
    expect(read('{"key":"a","value":{"n":[1,"2"]}}')).to.deep.equal({ key: 'a', value: '{"n":[1,"2"]}' });
    expect(read('{"key":"a","value":7,"extra":true}')).to.deep.equal({ key: 'a', value: '7' });
  });

  for (const [line, problem] of [
    ['{"key":"a"', 'JSON'],
    ['["a","b"]', '"key" and "value"'],
    ['null', '"key" and "value"'],
    ['{"key":"a"}', '"key" and "value"'],
    ['{"key":1,"value":"b"}', '"key" is no string'],
    ['{"key":"a","value":null}', 'null'],
    ['{"key":"a","value":"b","expiresAtMs":"tomorrow"}', 'no time'],
    ['{"key":"a","value":"b","expiresAtMs":0}', 'no time'],
  ] as const) {
    it(`are refused where they read ${line}`, () => {
      expect(read(line)).to.be.instanceOf(BadRecord).with.property('problem').that.includes(problem);
    });
  }
});

describe('CSV records', () => {
  it('are keyed and valued by the columns that were named', async () => {
    const reader = new CsvReader({ key: 'id', value: 'name' });
    const records = await recordsOf('id,country,name\n1,GB,"London, ""the"" city"\n', { reader });
    expect(records[0]?.content).to.deep.equal({ key: '1', value: 'London, "the" city' });
  });

  it('expire where a column beside the values says so, and not where that is empty', async () => {
    const reader = new CsvReader({ key: 'key', value: undefined });
    const records = await recordsOf('key,expiresAtMs,value\na,1790000000000,1\nb,,2\nc,soon,3\n', { reader });
    expect(records.slice(0, 2).map(({ content }) => content)).to.deep.equal([
      { key: 'a', value: '1', expiresAtMs: 1_790_000_000_000 },
      { key: 'b', value: '2' },
    ]);
    expect(records[2]?.content).to.be.instanceOf(BadRecord).with.property('problem').that.includes('no time');
  });

  it('become a JSON object by column where no column is the value', async () => {
    const reader = new CsvReader({ key: 'id', value: undefined });
    const records = await recordsOf('id,__proto__\n1,"two\nlines"\n', { reader });
    expect(records[0]?.content).to.deep.equal({ key: '1', value: '{"id":"1","__proto__":"two\\nlines"}' });
  });

  it('are counted in lines although a field may have several', async () => {
    const reader = new CsvReader({ key: 'key', value: 'value' });
    const records = await recordsOf('key,value\n"a\n\nb",1\nbad\nc,2\n', { reader });
    expect(records.map(({ line }) => line)).to.deep.equal([2, 5, 6]);
    expect(records[1]?.content).to.be.instanceOf(BadRecord);
  });

  for (const [row, problem] of [
    ['a', '1 fields'],
    ['a,b,c', '3 fields'],
    ['"a"b,c', 'behind its closing quote'],
    ['"a,b', 'never closed'],
  ] as const) {
    it(`are refused where they read ${row}`, async () => {
      const [record] = await recordsOf(`key,value\n${row}`, {
        reader: new CsvReader({ key: 'key', value: 'value' }),
      });
      expect(record?.content).to.be.instanceOf(BadRecord).with.property('problem').that.includes(problem);
    });
  }

  it('fail as a whole where the first row lacks a column that was asked for', async () => {
    const reader = new CsvReader({ key: 'id', value: undefined });
    const error = await recordsOf('key,value\na,b\n', { reader }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'INVALID_ARGUMENT');
    expect(error).to.have.property('message').that.includes('--key-column "id"').and.includes('key, value');
  });
});
