import { expect } from 'chai';
import { TokenList, tokenLine } from '../../src/access/token-list.ts';
import { AccessControl } from '../../src/node/access-control.ts';
import { proveSession } from '../../src/transport/session-proof.ts';

const NOW_MS = 1_764_000_000_000;

describe('who comes in through the doors of a peer', () => {
  const tokens = TokenList.parse(tokenLine('shop', 'read', 'one'), 'tokens');
  const control = (secrets: readonly string[]) =>
    new AccessControl({ tokens, secrets, clusterId: () => 'flock', clusterTimeMs: () => NOW_MS });

  /** As what somebody comes in who makes a proof of this. */
  function roleOf(
    secrets: readonly string[],
    secret: string,
    clusterId = 'flock',
    expiresMs = NOW_MS + 60_000,
    saidMs = expiresMs,
  ) {
    const proof = proveSession(secret, { clusterId, expiresMs });
    return control(secrets).grantOf({ kind: 'secret', expiresMs: saidMs, proof })?.role;
  }

  it('is whoever has a token, as what it says', () => {
    const access = control(['s']);
    expect(access.grantOf({ kind: 'token', token: 'one' })?.role).to.equal('read');
    expect(access.grantOf({ kind: 'token', token: 's' })).to.equal(undefined);
  });

  it('is whoever shows that he knows the secret, or the one before', () => {
    expect(roleOf(['s'], 's')).to.equal('write');
    expect(roleOf(['new', 's'], 's')).to.equal('write');
  });

  it('is nobody whose proof is of another secret or cluster, says another time, or is too old or too far ahead', () => {
    expect(roleOf(['s'], 'x')).to.equal(undefined);
    expect(roleOf(['s'], 's', 'another')).to.equal(undefined);
    expect(roleOf(['s'], 's', 'flock', NOW_MS + 60_000, NOW_MS + 61_000)).to.equal(undefined);
    expect(roleOf(['s'], 's', 'flock', NOW_MS)).to.equal(undefined);
    expect(roleOf(['s'], 's', 'flock', NOW_MS + 601_000)).to.equal(undefined);
    expect(roleOf(['s'], 's', 'flock', NaN)).to.equal(undefined);
  });

  it('is nobody by a secret that is empty, which everybody knows', () => {
    expect(roleOf([''], '')).to.equal(undefined);
    expect(roleOf(['s', ''], '')).to.equal(undefined);
  });

  it('is another where the tokens are exchanged: grants are renewed, those of members too', () => {
    const access = control(['s']);
    const grant = access.grantOf({ kind: 'token', token: 'one' })!;
    const expiresMs = NOW_MS + 1000;
    const proof = proveSession('s', { clusterId: 'flock', expiresMs });
    const member = access.grantOf({ kind: 'secret', expiresMs, proof })!;
    access.tokens = TokenList.parse(tokenLine('shop', 'write', 'one'), 'tokens');
    expect([access.renewed(grant)?.role, access.renewed(member)?.role]).to.deep.equal(['write', 'write']);
    access.tokens = TokenList.parse(tokenLine('shop', 'write', 'two'), 'tokens');
    expect([access.renewed(grant)?.role, access.renewed(member)?.role]).to.deep.equal([undefined, 'write']);
  });
});
