import { expect } from 'chai';
import type { ByteStream, Network } from '../../src/base/network.ts';

/** Some peers on a network that can reach each other, not started yet, and how time passes there. */
export interface NetworkWorld {
  readonly networks: readonly Network[];
  /** An address at which nobody listens. */
  readonly deadAddress: string;
  /** Lets things happen until the promise settles; rejects where it doesn't. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** Lets things happen until the condition holds; rejects where it never does. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const PROTOCOL = '/conformance/1';
const OPEN_MS = 5000;

/** Everything that came at one end of a stream. */
class Received {
  length = 0;
  closed = 0;
  reason: Error | undefined;
  readonly #chunks: Uint8Array[] = [];

  constructor(stream: ByteStream) {
    stream.onData = (chunk) => {
      expect(this.closed, 'bytes after the end').to.equal(0);
      this.#chunks.push(chunk);
      this.length += chunk.length;
    };
    stream.onClose = (reason) => {
      this.closed++;
      this.reason = reason;
    };
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** What every implementation of the Network port must do. */
export function describeNetwork(name: string, createWorld: (peers: number) => Promise<NetworkWorld>): void {
  describe(`a network (${name})`, () => {
    let world: NetworkWorld;
    let a: Network;
    let b: Network;
    let accepted: ByteStream[];
    let atB: Received[];
    /** What was published, as `who heard: what`. */
    let heard: string[];

    beforeEach(async () => {
      world = await createWorld(2);
      [a, b] = world.networks as [Network, Network];
      accepted = [];
      atB = [];
      b.handle(PROTOCOL, (stream) => {
        accepted.push(stream);
        atB.push(new Received(stream));
      });
      heard = [];
      for (const [name, network] of [
        ['a', a],
        ['b', b],
      ] as const) {
        network.subscribe('news', (message) => heard.push(`${name}: ${Buffer.from(message).toString()}`) > 0);
      }
      await world.wait(Promise.all([a.start(), b.start()]));
    });

    /** Subscriptions take a moment to be known; each message is another, so that none is a duplicate. */
    const publishUntil = (condition: () => boolean) => {
      let sent = 0;
      return world.until(() => {
        a.publish('news', Buffer.from(`message ${sent++}`));
        a.publish('other topic', Buffer.from(`nobody hears ${sent}`));
        return condition();
      });
    };

    afterEach(() => world.close());

    const openToB = () => world.wait(a.open({ peer: b.self, addresses: b.addresses() }, PROTOCOL, OPEN_MS));

    const failureOf = (promise: Promise<unknown>) =>
      world.wait(
        promise.then(
          () => 'no failure',
          (error: unknown) => (error as { code: string }).code,
        ),
      );

    it('ends every stream to and from a peer that was found dead, and can reach it again', async () => {
      const stream = await openToB();
      const atA = new Received(stream);
      await world.until(() => accepted.length === 1);
      a.disconnect(b.self);
      await world.until(() => atA.closed === 1 && atB[0]!.closed === 1);
      await openToB();
      await world.until(() => accepted.length === 2);
    });

    it('signs what anybody can check who knows the peer’s id', () => {
      const message = Buffer.from('a message');
      const signature = a.sign(message);
      expect(b.isSignedBy(a.self, message, signature)).to.equal(true);
      expect(a.sign(message)).to.deep.equal(signature);
    });

    it('takes no signature of another peer, of another message, or of a wrong length', () => {
      const message = Buffer.from('a message');
      const signature = a.sign(message);
      expect(a.isSignedBy(b.self, message, signature)).to.equal(false);
      expect(b.isSignedBy(a.self, Buffer.from('another'), signature)).to.equal(false);
      expect(b.isSignedBy(a.self, message, signature.subarray(1))).to.equal(false);
      expect(b.isSignedBy('nobody’s id', message, signature)).to.equal(false);
      for (let bit = 0; bit < signature.length * 8; bit += 7) {
        const changed = signature.slice();
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(b.isSignedBy(a.self, message, changed), `bit ${bit}`).to.equal(false);
      }
    });

    it('names the peer and the direction at both ends', async () => {
      const stream = await openToB();
      await world.until(() => accepted.length === 1);
      expect([stream.peer, stream.direction]).to.deep.equal([b.self, 'outbound']);
      expect([accepted[0]!.peer, accepted[0]!.direction]).to.deep.equal([a.self, 'inbound']);
    });

    it('names whoever answers where only an address is given', async () => {
      const bare = b.addresses().map((address) => address.replace(/\/p2p\/.*/, ''));
      const stream = await world.wait(a.open({ addresses: bare }, PROTOCOL, OPEN_MS));
      expect(stream.peer).to.equal(b.self);
    });

    it('tries the next address where one does not answer', async () => {
      const addresses = [world.deadAddress, ...b.addresses()];
      const stream = await world.wait(a.open({ addresses }, PROTOCOL, OPEN_MS));
      expect(stream.peer).to.equal(b.self);
    });

    it('needs no address for a peer that has connected before', async () => {
      await openToB();
      const stream = await world.wait(a.open({ peer: b.self, addresses: [] }, PROTOCOL, OPEN_MS));
      expect(stream.peer).to.equal(b.self);
    });

    it('carries bytes both ways, in order, those of the first moment included', async () => {
      const stream = await openToB();
      const atA = new Received(stream);
      for (let i = 0; i < 100; i++) stream.send(Uint8Array.of(i));
      await world.until(() => accepted.length === 1);
      for (let i = 100; i < 200; i++) accepted[0]!.send(Uint8Array.of(i));
      await world.until(() => atB[0]!.length === 100 && atA.length === 100);
      expect([...atB[0]!.bytes]).to.deep.equal(Array.from({ length: 100 }, (_, i) => i));
      expect([...atA.bytes]).to.deep.equal(Array.from({ length: 100 }, (_, i) => i + 100));
    });

    it('delivers what the other end sends as soon as it accepts', async () => {
      b.handle('/greeting/1', (stream) => {
        new Received(stream);
        stream.send(Buffer.from('hello'));
      });
      await world.wait(b.stop());
      await world.wait(b.start());
      // Handlers are set at once: until then a stream need not keep anything.
      const opening = a.open({ peer: b.self, addresses: b.addresses() }, '/greeting/1', OPEN_MS);
      const atA = await world.wait(opening.then((stream) => new Received(stream)));
      await world.until(() => atA.length === 5);
      expect(atA.bytes.toString()).to.equal('hello');
    });

    it('says when its buffer is full, and when one may go on', async () => {
      const stream = await openToB();
      new Received(stream);
      const chunk = Buffer.alloc(64 << 10, 'x');
      let left = 128;
      let waits = 0;
      stream.onDrain = () => {
        while (left > 0) {
          left--;
          if (!stream.send(chunk)) {
            waits++;
            return;
          }
        }
      };
      stream.onDrain();
      await world.until(() => left === 0 && atB[0]?.length === 128 * chunk.length);
      expect(waits).to.be.greaterThan(0);
    });

    it('delivers everything before a close, and ends both ends once, without an error', async () => {
      const stream = await openToB();
      const atA = new Received(stream);
      stream.send(Buffer.alloc(100_000, 'y'));
      stream.close();
      stream.close();
      await world.until(() => atA.closed > 0 && (atB[0]?.closed ?? 0) > 0);
      expect(atB[0]!.length).to.equal(100_000);
      expect([atA.closed, atB[0]!.closed]).to.deep.equal([1, 1]);
      expect([atA.reason, atB[0]!.reason]).to.deep.equal([undefined, undefined]);
    });

    it('ends both ends once on an abort', async () => {
      const stream = await openToB();
      const atA = new Received(stream);
      await world.until(() => accepted.length === 1);
      accepted[0]!.abort(new Error('planted'));
      accepted[0]!.abort(new Error('planted again'));
      await world.until(() => atA.closed > 0 && atB[0]!.closed > 0);
      expect([atA.closed, atB[0]!.closed]).to.deep.equal([1, 1]);
      expect(atB[0]!.reason?.message).to.equal('planted');
    });

    it('ends the streams of a network that stops', async () => {
      const atA = new Received(await openToB());
      await world.until(() => accepted.length === 1);
      await world.wait(b.stop());
      await world.until(() => atA.closed === 1);
      await world.wait(b.stop());
    });

    it('fails to open where nobody listens, for another peer, for itself, and for an unknown protocol', async () => {
      const open = (peer: string | undefined, address: string, protocol = PROTOCOL) =>
        failureOf(a.open({ peer, addresses: [address] }, protocol, OPEN_MS));
      const bare = b.addresses()[0]!.replace(/\/p2p\/.*/, '');
      const stranger = world.networks[0]!.self.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
      expect(await open(undefined, world.deadAddress)).to.equal('UNAVAILABLE');
      expect(await open(stranger, bare)).to.equal('UNAVAILABLE');
      expect(await open(a.self, a.addresses()[0]!)).to.equal('UNAVAILABLE');
      expect(await open(b.self, bare, '/nobody/handles/this')).to.equal('UNAVAILABLE');
      expect(await open(b.self, bare)).to.equal('no failure');
    });

    it('brings published messages to subscribers of the topic whom the publisher admitted, and not back', async () => {
      a.admit(await openToB());
      await world.until(() => accepted.length === 1);
      b.admit(accepted[0]!);
      await publishUntil(() => heard.length > 0);
      expect(heard[0]).to.match(/^b: message \d+$/);
      expect(heard.filter((line) => line.startsWith('a:') || line.includes('nobody'))).to.deep.equal([]);
    });

    it('brings nothing from a peer that was not admitted', async () => {
      a.admit(await openToB());
      let rounds = 0;
      await publishUntil(() => rounds++ > 20);
      expect(heard).to.deep.equal([]);
    });
  });
}
