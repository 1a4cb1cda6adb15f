import { expect } from 'chai';
import { until } from '../until.ts';
import { RawConnection, requestOf } from './raw-connection.ts';
import { type SmallFeed, type SmallServer, startSmallServer } from './small-server.ts';

/** More than the buffers of two sockets take, after a few. */
const BIG = 'x'.repeat(4 << 20);

describe('the feed of the admin port', () => {
  const running: SmallServer[] = [];

  async function start(feed?: SmallFeed): Promise<SmallServer> {
    const small = await startSmallServer({ answerMs: 100 }, feed);
    running.push(small);
    return small;
  }

  function subscribe({ server }: SmallServer): RawConnection {
    const connection = RawConnection.open(server.address);
    connection.write(requestOf('/api/events'));
    return connection;
  }

  const eventsIn = ({ received }: RawConnection) =>
    [...received.matchAll(/^event: snapshot\ndata: (.*)$/gm)].map(
      ([, data = '']) => JSON.parse(data) as unknown,
    );

  afterEach(async () => {
    for (const { server } of running.splice(0)) await server.stop();
  });

  it('tells at once how things are, and again and again, for longer than an answer may take', async () => {
    let made = 0;
    const small = await start({ make: () => ({ made: made++, text: 'two\nlines' }) });
    const connection = subscribe(small);
    await until(() => eventsIn(connection).length >= 10);
    expect(connection.status).to.equal(200);
    expect(connection.received).to.include('content-type: text/event-stream').and.include('no-store');
    expect(eventsIn(connection).slice(0, 3)).to.deep.equal(
      [0, 1, 2].map((n) => ({ made: n, text: 'two\nlines' })),
    );
    connection.end();
  });

  it('is made once for all, and not at all where nobody listens', async () => {
    let made = 0;
    const small = await start({ make: () => made++ });
    expect(made).to.equal(0);
    const [one, other] = [subscribe(small), subscribe(small)];
    await until(() => eventsIn(one).length >= 5 && eventsIn(other).length >= 5);
    const shared = eventsIn(one).filter((event) => eventsIn(other).includes(event));
    expect(shared.length).to.be.at.least(3);
    one.end();
    other.end();
    await until(() => small.feed.size === 0);
    const last = made;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).to.equal(last);
  });

  it('refuses who finds no seat, and has one again when somebody has left', async () => {
    const small = await start();
    const seated = Array.from({ length: 4 }, () => subscribe(small));
    await until(() => seated.every(({ status }) => status === 200));
    const tooLate = subscribe(small);
    expect(await tooLate.closesWithin(5000)).to.be.true;
    expect(tooLate.status).to.equal(503);
    expect(small.told.at(-1)).to.equal('refused 503 Service Unavailable');
    seated[0]?.end();
    await until(() => small.feed.size === 3);
    const next = subscribe(small);
    await until(() => next.status === 200);
    for (const connection of [...seated, next]) connection.end();
  });

  it('cuts off who reads nothing, keeps no more than one event for it, and goes on with the others', async () => {
    let made = 0;
    const small = await start({ make: () => `${made++}${BIG}`, everyMs: 100 });
    const deaf = subscribe(small);
    await until(() => deaf.status === 200);
    deaf.stopReading();
    await until(() => small.feed.size === 0);
    const attentive = subscribe(small);
    await until(() => attentive.received.length > 3 * BIG.length);
    expect(small.feed.size).to.equal(1);
    for (const connection of [deaf, attentive]) connection.end();
  });

  it('hangs up on everybody where it can not be made, says so, and takes them again', async () => {
    let isBroken = false;
    const make = () => {
      if (isBroken) throw new Error('no view');
      return 'fine';
    };
    const small = await start({ make });
    const connection = subscribe(small);
    await until(() => connection.status === 200);
    isBroken = true;
    expect(await connection.closesWithin(5000)).to.be.true;
    expect(small.told.at(-1)).to.equal('failed feed: Error: no view');
    const refused = subscribe(small);
    await until(() => refused.status === 500);
    refused.end();
    isBroken = false;
    const again = subscribe(small);
    await until(() => again.status === 200);
    again.end();
  });

  it('ends when the server stops, at once', async () => {
    const small = await start();
    const connection = subscribe(small);
    await until(() => connection.status === 200);
    const beforeMs = performance.now();
    await small.server.stop();
    expect(performance.now() - beforeMs).to.be.lessThan(900);
    expect(await connection.closesWithin(5000)).to.be.true;
  });
});
