import { expect } from 'chai';
import { Router } from '../../src/client/router.ts';
import { topologyOf } from '../server/peer.ts';

const ADDRESSES = ['a:1', 'b:1', 'c:1'];
const SEED = 'seed:1';

describe('the router of a client', () => {
  let unwell: Set<string>;
  let loads: Map<string, number>;
  let router: Router;

  beforeEach(() => {
    unwell = new Set();
    loads = new Map();
    router = new Router([SEED], {
      isWell: (address) => !unwell.has(address),
      loadOf: (address) => loads.get(address) ?? 0,
    });
    router.install(topologyOf(ADDRESSES, 'ring-1', 2));
  });

  /** Whom it would ask if each in turn failed the request. */
  function order(partition: number): string[] {
    const tried: string[] = [];
    while (tried.length < ADDRESSES.length + 1) tried.push(router.pick(partition, tried));
    return tried;
  }

  function setMember(
    address: string,
    change: { liveness?: string; intent?: string; clientAddress?: string },
  ): void {
    const topology = topologyOf(ADDRESSES, 'ring-2', 2);
    const members = topology.members.map((member) =>
      member.clientAddress === address ? { ...member, ...change } : member,
    );
    router.install({ ...topology, members });
  }

  it('knows nobody but the addresses it was given before it knows the ring', () => {
    expect(new Router([SEED], { isWell: () => true, loadOf: () => 0 }).pick(undefined)).to.equal(SEED);
  });

  it('prefers the owners in the order of the ring, then other members, then the given addresses', () => {
    expect(order(0)).to.deep.equal(['a:1', 'b:1', 'c:1', SEED]);
    expect(order(2)).to.deep.equal(['c:1', 'a:1', 'b:1', SEED]);
  });

  it('passes over owners that just failed, even for other requests', () => {
    unwell.add('a:1');
    expect(router.pick(0)).to.equal('b:1');
    unwell.add('b:1');
    expect(router.pick(0)).to.equal('c:1');
  });

  it('would rather repeat itself than ask nobody', () => {
    for (const address of [...ADDRESSES, SEED]) unwell.add(address);
    expect(router.pick(0)).to.equal('a:1');
    expect(router.pick(0, [...ADDRESSES, SEED])).to.equal('a:1');
  });

  it('asks a suspect member before a dead one, and both only for want of a live one', () => {
    setMember('a:1', { liveness: 'dead' });
    expect(router.pick(0)).to.equal('b:1');
    expect(order(0).at(-1)).to.equal('a:1');
    setMember('b:1', { liveness: 'suspect' });
    expect(router.pick(1)).to.equal('c:1');
  });

  it('never asks who has left, or whose address is unknown', () => {
    setMember('a:1', { intent: 'left' });
    expect(router.addresses()).to.have.members(['b:1', 'c:1', SEED]);
    setMember('b:1', { clientAddress: '' });
    expect(router.addresses()).to.have.members(['a:1', 'c:1', SEED]);
  });

  it('gathers single requests on an owner that is at work already, until it has enough to do', () => {
    expect(router.gather(0)).to.equal('a:1');
    loads.set('b:1', 3);
    expect(router.gather(0)).to.equal('b:1');
    loads.set('b:1', 64);
    expect(router.gather(0)).to.equal('a:1');
    loads.set('a:1', 65);
    expect(router.gather(0), 'all have enough').to.equal('b:1');
    unwell.add('b:1');
    expect(router.gather(0)).to.equal('a:1');
    unwell.add('a:1');
    expect(router.gather(0), 'no owner is well').to.equal('c:1');
  });

  it('spreads requests that belong to no partition', () => {
    const asked = new Set(Array.from({ length: 30 }, () => router.pick(undefined)));
    expect([...asked].sort()).to.deep.equal(ADDRESSES);
  });
});
