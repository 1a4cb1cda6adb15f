/** It has no types of its own: what is used here, no more. */
declare module '@nxtedition/rocksdb' {
  export class RocksLevel {
    constructor(location: string, options: RocksOptions);
    open(): Promise<void>;
    put(key: string, value: Buffer, options: { sync: boolean }): Promise<void>;
    batch(): RocksBatch;
    _getManySync(keys: readonly Buffer[], options: object): (Buffer | undefined)[];
    close(): Promise<void>;
  }

  interface RocksOptions {
    readonly createIfMissing: boolean;
    readonly keyEncoding: 'utf8';
    readonly valueEncoding: 'buffer';
    readonly compression: boolean;
    readonly walCompression: boolean;
    readonly cacheSize: number;
    readonly parallelism: number;
  }

  interface RocksBatch {
    put(key: string, value: Buffer): this;
    /** Writes before it returns, whatever it gives back. */
    write(options: { sync: boolean }): Promise<void>;
  }
}
