import { expect } from 'chai';
import { LaneWorld, type Message } from './lane-world.ts';

const ping = (sequence: number): Message => ({ ping: { sequence } });

describe('the traffic of a message lane', () => {
  it('is what one end sent and the other received, handshakes included', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    for (let i = 0; i < 10; i++) a.messages.send('b', ping(i));
    await world.pass(500);
    b.messages.send('a', ping(10));
    await world.pass(500);
    expect(a.messages.traffic).to.include({ sentMessages: 10, receivedMessages: 1 });
    expect(b.messages.traffic).to.include({ sentMessages: 1, receivedMessages: 10 });
    expect(a.messages.traffic.sentBytes).to.equal(b.messages.traffic.receivedBytes).and.be.greaterThan(40);
    expect(b.messages.traffic.sentBytes).to.equal(a.messages.traffic.receivedBytes).and.be.greaterThan(4);
  });

  it('grows by the bytes of a frame with each message', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    const b = await world.node('b');
    a.messages.send('b', ping(1));
    await world.pass(500);
    const before = b.messages.traffic.receivedBytes;
    a.messages.send('b', ping(2));
    await world.pass(500);
    // A length, and a message of a field that holds a message of a field.
    expect(b.messages.traffic.receivedBytes - before).to.equal(1 + 2 + 2);
  });

  it('counts nothing that was not sent', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    a.messages.send('nobody', ping(1));
    await world.pass(10_000);
    expect(a.messages.traffic).to.include({ sentMessages: 0, receivedMessages: 0, receivedBytes: 0 });
  });

  it('is counted lane by lane', async () => {
    const world = new LaneWorld();
    const a = await world.node('a');
    await world.node('b');
    a.requests.request('b', {}, 1000, () => undefined);
    await world.pass(500);
    expect(a.messages.traffic).to.include({ sentBytes: 0, receivedBytes: 0 });
  });
});
