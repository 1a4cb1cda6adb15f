import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { until } from '../until.ts';
import { RawConnection, requestOf } from './raw-connection.ts';
import { CONFIDENCE, type SmallServer, startSmallServer } from './small-server.ts';

describe('the admin server', () => {
  const running: SmallServer[] = [];

  async function start(...args: Parameters<typeof startSmallServer>): Promise<SmallServer> {
    const small = await startSmallServer(...args);
    running.push(small);
    return small;
  }

  const get = ({ server }: SmallServer, path: string) => fetch(`http://${server.address}${path}`);

  afterEach(async () => {
    for (const { server, release } of running.splice(0)) {
      release();
      await server.stop();
    }
  });

  it('answers a GET with the page of its path, whatever the query, and lets nobody keep it', async () => {
    const small = await start();
    const answer = await get(small, '/api/members?pretty=1');
    expect(answer.status).to.equal(200);
    expect(await answer.json()).to.equal(CONFIDENCE);
    expect(answer.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('says where it is, and is at no other address of the machine', async () => {
    const { server, told } = await start();
    expect(server.address).to.match(/^127\.0\.0\.1:[1-9]\d*$/);
    expect(told).to.deep.equal([`listening http://${server.address}`]);
    const elsewhere = RawConnection.open(server.address.replace('127.0.0.1', '127.0.0.2'));
    expect(await elsewhere.closesWithin(2000)).to.be.true;
  });

  it('serves IPv6 loopback, with its address in brackets', async function () {
    const addresses = Object.values(networkInterfaces()).flatMap((known) => known ?? []);
    if (!addresses.some(({ address }) => address === '::1')) this.skip();
    const small = await start({ host: '::1' });
    expect(small.server.address).to.match(/^\[::1\]:\d+$/);
    expect((await get(small, '/healthz')).status).to.equal(200);
  });

  it('says in JSON that there is no such page, and which there are', async () => {
    const answer = await get(await start(), '/nowhere');
    expect(answer.status).to.equal(404);
    const { error } = (await answer.json()) as { error: { code: string; message: string } };
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.message).to.include('/api/members').and.include('/healthz');
  });

  it('says in JSON why it refuses, and tells telemetry', async () => {
    const small = await start();
    const answer = await fetch(`http://${small.server.address}/healthz`, { method: 'DELETE' });
    expect(answer.status).to.equal(405);
    expect(answer.headers.get('allow')).to.equal('GET');
    expect(await answer.json())
      .to.have.nested.property('error.message')
      .that.includes('DELETE');
    expect(small.told.at(-1)).to.equal('refused 405 Method Not Allowed');
  });

  it('answers 500 for a page that fails, and goes on', async () => {
    const small = await start();
    expect((await get(small, '/broken')).status).to.equal(500);
    expect(small.told.at(-1)).to.equal('failed /broken: a page that fails');
    expect((await get(small, '/healthz')).status).to.equal(200);
  });

  it('answers many requests on one connection, in order', async () => {
    const { server } = await start();
    const connection = RawConnection.open(server.address);
    connection.write(
      requestOf('/healthz').repeat(3) + requestOf('/healthz', ['Host: localhost', 'Connection: close']),
    );
    expect(await connection.closesWithin(2000)).to.be.true;
    expect(connection.received.match(/HTTP\/1\.1 200 OK/g)).to.have.length(4);
  });

  it('refuses a port that is in use, and names it', async () => {
    const { server } = await start();
    const port = Number(server.address.split(':')[1]);
    const refusal: unknown = await startSmallServer({ port }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
    expect(String(refusal)).to.include(`127.0.0.1:${port}`).and.include('adminPort');
  });

  it('takes another port where it need not be that one', async () => {
    const { server } = await start();
    const port = Number(server.address.split(':')[1]);
    const other = await start({ port, isPortOptional: true });
    expect(other.server.address).to.not.equal(server.address);
    expect((await get(other, '/healthz')).status).to.equal(200);
  });

  it('refuses an address that is not of this machine', async () => {
    const refusal: unknown = await startSmallServer({ host: '192.0.2.1' }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
  });

  it('gives an answer that is under way when it stops, and takes no more connections', async () => {
    const small = await start();
    const answer = get(small, '/slow');
    await until(() => small.waiting() === 1);
    const stopped = small.server.stop();
    const late = RawConnection.open(small.server.address);
    small.release();
    const { status, headers } = await answer;
    expect(status).to.equal(200);
    expect(headers.get('connection'), 'there is nothing to wait for').to.equal('close');
    expect(await late.closesWithin(2000)).to.be.true;
    await stopped;
  });

  it('stops within a second or so, whatever hangs on it, and as often as it is told', async () => {
    const { server, waiting } = await start();
    const hanging = [RawConnection.open(server.address), RawConnection.open(server.address)];
    hanging[0]?.write(requestOf('/slow'));
    hanging[1]?.write('GET /hea');
    await until(() => waiting() === 1);
    await Promise.all([server.stop(), server.stop()]);
    for (const connection of hanging) expect(await connection.closesWithin(2000)).to.be.true;
  });
});
