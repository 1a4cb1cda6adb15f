import { expect } from 'chai';
import { Dissemination } from '../../src/membership/dissemination.ts';

interface Item {
  readonly peer: string;
  readonly said: string;
}

function queueOf(...peers: string[]): Dissemination<Item> {
  const queue = new Dissemination<Item>();
  for (const peer of peers) queue.add({ peer, said: 'first' });
  return queue;
}

const peersOf = (items: readonly Item[]) => items.map(({ peer }) => peer).join('');

describe('dissemination', () => {
  it('sends each piece of news the given number of times and then no more', () => {
    const queue = queueOf('a');
    const sent = Array.from({ length: 5 }, () => queue.take(10, 3).length);
    expect(sent).to.deep.equal([1, 1, 1, 0, 0]);
    expect(queue.size).to.equal(0);
  });

  it('puts first what was sent least', () => {
    const queue = queueOf('a', 'b', 'c');
    expect(peersOf(queue.take(2, 9))).to.equal('ab');
    expect(peersOf(queue.take(2, 9))).to.equal('ca');
    queue.add({ peer: 'd', said: 'first' });
    expect(peersOf(queue.take(1, 9))).to.equal('d');
  });

  it('never takes one piece twice for one message', () => {
    expect(peersOf(queueOf('a', 'b').take(5, 9))).to.equal('ab');
  });

  it('replaces older news about a member, and spreads the newer from the beginning', () => {
    const queue = queueOf('a');
    queue.take(1, 2);
    queue.add({ peer: 'a', said: 'second' });
    expect(queue.size).to.equal(1);
    expect(
      [queue.take(9, 2), queue.take(9, 2), queue.take(9, 2)].flat().map(({ said }) => said),
    ).to.deep.equal(['second', 'second']);
  });
});
