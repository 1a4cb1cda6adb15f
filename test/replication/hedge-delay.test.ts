import { expect } from 'chai';
import { HedgeDelay } from '../../src/replication/hedge-delay.ts';

const OWNERS = ['self', 'a', 'b'];

describe('the delay of hedged reads', () => {
  it('is 50 ms where nothing is known, and where an owner is quick', () => {
    const delay = new HedgeDelay();
    expect(delay.ofMs(OWNERS)).to.equal(50);
    delay.answered('a', 2);
    for (let i = 0; i < 100; i++) delay.answered('b', 700);
    expect(delay.ofMs(OWNERS)).to.equal(50);
  });

  it('is three times what the quickest owner takes where all are slow, up to a second', () => {
    const delay = new HedgeDelay();
    delay.answered('a', 100);
    delay.answered('b', 200);
    expect(delay.ofMs(OWNERS)).to.equal(300);
    delay.answered('elsewhere', 1);
    expect(delay.ofMs(OWNERS)).to.equal(300);
    for (const peer of OWNERS) for (let i = 0; i < 100; i++) delay.answered(peer, 5000);
    expect(delay.ofMs(OWNERS)).to.equal(1000);
  });

  it('follows them when they are quick again', () => {
    const delay = new HedgeDelay();
    delay.answered('a', 500);
    for (let i = 0; i < 60; i++) delay.answered('a', 1);
    expect(delay.ofMs(OWNERS)).to.equal(50);
  });
});
