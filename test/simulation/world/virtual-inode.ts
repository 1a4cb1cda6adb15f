import type { SeededRandom } from './seeded-random.ts';

const SECTOR_BYTES = 512;

/** What was in the sectors that a span of writes changed, before it changed them; undefined: nothing, zeros. */
interface Layer {
  readonly before: Map<number, Uint8Array | undefined>;
  /** The file's size at the end of the span. */
  sizeBytes: number;
  /** A sync of it failed: the system thinks it clean, so no later sync writes it. */
  lost: boolean;
}

/**
 * The bytes of one file: what a reader sees, and in layers how to get back to what is on the platter.
 *
 *     platter  <- layer (sync under way) <- layer (written since) = what is read
 *
 * A power cut keeps any subset of the sectors in the layers, and any size between the old and the new.
 */
export class VirtualInode {
  #bytes = new Uint8Array(SECTOR_BYTES);
  #sizeBytes = 0;
  #durableBytes = 0;
  #layers: Layer[] = [];
  #current: Layer | undefined;

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** A copy of what a reader sees. */
  content(): Uint8Array {
    return this.#bytes.slice(0, this.#sizeBytes);
  }

  read(target: Uint8Array, offset: number): number {
    const length = Math.max(0, Math.min(target.length, this.#sizeBytes - offset));
    target.set(this.#bytes.subarray(offset, offset + length));
    return length;
  }

  write(source: Uint8Array, offset: number): void {
    const end = offset + source.length;
    this.#reserve(end);
    this.#remember(Math.min(offset, this.#sizeBytes), end);
    this.#bytes.set(source, offset);
    this.#resize(Math.max(this.#sizeBytes, end));
  }

  truncate(sizeBytes: number): void {
    this.#reserve(sizeBytes);
    this.#remember(Math.min(sizeBytes, this.#sizeBytes), Math.max(sizeBytes, this.#sizeBytes));
    if (sizeBytes < this.#sizeBytes) this.#bytes.fill(0, sizeBytes, this.#sizeBytes);
    this.#resize(sizeBytes);
  }

  /** Starts a sync of everything written so far; call what it gives when the sync ends, well or badly. */
  sync(): (succeeded: boolean) => void {
    this.#current = undefined;
    const covered = this.#layers.filter((layer) => !layer.lost);
    return (succeeded) => {
      for (const layer of covered) {
        if (succeeded) this.#settle(layer);
        else layer.lost = true;
      }
    };
  }

  /** Changes a byte on the platter and in memory, as bit rot does. */
  rot(offset: number, mask: number): void {
    this.#bytes[offset] = this.#bytes[offset]! ^ mask;
  }

  /** Everything seen is on the platter: for composite operations that sync by themselves. */
  settleAll(): void {
    this.#layers = [];
    this.#current = undefined;
    this.#durableBytes = this.#sizeBytes;
  }

  /** The power fails: of what wasn't synced, `random` decides sector by sector. */
  crash(random: SeededRandom): void {
    if (this.#layers.length === 0) return;
    const keepSector = random.integer(4);
    const sizeBytes = this.#sizeAfterCrash(random);
    const kept = new Set<number>();
    for (const layer of this.#layers.reverse()) {
      for (const [sector, before] of layer.before) {
        if (kept.has(sector)) continue;
        // A quarter of the crashes keeps nothing, another everything, the rest half of the sectors.
        const keep = keepSector === 1 || (keepSector > 1 && random.chance(0.5));
        if (keep && sector * SECTOR_BYTES < this.#sizeBytes) kept.add(sector);
        else this.#restore(sector, before);
      }
    }
    this.#reserve(sizeBytes);
    this.#bytes.fill(0, sizeBytes);
    this.#sizeBytes = sizeBytes;
    this.settleAll();
  }

  #sizeAfterCrash(random: SeededRandom): number {
    const low = Math.min(this.#durableBytes, this.#sizeBytes);
    const high = Math.max(this.#durableBytes, this.#sizeBytes);
    const sizes = [this.#durableBytes, this.#sizeBytes, low + random.integer(high - low + 1)];
    return sizes[random.integer(sizes.length)]!;
  }

  #settle(layer: Layer): void {
    const index = this.#layers.indexOf(layer);
    if (index === -1) return;
    this.#layers.splice(index, 1);
    this.#durableBytes = layer.sizeBytes;
    for (const older of this.#layers.slice(0, index)) {
      for (const sector of layer.before.keys()) older.before.delete(sector);
    }
  }

  #remember(from: number, to: number): void {
    if (this.#current === undefined) {
      this.#current = { before: new Map(), sizeBytes: this.#sizeBytes, lost: false };
      this.#layers.push(this.#current);
    }
    const { before } = this.#current;
    for (let sector = Math.floor(from / SECTOR_BYTES); sector * SECTOR_BYTES < to; sector++) {
      if (before.has(sector)) continue;
      const start = sector * SECTOR_BYTES;
      const isEmpty = start >= this.#sizeBytes;
      before.set(sector, isEmpty ? undefined : this.#bytes.slice(start, start + SECTOR_BYTES));
    }
  }

  #restore(sector: number, before: Uint8Array | undefined): void {
    const start = sector * SECTOR_BYTES;
    if (before === undefined) this.#bytes.fill(0, start, start + SECTOR_BYTES);
    else this.#bytes.set(before, start);
  }

  #resize(sizeBytes: number): void {
    this.#sizeBytes = sizeBytes;
    if (this.#current !== undefined) this.#current.sizeBytes = sizeBytes;
  }

  #reserve(sizeBytes: number): void {
    const needed = Math.ceil(sizeBytes / SECTOR_BYTES) * SECTOR_BYTES;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
