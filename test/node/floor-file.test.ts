import { expect } from 'chai';
import { FloorFile } from '../../src/node/floor-file.ts';
import { rejection } from '../storage/rejection.ts';
import { MemoryStateFiles } from './state-files.ts';

const savedIn = async (files: MemoryStateFiles) => (await FloorFile.open(files)).saved;

describe('the file of purge floors', () => {
  it('says nothing where nothing was saved', async () => {
    expect(await savedIn(new MemoryStateFiles())).to.deep.equal({ fenceMs: 0, floorsMs: [] });
  });

  it('keeps the highest of all that was saved, in whatever order and by whomever', async () => {
    const files = new MemoryStateFiles();
    const file = await FloorFile.open(files);
    await Promise.all([
      file.save({ fenceMs: 5, floorsMs: [1, 9] }),
      file.save({ fenceMs: 7, floorsMs: [3, 2] }),
      file.save({ fenceMs: 6, floorsMs: [2, 4] }),
    ]);
    expect(await savedIn(files)).to.deep.equal({ fenceMs: 7, floorsMs: [3, 9] });
  });

  it('is written only where something rose', async () => {
    const files = new MemoryStateFiles();
    const file = await FloorFile.open(files);
    await file.save({ fenceMs: 5, floorsMs: [1] });
    await file.save({ fenceMs: 4, floorsMs: [1] });
    expect(files.writes).to.equal(1);
  });

  it('tells of a failure, and does not take for saved what was not', async () => {
    const files = new MemoryStateFiles();
    const file = await FloorFile.open(files);
    files.before = () => Promise.reject(new Error('no room'));
    await rejection(file.save({ fenceMs: 5, floorsMs: [1] }));
    expect(file.saved.fenceMs).to.equal(0);
    files.before = () => Promise.resolve();
    await file.save({ fenceMs: 3, floorsMs: [] });
    expect(await savedIn(files)).to.deep.equal({ fenceMs: 5, floorsMs: [1] });
  });
});
