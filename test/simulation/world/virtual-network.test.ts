import { expect } from 'chai';
import type { ByteStream } from '../../../src/base/network.ts';
import { SeededRandom } from './seeded-random.ts';
import { type NetworkConditions, VirtualNetwork } from './virtual-network.ts';
import { VirtualTime } from './virtual-time.ts';

const PROTOCOL = '/test/1';

/** A world of started peers, with the streams that each accepted. */
async function world(peers: string[], conditions: Partial<NetworkConditions> = {}, seed = 1) {
  const time = new VirtualTime();
  const network = new VirtualNetwork(time, new SeededRandom(seed), conditions);
  const accepted = new Map<string, ByteStream[]>();
  const processes = new Map(peers.map((peer) => [peer, time.process(peer)]));
  const ports = new Map(peers.map((peer) => [peer, network.join(peer, processes.get(peer)!)]));
  for (const [peer, port] of ports) {
    accepted.set(peer, []);
    port.handle(PROTOCOL, (stream) => accepted.get(peer)!.push(stream));
    await port.start();
  }
  const open = (from: string, to: string, timeoutMs = 1000) =>
    time.settle(ports.get(from)!.open({ peer: to, addresses: [] }, PROTOCOL, timeoutMs), 2 * timeoutMs);
  return { time, network, ports, processes, accepted, open };
}

function recordOf(stream: ByteStream) {
  const record = { bytes: [] as number[], closed: false, reason: undefined as Error | undefined };
  stream.onData = (chunk) => record.bytes.push(...chunk);
  stream.onClose = (reason) => {
    expect(record.closed, 'onClose was called twice').to.equal(false);
    record.closed = true;
    record.reason = reason;
  };
  return record;
}

async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => (error as { code: string }).code,
  );
}

describe('the virtual network', () => {
  it('keeps a stream in order whatever the jitter and the loss', async () => {
    const { time, accepted, open } = await world(['a', 'b'], { jitterMs: 50, lossRate: 0.3 });
    const stream = await open('a', 'b', 60_000);
    const received = recordOf(accepted.get('b')![0]!);
    const sent = Array.from({ length: 200 }, (_, i) => i);
    for (const i of sent) time.after(i, () => stream.send(Uint8Array.of(i)));
    await time.run(600_000);
    expect(received.bytes).to.deep.equal(sent);
  });

  it('stalls a stream over a blocked path, one way only, and delivers when the path heals', async () => {
    const { time, network, accepted, open } = await world(['a', 'b']);
    const outbound = await open('a', 'b');
    const inbound = accepted.get('b')![0]!;
    const atA = recordOf(outbound);
    const atB = recordOf(inbound);
    network.block('a', 'b');
    outbound.send(Uint8Array.of(1));
    inbound.send(Uint8Array.of(2));
    await time.run(time.nowMs + 1000);
    expect(atB.bytes).to.deep.equal([]);
    expect(atA.bytes).to.deep.equal([2]);
    network.unblock('a', 'b');
    outbound.send(Uint8Array.of(3));
    await time.run(time.nowMs + 1000);
    expect(atB.bytes).to.deep.equal([1, 3]);
    expect(atA.closed || atB.closed).to.equal(false);
  });

  it('breaks a stream at both ends when its path stays blocked', async () => {
    const { time, network, accepted, open } = await world(['a', 'b', 'c'], { breakAfterMs: 5000 });
    const atA = recordOf(await open('a', 'b'));
    const atB = recordOf(accepted.get('b')![0]!);
    const bystander = recordOf(await open('a', 'c'));
    network.split(['a'], ['b']);
    await time.run(time.nowMs + 4000);
    expect(atA.closed || atB.closed).to.equal(false);
    await time.run(time.nowMs + 2000);
    expect(atA.closed && atB.closed).to.equal(true);
    expect(bystander.closed).to.equal(false);
  });

  it('times out an open across a split, and opens again once it has healed', async () => {
    const { network, open } = await world(['a', 'b', 'c']);
    network.split(['a'], ['b', 'c']);
    expect(await failure(open('a', 'b'))).to.equal('TIMEOUT');
    expect(await failure(open('b', 'c'))).to.equal('no failure');
    network.heal();
    expect(await failure(open('a', 'b'))).to.equal('no failure');
  });

  it('closes the streams of a killed process at their other ends, soon and without an error', async () => {
    const { time, network, processes, accepted, open } = await world(['a', 'b']);
    const stream = await open('a', 'b');
    const atA = recordOf(stream);
    const atB = recordOf(accepted.get('b')![0]!);
    processes.get('b')!.kill();
    network.crash('b');
    await time.run(time.nowMs + 25);
    expect(atA.closed).to.equal(true);
    expect(atA.reason).to.equal(undefined);
    expect(atB.closed, 'a dead process hears nothing').to.equal(false);
    expect(await failure(open('a', 'b'))).to.equal('UNAVAILABLE');
  });

  it('lets the streams of a machine without power fall silent until they time out', async () => {
    const { time, network, processes, open } = await world(['a', 'b'], { breakAfterMs: 5000 });
    const atA = recordOf(await open('a', 'b'));
    processes.get('b')!.kill();
    network.crash('b', { silently: true });
    await time.run(time.nowMs + 4900);
    expect(atA.closed).to.equal(false);
    await time.run(time.nowMs + 200);
    expect(atA.closed).to.equal(true);
  });

  it('reaches a restarted process, but nothing of its former life', async () => {
    const { time, network, processes, ports, accepted, open } = await world(['a', 'b']);
    await open('a', 'b');
    const former = recordOf(accepted.get('b')![0]!);
    processes.get('b')!.kill();
    network.crash('b');
    const again = network.join('b', time.process('b'));
    const streams: ByteStream[] = [];
    again.handle(PROTOCOL, (stream) => streams.push(stream));
    await again.start();
    expect(again.addresses()).to.deep.equal(ports.get('b')!.addresses());
    (await open('a', 'b')).send(Uint8Array.of(7));
    const received = recordOf(streams[0]!);
    await time.run(time.nowMs + 100);
    expect(received.bytes).to.deep.equal([7]);
    expect(former.bytes).to.deep.equal([]);
  });

  it('answers nothing for a paused process, and catches up when it goes on', async () => {
    const { time, processes, accepted, open } = await world(['a', 'b']);
    const stream = await open('a', 'b');
    const received = recordOf(accepted.get('b')![0]!);
    processes.get('b')!.pause();
    stream.send(Uint8Array.of(1));
    expect(await failure(open('a', 'b'))).to.equal('TIMEOUT');
    expect(received.bytes).to.deep.equal([]);
    processes.get('b')!.resume();
    await time.run(time.nowMs + 10);
    expect(received.bytes).to.deep.equal([1]);
  });

  it('resets connections between two peers on demand', async () => {
    const { time, network, accepted, open } = await world(['a', 'b', 'c']);
    const atA = recordOf(await open('a', 'b'));
    const atB = recordOf(accepted.get('b')![0]!);
    const bystander = recordOf(await open('a', 'c'));
    network.resetConnections('b', 'a');
    await time.run(time.nowMs + 1);
    expect(atA.reason?.message).to.match(/reset/);
    expect(atB.closed).to.equal(true);
    expect(bystander.closed).to.equal(false);
  });

  it('carries published messages to whom they can reach', async () => {
    const { time, network, ports } = await world(['a', 'b', 'c']);
    const heard: string[] = [];
    for (const [peer, port] of ports) {
      port.subscribe('news', (message) => heard.push(`${peer}${message[0]}`) > 0);
    }
    for (const peer of ['b', 'c']) {
      const target = { peer: 'a', addresses: ports.get('a')!.addresses() };
      ports.get(peer)!.admit(await time.settle(ports.get(peer)!.open(target, PROTOCOL, 1000), 1000));
    }
    network.block('a', 'c');
    ports.get('a')!.publish('news', Uint8Array.of(5));
    ports.get('a')!.publish('other topic', Uint8Array.of(6));
    await time.run(100);
    expect(heard).to.deep.equal(['b5']);
  });

  it('repeats itself exactly from one seed', async () => {
    const run = async (seed: number) => {
      const { time, accepted, open } = await world(['a', 'b'], { jitterMs: 5, lossRate: 0.2 }, seed);
      const stream = await open('a', 'b', 60_000);
      recordOf(accepted.get('b')![0]!);
      for (let i = 0; i < 100; i++) time.after(i, () => stream.send(Uint8Array.of(i)));
      await time.run(60_000);
      return time.fingerprint;
    };
    expect(await run(3)).to.equal(await run(3));
    expect(await run(3)).not.to.equal(await run(4));
  });
});
