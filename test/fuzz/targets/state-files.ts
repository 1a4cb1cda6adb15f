import fc from 'fast-check';
import { loadCustodyState, type StateFiles } from '../../../src/node/custody-state.ts';
import { FloorFile } from '../../../src/node/floor-file.ts';
import { TurnKeeper } from '../../../src/node/turn-keeper.ts';
import { readLogState } from '../../../src/storage/log/read-log-state.ts';
import { readManifest } from '../../../src/storage/manifest.ts';
import { encodeStateFile, readStateFile } from '../../../src/storage/state-file.ts';
import { filesDisk } from '../../storage/verify/files-disk.ts';
import { fuzzTarget, type FuzzTarget } from '../target.ts';

const counts = fc.nat(2 ** 40);
const names = fc.string({ minLength: 1, maxLength: 12 });
const base64 = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('base64'));

/** The content again, with the sum that fits it. */
function withSum(bytes: Uint8Array): Uint8Array {
  try {
    const file = JSON.parse(new TextDecoder().decode(bytes)) as { readonly state: unknown } | null;
    return file?.state === undefined ? bytes : encodeStateFile(file.state);
  } catch {
    // No JSON any more: there is nothing to sum up.
    return bytes;
  }
}

/** State files of a node that has this one only. */
function filesOf(bytes: Uint8Array): StateFiles {
  const disk = filesDisk(new Map([['state.json', bytes]]));
  return {
    readState: () => readStateFile(disk, 'state.json'),
    writeState: () => Promise.reject(new Error('nothing is to be changed')),
  };
}

const positions = fc.record({ segment: counts, offset: counts });
const COMMON = { refusals: ['CORRUPTION', 'CONFIGURATION'], withSums: withSum } as const;

/** Small files of a data directory (storage/state-file.ts). */
export const STATE_FILES: readonly FuzzTarget[] = [
  fuzzTarget({
    ...COMMON,
    name: 'manifest',
    inputs: fc
      .record({ cluster: names, clusterId: names, storageId: names, partitions: fc.constantFrom(1, 16) })
      .map(encodeStateFile),
    decode: (bytes) => readManifest(filesDisk(new Map([['manifest.json', bytes]]))),
    encode: encodeStateFile,
  }),
  fuzzTarget({
    ...COMMON,
    name: 'log-state',
    inputs: fc
      .record(
        {
          durable: positions,
          highestVersion: fc.record({ wallMs: counts, logical: counts, writer: counts }),
          drops: fc.array(fc.record({ partition: counts, before: positions }), { maxLength: 3 }),
          segments: fc.array(counts, { maxLength: 3 }),
        },
        { requiredKeys: ['durable', 'highestVersion', 'drops'] },
      )
      .map(encodeStateFile),
    async decode(bytes) {
      const { durable, highestVersion, segments } = await readLogState(
        filesDisk(new Map([['log/state.json', bytes]])),
      );
      return { durable, highestVersion, segments };
    },
  }),
  fuzzTarget({
    ...COMMON,
    name: 'custody',
    inputs: fc
      .record({
        complete: base64,
        cleared: base64,
        members: fc.array(
          fc.record({
            peer: names,
            status: fc.constantFrom('joining', 'active', 'leaving', 'left', 'removed'),
            zone: names,
            weight: fc.nat(100),
            counter: fc.nat(100),
          }),
          { maxLength: 3 },
        ),
      })
      .map(encodeStateFile),
    decode: (bytes) => loadCustodyState(filesOf(bytes)),
  }),
  fuzzTarget({
    ...COMMON,
    name: 'floors',
    inputs: fc
      .record({ fenceMs: counts, floorsMs: fc.array(counts, { maxLength: 20 }) })
      .map(encodeStateFile),
    decode: async (bytes) => (await FloorFile.open(filesOf(bytes))).saved,
    encode: encodeStateFile,
  }),
  fuzzTarget({
    ...COMMON,
    name: 'turn',
    inputs: fc
      .record({ holder: names, basis: names, changedFrom: names }, { requiredKeys: ['holder', 'basis'] })
      .map(encodeStateFile),
    decode: (bytes) => TurnKeeper.load(filesOf(bytes)),
    encode: encodeStateFile,
  }),
];
