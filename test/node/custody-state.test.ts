import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import {
  type CustodyState,
  forgetCompleteness,
  loadCustodyState,
  saveCustodyState,
} from '../../src/node/custody-state.ts';
import { rejection } from '../storage/rejection.ts';
import { MemoryStateFiles } from './state-files.ts';

const state: fc.Arbitrary<CustodyState> = fc.record({
  complete: fc.uint8Array({ maxLength: 300 }),
  cleared: fc.uint8Array({ maxLength: 300 }),
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
      cleared: new Uint8Array(),
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

  it('can be made that of a peer which no longer has all that it had', async () => {
    const files = new MemoryStateFiles();
    const member = { status: 'active' as const, zone: '', weight: 100, counter: 1 };
    const members = ['a', 'b'].map((peer) => ({ ...member, peer }));
    await saveCustodyState(files, { complete: Uint8Array.of(0xff), cleared: Uint8Array.of(0xff), members });
    await files.writeState('custody', forgetCompleteness(await files.readState('custody')));
    expect(await loadCustodyState(files)).to.deep.equal({
      complete: new Uint8Array(),
      cleared: new Uint8Array(),
      members,
    });
  });

  it('can not be made that where it knows nobody who could have the rest', () => {
    const alone = { peer: 'a', status: 'active', zone: '', weight: 100, counter: 1 };
    const gone = { ...alone, peer: 'b', status: 'left' };
    for (const members of [[], [alone], [alone, gone]]) {
      expect(() => forgetCompleteness({ complete: '', members })).to.throw(StarlingError, '--as-is');
    }
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
