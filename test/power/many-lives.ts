import { setTimeout } from 'node:timers/promises';
import { LoopDisk } from './loop-disk.ts';
import { WriterProcess } from './writer-process.ts';
import { type WriterReport, nowUs } from './writer-report.ts';
import { Written } from './written.ts';

const DISK_BYTES = 256 << 20;
/** More than a life can use; the numbers of the next one begin behind them. */
const NUMBERS_A_LIFE = 10_000_000;
/** The end comes at a random moment within this time. */
const WRITES_FOR_MS = 400;
const OPENS_FOR_MS = 120;

/** A process that is killed leaves what it wrote in the memory of the system; only a cut takes that too. */
type Ending = 'cut while writing' | 'killed while writing' | 'cut once open' | 'cut while opening';

/** A cut after a kill finds what the store vouched for as soon as it was open, and had not written itself. */
const ENDINGS: readonly Ending[] = [
  'cut while writing',
  'killed while writing',
  'cut once open',
  'cut while writing',
  'cut while opening',
];

/** One store on one disk, and one process after the other that has it open and comes to a sudden end. */
export class ManyLives {
  readonly written = new Written();
  cuts = 0;
  readonly #disk: LoopDisk;
  readonly #neverSyncs: boolean;
  #writer: WriterProcess | undefined;
  #cutAtUs = Infinity;
  #lives = 0;
  #tornTails = 0;
  #compactions = 0;
  #checkpoints = 0;
  #purged = 0;
  #drops = 0;

  private constructor(disk: LoopDisk, neverSyncs: boolean) {
    this.#disk = disk;
    this.#neverSyncs = neverSyncs;
  }

  /** @param options `neverSyncs`: the store only believes that it syncs */
  static async begin({ neverSyncs = false } = {}): Promise<ManyLives> {
    return new ManyLives(await LoopDisk.make({ sizeBytes: DISK_BYTES }), neverSyncs);
  }

  /** Lives until so many cuts have been, and one life more, for the last check; or until one finds something wrong. */
  async run(cuts: number): Promise<void> {
    while (this.cuts < cuts && this.written.violations.length === 0) {
      await this.#live(ENDINGS[this.#lives % ENDINGS.length]!);
    }
    if (this.written.violations.length === 0) await this.#live('killed while writing');
  }

  summary(): string {
    const { acknowledged, lost } = this.written;
    return (
      `cuts: ${this.cuts}, lives: ${this.#lives}, acknowledgements: ${acknowledged}, lost: ${lost}; torn tails: ` +
      `${this.#tornTails}, compactions: ${this.#compactions}, checkpoints: ${this.#checkpoints}, deletions purged: ` +
      `${this.#purged}, partitions dropped: ${this.#drops}`
    );
  }

  async dispose(): Promise<void> {
    await this.#writer?.kill();
    await this.#disk.dispose();
  }

  /** Opens the store, which is when all that it owes is checked, and writes to it until the end. */
  async #live(ending: Ending): Promise<void> {
    this.#cutAtUs = Infinity;
    const writer = this.#startWriter();
    try {
      await this.#untilMomentOf(ending, writer);
    } catch (error) {
      this.written.loseAll(`life ${this.#lives}: ${String(error)}`);
      return;
    }
    if (ending === 'killed while writing') await writer.kill();
    else await this.#cutPower(writer);
  }

  async #untilMomentOf(ending: Ending, writer: WriterProcess): Promise<void> {
    switch (ending) {
      case 'cut while opening':
        await writer.first('opening');
        await setTimeout(Math.random() * OPENS_FOR_MS);
        break;
      case 'cut once open':
        await writer.first('opened');
        break;
      case 'cut while writing':
      case 'killed while writing':
        await writer.first('acknowledged');
        await setTimeout(Math.random() * WRITES_FOR_MS);
        break;
    }
  }

  #startWriter(): WriterProcess {
    const life = ++this.#lives;
    const syncs = Math.random() < 0.5 ? 'at once' : 'late';
    this.#writer = new WriterProcess({
      folder: this.#disk.folder,
      firstNumber: life * NUMBERS_A_LIFE,
      syncs: this.#neverSyncs ? 'never' : syncs,
      listen: (report) => this.#handle(report),
    });
    return this.#writer;
  }

  async #cutPower(writer: WriterProcess): Promise<void> {
    this.#cutAtUs = nowUs();
    await this.#disk.cutPower();
    await writer.kill();
    await this.#disk.unmount();
    await this.#disk.mount(Math.random() < 0.5 ? 'ordered' : 'careless');
    this.cuts++;
  }

  /**
   * Of a power cut nobody lives to tell. Here the writer does, and what it says after the cut counts for
   * nothing: ext4 was seen to report a sync as done whose commit the shutdown had stopped (the journal had
   * dropped the transaction, and what it no longer has it takes for committed).
   */
  #handle(report: WriterReport): void {
    // Except that what it has begun may reach the disk between the decision to cut and the cut.
    const isBeginning = report.kind === 'dropping' || report.kind === 'purging';
    if (report.atUs >= this.#cutAtUs && !isBeginning) return;
    const life = `life ${this.#lives}`;
    this.written.note(report, life);
    if (report.kind === 'opened' && report.tornBytes > 0) this.#tornTails++;
    if (report.kind === 'compacted') this.#compactions++;
    if (report.kind === 'checkpointed') this.#checkpoints++;
    if (report.kind === 'purged') this.#purged += report.records;
    if (report.kind === 'dropped') this.#drops++;
    if (report.kind === 'trouble') this.written.violations.push(`${life}: ${report.code}, ${report.message}`);
  }
}
