import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { folderDisk } from '../../../src/storage/backup/folder-disk.ts';
import {
  type RestoreOptions,
  type RestoreOutcome,
  restoreSnapshot,
} from '../../../src/storage/backup/restore.ts';
import { takeSnapshot } from '../../../src/storage/backup/snapshot.ts';
import { Transfer } from '../../../src/storage/backup/transfer.ts';
import { DataDirectory } from '../../../src/storage/data-directory.ts';
import { MANIFEST, readManifest } from '../../../src/storage/manifest.ts';
import { readStateFile } from '../../../src/storage/state-file.ts';
import { keyOf } from '../../../src/version/key.ts';
import { plantMethod } from '../log/mutant.ts';
import { record, textOf } from '../records.ts';
import { rejection } from '../rejection.ts';
import { DATA, Machine, RESTORED, SNAPSHOT } from './machine.ts';
import { problemsIn } from './problems-in.ts';

const SMALL = { segmentBytes: 1024, checkpointBytes: 2048 };

describe('a restore', () => {
  let machine: Machine;
  let taken: Map<string, Uint8Array>;

  beforeEach(async () => {
    machine = new Machine(1, { ...SMALL, compactionLiveFraction: 0 });
    const engine = await machine.opened(DATA);
    for (let i = 0; i < 40; i++) engine.write(record(`key ${i}`, 1));
    await machine.settle(engine.close());
    await machine.settle(takeSnapshot({ disk: machine.mount, source: DATA, target: SNAPSHOT }));
    taken = machine.contents(SNAPSHOT);
  });

  const begin = (options: Partial<RestoreOptions> = {}): Promise<RestoreOutcome> =>
    restoreSnapshot({
      disk: machine.mount,
      snapshot: SNAPSHOT,
      target: RESTORED,
      clock: machine.process.clock,
      random: machine.random,
      reviseState: (_name, state) => state,
      ...options,
    });
  const restore = (options?: Partial<RestoreOptions>) => machine.settle(begin(options));
  const failure = async (options?: Partial<RestoreOptions>): Promise<StarlingError> => {
    const error = await rejection(restore(options));
    expect(error).to.be.instanceOf(StarlingError);
    return error as StarlingError;
  };
  /** Opens the restored log, writes so much to it that all of it is compacted, and closes it. */
  const useRestored = async (): Promise<void> => {
    const engine = await machine.opened(RESTORED, { compactionLiveFraction: 0.9 });
    for (let round = 2; round < 6; round++) {
      for (let i = 0; i < 40; i++) engine.write(record(`key ${i}`, round));
      await machine.settle(engine.durable());
      await machine.time.run(machine.time.nowMs + 100);
    }
    await machine.settle(engine.close());
  };

  it('makes a data directory with everything in it, under a storage id of its own', async () => {
    const outcome = await restore();
    expect(outcome).to.include({ kind: 'restored' });
    machine.crash();
    const disk = folderDisk(machine.mount, RESTORED);
    const { storageId, ...others } = (await machine.settle(readManifest(disk)))!;
    expect(storageId).to.match(/^[0-9a-f]{32}$/);
    expect(others).to.deep.equal({ cluster: 'birds', clusterId: 'c0ffee', partitions: 16 });
    expect(machine.contents(RESTORED).get('identity.key')).to.deep.equal(taken.get('identity.key'));
    expect(await problemsIn(machine, RESTORED)).to.deep.equal([]);
    const directory = { disk, random: machine.random, cluster: 'birds', partitions: 16 };
    await machine.settle(DataDirectory.open(directory));
    const engine = await machine.opened(RESTORED);
    expect(engine.stats().records).to.equal(40);
    expect(textOf(engine.read(keyOf('key 7'))?.record)).to.equal('value 1');
  });

  it('lets the saved states be revised', async () => {
    await restore({ reviseState: (name) => ({ revised: name }) });
    const disk = folderDisk(machine.mount, RESTORED);
    expect(await machine.settle(readStateFile(disk, 'state/custody.json'))).to.deep.equal({
      revised: 'custody',
    });
  });

  for (const [how, fault] of [
    ['links', undefined],
    ['copies', 'EXDEV'],
  ] as const) {
    it(`leaves the snapshot as it is whatever becomes of what was restored, where it ${how}`, async () => {
      machine.disk.fault = ({ kind }) => (kind === 'link' ? fault : undefined);
      const outcome = await restore();
      const { linkedBytes } = (outcome as Extract<RestoreOutcome, { kind: 'restored' }>).transfer;
      expect(linkedBytes > 0).to.equal(fault === undefined);
      await useRestored();
      expect(machine.contents(RESTORED).has('log/00000001.seg'), 'was compacted away').to.equal(false);
      expect(machine.contents(SNAPSHOT)).to.deep.equal(taken);
      machine.crash();
      expect(machine.contents(SNAPSHOT)).to.deep.equal(taken);
    });
  }

  it('would be noticed where it linked the segment to which the peer appends', async () => {
    const remove = plantMethod(Transfer.prototype, 'hold', function (this: Transfer, path) {
      void this.take(path);
    });
    try {
      await restore();
    } finally {
      remove();
    }
    await useRestored();
    expect(machine.contents(SNAPSHOT)).to.not.deep.equal(taken);
  });

  it('refuses a damaged snapshot, says what is wrong, and makes nothing', async () => {
    machine.disk.rot(`${SNAPSHOT}/log/00000001.seg`, 100);
    const outcome = await restore();
    expect(outcome.kind).to.equal('refused');
    expect(outcome.verified.problems[0]).to.include({ file: 'log/00000001.seg' });
    expect(machine.contents(RESTORED)).to.have.length(0);
  });

  it('refuses a target with something in it, a snapshot that is none, and a data directory in use', async () => {
    machine.disk.plant(`${RESTORED}/thesis.txt`, new Uint8Array(1));
    expect((await failure()).message)
      .to.include(RESTORED)
      .and.include('thesis.txt');
    machine.disk.lose(`${RESTORED}/thesis.txt`);
    expect((await failure({ snapshot: 'backups' })).message).to.include('no manifest.json');
    const unlock = await machine.settle(machine.mount.lock(`${DATA}/lock`));
    expect((await failure({ snapshot: DATA })).message).to.include('a peer is at work');
    await machine.settle(unlock());
    expect(await restore({ snapshot: DATA }), 'one that is stopped does as well').to.include({
      kind: 'restored',
    });
  });

  it('makes nothing where a state can not be revised', async () => {
    const reviseState = (): never => {
      throw new StarlingError('CONFIGURATION', 'not like that');
    };
    expect((await failure({ reviseState })).message).to.equal('not like that');
    expect(machine.contents(RESTORED)).to.have.length(0);
  });

  it('leaves nothing where it is ended before its time', async () => {
    const abort = new AbortController();
    await rejection(restore({ signal: abort.signal, onCopyProgress: () => abort.abort() }));
    expect(abort.signal.aborted).to.equal(true);
    expect(machine.contents(RESTORED)).to.have.length(0);
  });

  it('leaves nothing where any one operation fails', async () => {
    let index = 0;
    for (let isOver = false; !isOver; index++) {
      const failing = machine.disk.operations + index;
      // Of the snapshot nothing is read wrongly: that would be damage, which is refused.
      machine.disk.fault = ({ index: at, path }) =>
        at === failing && path.startsWith(RESTORED) ? 'EIO' : undefined;
      isOver = await restore().then(
        () => machine.disk.operations <= failing,
        () => {
          expect([...machine.contents(RESTORED).keys()]).to.deep.equal([]);
          return false;
        },
      );
      machine.disk.fault = () => undefined;
      await machine.settle(machine.mount.removeFolder(RESTORED));
    }
    expect(index).to.be.greaterThan(60);
  });

  it('is never taken for whole where the power fails at any operation of its making', async () => {
    let whole = 0;
    let index = 0;
    for (let isOver = false; !isOver; index++) {
      const last = machine.disk.operations + index;
      machine.disk.fault = (operation) => {
        if (operation.index >= last) machine.process.pause();
        return undefined;
      };
      isOver = await machine.time.settle(begin(), 500).then(
        () => true,
        () => false,
      );
      machine.disk.fault = () => undefined;
      machine.crash();
      if (machine.contents(RESTORED).has(MANIFEST)) {
        expect(await problemsIn(machine, RESTORED)).to.deep.equal([]);
        expect((await machine.opened(RESTORED)).stats().records, `cut at ${index}`).to.equal(40);
        machine.restart();
        whole++;
      }
      await machine.settle(machine.mount.removeFolder(RESTORED));
    }
    expect(index).to.be.greaterThan(60);
    expect(whole).to.be.within(1, index / 4);
    expect(machine.contents(SNAPSHOT)).to.deep.equal(taken);
  });
});
