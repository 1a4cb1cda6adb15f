import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { type LaneNode, LaneWorld, type Message } from './lane-world.ts';

function received(node: LaneNode): string[] {
  const lines: string[] = [];
  node.messages.onMessage = (peer, message) => lines.push(`${peer} ${message.ping?.sequence ?? '?'}`);
  return lines;
}

const ping = (sequence: number): Message => ({ ping: { sequence } });

describe('a message lane', () => {
  it('delivers in order what is sent while its stream opens and afterwards', async () => {
    const world = new LaneWorld({ jitterMs: 20 });
    const a = await world.node('a');
    const atB = received(await world.node('b'));
    for (let i = 0; i < 10; i++) a.messages.send('b', ping(i));
    await world.pass(500);
    for (let i = 10; i < 20; i++) a.messages.send('b', ping(i));
    await world.pass(500);
    expect(atB).to.deep.equal(Array.from({ length: 20 }, (_, i) => `a ${i}`));
    expect(world.network.openedStreams).to.equal(1);
  });

  it('answers on the stream that the other opened, where it has none of its own', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    const atA = received(a);
    a.messages.send('b', ping(1));
    await world.pass(100);
    b.messages.send('a', ping(2));
    await world.pass(100);
    expect(atA).to.deep.equal(['b 2']);
    expect(world.network.openedStreams).to.equal(1);
  });

  it('connects to an address and names who answered', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    const atB = received(b);
    expect(await world.time.settle(a.messages.connect(b.port.addresses()), 1000)).to.equal('b');
    a.messages.send('b', ping(1));
    await world.pass(100);
    expect(atB).to.deep.equal(['a 1']);
    expect(world.network.openedStreams).to.equal(1);
  });

  it('connects again to a peer that it has a stream to, and goes on with one', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    const atB = received(b);
    for (let i = 0; i < 8; i++) {
      await world.time.settle(a.messages.connect(b.port.addresses()), 1000);
      await world.pass(10);
      a.messages.send('b', ping(i));
      await world.pass(10);
    }
    expect(atB).to.have.length(8);
    expect(a.events.count('linkOpened') - a.events.count('linkClosed')).to.equal(1);
    expect(b.events.count('linkOpened') - b.events.count('linkClosed')).to.equal(1);
  });

  it('fails to connect to another cluster, and both ends learn why', async () => {
    const world = new LaneWorld();
    const a = await world.node('a', { cluster: 'flock' });
    const b = await world.node('b', { cluster: 'herd' });
    const failure = await world.time.settle(
      a.messages
        .connect(b.port.addresses())
        .catch((error: unknown) => error as { code: string; message: string }),
      1000,
    );
    expect(failure).to.have.property('code', 'FORBIDDEN');
    await world.pass(100);
    for (const node of [a, b]) {
      expect(node.events.lines.join('\n')).to.match(
        /FORBIDDEN .*the cluster names differ: .*"herd".*"flock"/,
      );
    }
  });

  it('drops and counts what waits for a stream beyond its bound, or in vain', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    await world.node('b');
    world.network.block('a', 'b');
    for (let i = 0; i < LIMITS.messagesAwaitingLink + 5; i++) a.messages.send('b', ping(i));
    expect(a.events.count('messageDropped b')).to.equal(5);
    await world.pass(LIMITS.openLinkMs + 100);
    expect(a.events.count('messageDropped b')).to.equal(LIMITS.messagesAwaitingLink + 5);
  });

  it('drops a message above the frame limit and keeps the stream', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const atB = received(await world.node('b'));
    a.messages.send('b', { pingRequest: { target: 'x'.repeat(10_001) } });
    a.messages.send('b', ping(1));
    await world.pass(100);
    expect(atB).to.deep.equal(['a 1']);
    expect(a.events.count('messageDropped b')).to.equal(1);
  });

  it('says once that a peer is down, when its last stream has ended', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    const down: string[] = [];
    a.messages.onPeerDown = (peer) => down.push(peer);
    a.messages.send('b', ping(1));
    await world.time.settle(b.messages.connect(a.port.addresses()), 1000);
    await world.pass(100);
    world.kill(b);
    await world.pass(100);
    expect(down).to.deep.equal(['b']);
  });

  it('finds a peer again after a split, though both ends were sending all the while', async () => {
    const world = new LaneWorld({ breakAfterMs: 2000 });
    const a = await world.node('a');
    const b = await world.node('b');
    const atA = received(a);
    const atB = received(b);
    for (let i = 0; i < 400; i++) {
      world.time.after(i * 50, () => {
        a.messages.send('b', ping(i));
        b.messages.send('a', ping(i));
      });
    }
    world.time.after(1000, () => world.network.split(['a'], ['b']));
    world.time.after(10_000, () => world.network.heal());
    await world.pass(20_000);
    const healedFor = (lines: string[]) => lines.filter((line) => Number(line.split(' ')[1]) > 310);
    expect(healedFor(atA).length).to.equal(89);
    expect(healedFor(atB).length).to.equal(89);
  });
});
