import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../until.ts';
import { WriterProcess } from './writer-process.ts';
import type { WriterReport } from './writer-report.ts';
import { Written } from './written.ts';

describe('two processes and one data directory', function () {
  this.timeout(60_000);

  let folder: string;
  const writers: WriterProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'starling-two-'));
  });

  afterEach(async () => {
    for (const writer of writers.splice(0)) await writer.kill();
    await rm(folder, { recursive: true });
  });

  function start(firstNumber: number, written: Written): WriterProcess {
    const listen = (report: WriterReport): void => written.note(report, `from number ${firstNumber}`);
    const writer = new WriterProcess({ folder, firstNumber, syncs: 'at once', listen });
    writers.push(writer);
    return writer;
  }

  it('the second is refused and the first goes on; the third has everything as soon as the first was killed', async () => {
    const written = new Written();
    const first = start(1, written);
    await first.first('acknowledged');

    const refused = new Written();
    const second = start(10_000_000, refused);
    const trouble = await second.first('trouble');
    expect(trouble.code).to.equal('CONFIGURATION');
    expect(trouble.message).to.include(join(folder, 'data'));
    await second.ended();
    expect(refused.acknowledged).to.equal(0);
    const before = written.acknowledged;
    await until(() => written.acknowledged > before);

    await first.kill();
    const third = start(20_000_000, written);
    await third.first('acknowledged');
    expect(written.violations).to.deep.equal([]);
  });
});
