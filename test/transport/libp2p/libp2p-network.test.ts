import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { StarlingError } from '../../../src/base/errors.ts';
import { systemClock } from '../../../src/base/system/clock.ts';
import { systemRandom } from '../../../src/base/system/random.ts';
import { systemTimers } from '../../../src/base/system/timers.ts';
import type { LaneContext } from '../../../src/transport/lane-context.ts';
import { createIdentity, peerIdOf } from '../../../src/transport/libp2p/identity.ts';
import { Libp2pNetwork } from '../../../src/transport/libp2p/libp2p-network.ts';
import { RequestLane } from '../../../src/transport/request-lane.ts';
import { starling } from '../../../src/wire/gen/messages.js';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import { until } from '../../until.ts';
import {
  answerOf,
  type NodeOptions,
  Outcomes,
  type Request,
  type Response,
  testTerms,
} from '../lane-world.ts';
import { RecordedEvents } from '../recorded-events.ts';

describe('an identity', () => {
  it('is another each time, and always the same peer', () => {
    const identity = createIdentity();
    expect(peerIdOf(identity)).to.match(/^12D3KooW\w{44}$/);
    expect(peerIdOf(identity)).to.equal(peerIdOf(identity.slice()));
    expect(peerIdOf(createIdentity())).not.to.equal(peerIdOf(identity));
  });

  it('is refused where its bytes are damaged', () => {
    for (const bytes of [new Uint8Array(), createIdentity().subarray(0, 30), new Uint8Array(68).fill(7)]) {
      expect(() => peerIdOf(bytes))
        .to.throw(/identity/)
        .with.property('code', 'CONFIGURATION');
    }
  });
});

/** Established TCP connections of this machine to a port. */
async function connectionsTo(port: number): Promise<number> {
  const ESTABLISHED = '01';
  const remotePort = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  return lines.filter((line) => {
    const [, , remote, state] = line.trim().split(/\s+/);
    return remote?.endsWith(`:${remotePort}`) === true && state === ESTABLISHED;
  }).length;
}

describe('a libp2p network', () => {
  const networks: Libp2pNetwork[] = [];

  afterEach(async () => {
    await Promise.all(networks.splice(0).map((network) => network.stop()));
  });

  function createNetwork(listen = '/ip4/127.0.0.1/tcp/0'): Libp2pNetwork {
    const network = new Libp2pNetwork({ identity: createIdentity(), listen: [listen] });
    networks.push(network);
    return network;
  }

  it('keeps a protocol apart from bulk on a connection of its own, which both ends use', async function () {
    if (process.platform !== 'linux') this.skip();
    const [a, b] = [createNetwork(), createNetwork()];
    for (const network of [a, b]) {
      network.handle('/probes/1', () => {}, true);
      network.handle('/bulk/1', () => {});
      await network.start();
    }
    const port = Number(/tcp\/(\d+)/.exec(b.addresses()[0]!)?.[1]);
    const open = (from: Libp2pNetwork, to: Libp2pNetwork, protocol: string) =>
      from.open({ peer: to.self, addresses: to.addresses() }, protocol, 2000);
    for (let i = 0; i < 3; i++) {
      for (const protocol of ['/bulk/1', '/probes/1']) {
        await open(a, b, protocol);
        await open(b, a, protocol);
      }
    }
    expect(await connectionsTo(port)).to.equal(2);
  });

  async function createLane(addresses: readonly string[], options: NodeOptions = {}) {
    const network = createNetwork();
    const events = new RecordedEvents();
    const context: LaneContext = {
      network,
      clock: systemClock,
      timers: systemTimers,
      random: systemRandom,
      terms: testTerms(options),
      events,
      addressesOf: () => addresses,
    };
    const lane = new RequestLane<Request, Response>(context, {
      protocol: PROTOCOLS.replica,
      maxFrameBytes: 1 << 20,
      requestType: starling.v1.ReplicaRequest,
      responseType: starling.v1.ReplicaResponse,
      errorResponse: ({ message }) => ({ error: { message } }),
    });
    lane.start();
    await network.start();
    return { network, lane, events };
  }

  it('says which address can not be listened at', async () => {
    const first = createNetwork();
    await first.start();
    const taken = first.addresses()[0]!.replace(/\/p2p\/.*/, '');
    const failure = await createNetwork(taken)
      .start()
      .catch((error: unknown) => error as StarlingError);
    expect(failure).to.have.property('code', 'CONFIGURATION');
    expect((failure as StarlingError).message).to.include(taken);
  });

  it('carries a thousand requests of a lane over one stream, and fails them when the peer is gone', async () => {
    const b = await createLane([]);
    b.lane.onRequest = (_peer, request, respond) => {
      if (request.readVersion !== 'never') respond(answerOf(request.readVersion ?? ''));
    };
    const a = await createLane(b.network.addresses());
    const outcomes = new Outcomes();
    const keys = Array.from({ length: 1000 }, (_, i) => `key ${i}`);
    for (const readVersion of keys) a.lane.request(b.network.self, { readVersion }, 5000, outcomes.note);
    await until(() => outcomes.words.length === 1000);
    expect(outcomes.words).to.deep.equal(keys);
    expect(a.events.count('linkOpened')).to.equal(1);

    const pending = new Outcomes();
    a.lane.request(b.network.self, { readVersion: 'never' }, 20_000, pending.note);
    await b.network.stop();
    await until(() => pending.words.length === 1);
    expect(pending.words).to.deep.equal(['UNAVAILABLE']);
  });

  it('turns away a peer of the same cluster name with another secret', async () => {
    const b = await createLane([], { secret: 'one' });
    const a = await createLane(b.network.addresses(), { secret: 'two' });
    const outcomes = new Outcomes();
    a.lane.request(b.network.self, { readVersion: 'x' }, 5000, outcomes.note);
    await until(() => outcomes.words.length === 1 && b.events.count('inboundRefused') === 1);
    expect(outcomes.words).to.deep.equal(['FORBIDDEN']);
    expect(a.events.lines.join()).to.include('the cluster secrets differ');
    expect(b.events.lines.join()).to.include('the cluster secrets differ');
  });

  it('opens lanes between peers that have one of two secrets in common, and no others', async () => {
    const [old, both, renewed] = [
      await createLane([], { secret: 'old' }),
      await createLane([], { secret: 'new', previousSecret: 'old' }),
      await createLane([], { secret: 'new' }),
    ];
    for (const { lane } of [old, both, renewed])
      lane.onRequest = (_peer, _request, respond) => respond(answerOf('yes'));
    for (const [secrets, expected] of [
      [{ secret: 'old' }, ['yes', 'yes', 'FORBIDDEN']],
      [{ secret: 'new', previousSecret: 'old' }, ['yes', 'yes', 'yes']],
      [{ secret: 'new' }, ['FORBIDDEN', 'yes', 'yes']],
    ] as const) {
      const words: string[] = [];
      for (const { network } of [old, both, renewed]) {
        const asker = await createLane(network.addresses(), secrets);
        const outcomes = new Outcomes();
        asker.lane.request(network.self, { readVersion: 'x' }, 5000, outcomes.note);
        await until(() => outcomes.words.length === 1);
        words.push(...outcomes.words);
      }
      expect(words, JSON.stringify(secrets)).to.deep.equal(expected);
    }
  });

  for (const [who, ofOpener, ofAcceptor] of [
    ['an acceptor', {}, { isAllowed: () => false }],
    ['an opener', { isAllowed: () => false }, {}],
  ] as const) {
    it(`has both ends know the reason where ${who} has a list that the other is not on`, async () => {
      const b = await createLane([], ofAcceptor);
      const a = await createLane(b.network.addresses(), ofOpener);
      const outcomes = new Outcomes();
      a.lane.request(b.network.self, { readVersion: 'x' }, 5000, outcomes.note);
      await until(() => outcomes.words.length === 1 && b.events.count('inboundRefused') === 1);
      expect(outcomes.words).to.deep.equal(['FORBIDDEN']);
      for (const { events } of [a, b])
        expect(events.lines.join()).to.include('is not in cluster.allowedPeers of');
    });
  }
});
