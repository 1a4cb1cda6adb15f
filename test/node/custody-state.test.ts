import { expect } from 'chai';
import fc from 'fast-check';
import { type CustodyState, loadCustodyState, saveCustodyState } from '../../src/node/custody-state.ts';
import { rejection } from '../storage/rejection.ts';
import { MemoryStateFiles } from './state-files.ts';

const state: fc.Arbitrary<CustodyState> = fc.record({
  complete: fc.uint8Array({ maxLength: 300 }),
  members: fc.array(
    fc.record({
      peer: fc.string({ minLength: 1 }),
      status: fc.constantFrom(
        'joining' as const,
        'active' as const,
        'leaving' as const,
        'left' as const,
        'removed' as const,
      ),
      zone: fc.string(),
      weight: fc.integer({ min: 1, max: 1000 }),
      counter: fc.integer({ min: 1, max: 2 ** 32 }),
    }),
    { maxLength: 5 },
  ),
});

describe('custody state', () => {
  it('is nothing where nothing was saved', async () => {
    expect(await loadCustodyState(new MemoryStateFiles())).to.deep.equal({
      complete: new Uint8Array(),
      members: [],
    });
  });

  it('is what was saved', async () => {
    await fc.assert(
      fc.asyncProperty(state, async (saved) => {
        const files = new MemoryStateFiles();
        await saveCustodyState(files, saved);
        expect(await loadCustodyState(files)).to.deep.equal(saved);
      }),
    );
  });

  it('is refused in another form', async () => {
    for (const content of [
      'null',
      '{}',
      '{"complete":"!","members":[]}',
      '{"complete":"","members":[{"peer":"a"}]}',
    ]) {
      const files = new MemoryStateFiles();
      files.saved.set('custody', content);
      expect(await rejection(loadCustodyState(files))).to.be.instanceOf(Error);
    }
  });
});
