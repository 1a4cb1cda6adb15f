import { expect } from 'chai';
import fc from 'fast-check';
import { ringIdOf } from '../../src/ring/ring-id.ts';
import { anyMembers, member } from './ring-members.ts';

describe('ring id', () => {
  it('has 16 hexadecimal digits', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        expect(ringIdOf(members)).to.match(/^[0-9a-f]{16}$/);
      }),
    );
    expect(ringIdOf([])).to.match(/^[0-9a-f]{16}$/);
  });

  it('is the same in whatever order the members come', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        expect(ringIdOf(members.toReversed())).to.equal(ringIdOf(members));
      }),
    );
  });

  it('differs as soon as a member, a zone, a weight or a status does', () => {
    const variants = [
      [member(1)],
      [member(2)],
      [member(1), member(2)],
      [member(1, { zone: 'a' })],
      [member(1, { weight: 200 })],
      [{ ...member(1), status: 'joining' as const }],
      [{ ...member(1), status: 'active' as const }],
      [],
    ];
    expect(new Set(variants.map((members) => ringIdOf(members))).size).to.equal(variants.length);
  });

  it('tells apart members whose names and zones read alike side by side', () => {
    const a = [{ peer: 'ab', zone: 'c', weight: 100 }];
    const b = [{ peer: 'a', zone: 'bc', weight: 100 }];
    expect(ringIdOf(a)).not.to.equal(ringIdOf(b));
  });
});
