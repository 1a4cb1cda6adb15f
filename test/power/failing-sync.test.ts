import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemDisk } from '../../src/base/system/disk.ts';
import { fillUp } from './filler.ts';
import { LoopDisk } from './loop-disk.ts';
import { command, hasProgram, skipBecauseOf } from './machine.ts';
import { MemoryDisk } from './memory-disk.ts';
import { findIn } from './numbered-record.ts';
import { openLog } from './open-log.ts';
import { WriterProcess, type WriterProcessOptions } from './writer-process.ts';
import type { WriterReport } from './writer-report.ts';
import { Written } from './written.ts';

/** Of one thread, and the writer has one for its disk. */
const SYNCS_THAT_SUCCEED = 40;
const TRACED = ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fdatasync'];

describe('a sync that fails in the kernel', function () {
  this.timeout(60_000);

  let written: Written;
  let reports: WriterReport[];
  let writer: WriterProcess | undefined;
  /** What there is to clean up, the newest last. */
  let cleanUp: (() => Promise<void>)[];

  beforeEach(() => {
    written = new Written();
    reports = [];
    cleanUp = [];
  });

  afterEach(async () => {
    await writer?.kill();
    writer = undefined;
    for (const step of cleanUp.reverse()) await step();
  });

  function start(folder: string, options: Partial<WriterProcessOptions> = {}): WriterProcess {
    writer = new WriterProcess({
      folder,
      firstNumber: 1,
      syncs: 'at once',
      listen: (report) => {
        reports.push(report);
        written.note(report, 'at first');
      },
      ...options,
    });
    return writer;
  }

  /** The writer has ended by itself then: all that it tried for a while was refused. */
  function expectPoisoned(): void {
    const kinds = reports.map(({ kind }) => kind);
    const poisoned = reports.findIndex(
      (report) => report.kind === 'trouble' && report.code === 'STORE_POISONED',
    );
    expect(poisoned, kinds.join()).to.be.greaterThan(-1);
    expect(kinds.slice(0, poisoned)).to.include('acknowledged');
    expect(kinds.slice(poisoned)).not.to.include('acknowledged');
  }

  async function checkAfterRestart(folder: string): Promise<void> {
    const engine = await openLog(systemDisk(join(folder, 'data')));
    written.check(findIn(engine), 'after a restart');
    await engine.close();
    expect(written.violations).to.deep.equal([]);
  }

  it('poisons the store: nothing is acknowledged any more, and a restart finds all that was', async function () {
    skipBecauseOf(await straceObstacle(), this);
    const folder = await mkdtemp(join(tmpdir(), 'starling-sync-'));
    cleanUp.push(() => rm(folder, { recursive: true }));
    const injection = `inject=fdatasync:error=EIO:when=${SYNCS_THAT_SUCCEED + 1}+`;
    await start(folder, {
      under: ['strace', ...TRACED, '-e', injection],
      environment: { UV_THREADPOOL_SIZE: '1' },
    }).ended();
    expectPoisoned();
    await checkAfterRestart(folder);
  });

  it('poisons it too where a disk has promised more room than it has', async function () {
    skipBecauseOf(await LoopDisk.obstacle(), this);
    // The system takes the bytes, and learns only when it syncs them that there is nowhere to put them.
    const room = await MemoryDisk.make(16 << 20);
    cleanUp.push(() => room.dispose());
    const disk = await LoopDisk.make({ sizeBytes: 64 << 20, parent: room.folder });
    cleanUp.push(() => disk.dispose());
    const filler = await fillUp(room.folder, 2 << 20);
    await start(disk.folder).ended();
    expectPoisoned();

    await rm(filler);
    await disk.unmount();
    await disk.mount('ordered');
    await checkAfterRestart(disk.folder);
  });
});

async function straceObstacle(): Promise<string | undefined> {
  if (!(await hasProgram('strace', '-V'))) return 'strace is missing (apt-get install strace)';
  try {
    await command('strace', ...TRACED, 'true');
  } catch (error) {
    return `strace can't trace here: ${String(error)}`;
  }
  return undefined;
}
