import { expect } from 'chai';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StarlingError } from '../../src/base/errors.ts';
import { systemDisk } from '../../src/base/system/disk.ts';
import type { LogEngine } from '../../src/storage/log/log-engine.ts';
import { fillUp } from './filler.ts';
import { LoopDisk } from './loop-disk.ts';
import { skipBecauseOf } from './machine.ts';
import { findIn, numberedRecord } from './numbered-record.ts';
import { openLog } from './open-log.ts';
import { Written } from './written.ts';

const CHANGES_WITHIN_MS = 10_000;
const AT_ONCE = 40;

describe('a full disk of a real file system', function () {
  this.timeout(30_000);

  let disk: LoopDisk | undefined;
  let engine: LogEngine | undefined;
  let written: Written;
  let number: number;

  before(async function () {
    skipBecauseOf(await LoopDisk.obstacle(), this);
  });

  beforeEach(() => {
    written = new Written();
    number = 0;
  });

  afterEach(async () => {
    await closeLog();
    await disk?.dispose();
  });

  async function open(folder: string): Promise<LogEngine> {
    engine = await openLog(systemDisk(join(folder, 'data')));
    return engine;
  }

  /** A log whose disk has lost its power can't note where it ends. */
  async function closeLog(): Promise<void> {
    await engine?.close().catch(() => undefined);
    engine = undefined;
  }

  /** Writes some records; gives the code of the error, where they are refused. */
  async function writeSome(log: LogEngine): Promise<string | undefined> {
    const numbers = Array.from({ length: AT_ONCE }, () => ++number);
    try {
      for (const each of numbers) log.write(numberedRecord(each));
      await log.durable();
    } catch (error) {
      if (!(error instanceof StarlingError)) throw error;
      return error.code;
    }
    written.acknowledge(numbers);
    return undefined;
  }

  /** Writes until this is how it ends. */
  async function writeUntil(log: LogEngine, wanted: string | undefined): Promise<void> {
    const deadlineMs = performance.now() + CHANGES_WITHIN_MS;
    for (;;) {
      const code = await writeSome(log);
      if (code === wanted) return;
      expect(code).to.be.oneOf([undefined, 'DISK_FULL']);
      if (performance.now() > deadlineMs) throw new Error(`${String(code)} within ${CHANGES_WITHIN_MS} ms`);
      if (code !== undefined) await setTimeout(20);
    }
  }

  it('refuses writes and serves reads, takes writes again once there is room, and has all that it acknowledged', async () => {
    disk = await LoopDisk.make({ sizeBytes: 24 << 20 });
    let log = await open(disk.folder);
    await writeUntil(log, undefined);
    const filler = await fillUp(disk.folder, 512 << 10);

    await writeUntil(log, 'DISK_FULL');
    expect(await writeSome(log)).to.equal('DISK_FULL');
    written.check(findIn(log), 'while it is full');

    await rm(filler);
    await writeUntil(log, undefined);
    expect(await writeSome(log)).to.equal(undefined);
    await disk.cutPower();
    await closeLog();
    await disk.unmount();
    await disk.mount('ordered');
    log = await open(disk.folder);
    written.check(findIn(log), 'after a power cut');
    expect(written.violations).to.deep.equal([]);
    expect(await writeSome(log)).to.equal(undefined);
  });
});
