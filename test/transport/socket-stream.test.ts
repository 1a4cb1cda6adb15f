import { once } from 'node:events';
import net from 'node:net';
import { expect } from 'chai';
import { SocketStream } from '../../src/transport/socket-stream.ts';
import { until } from '../until.ts';

describe('a socket as a byte stream', () => {
  let server: net.Server;
  let client: SocketStream;
  let served: SocketStream;

  beforeEach(async () => {
    server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const connection = once(server, 'connection') as Promise<[net.Socket]>;
    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    client = new SocketStream(socket, 'outbound');
    served = new SocketStream((await connection)[0], 'inbound');
  });

  afterEach(() => {
    client.abort(new Error('the test is over'));
    served.abort(new Error('the test is over'));
    server.close();
  });

  function collect(stream: SocketStream) {
    const seen = { bytes: 0, ends: [] as (string | undefined)[] };
    stream.onData = (chunk) => (seen.bytes += chunk.length);
    stream.onClose = (reason) => seen.ends.push(reason?.message);
    return seen;
  }

  it('delivers everything before a close, and ends both ends once', async () => {
    const atClient = collect(client);
    const atServer = collect(served);
    client.send(Buffer.alloc(1_000_000));
    client.close();
    client.close();
    await until(() => atServer.ends.length > 0 && atClient.ends.length > 0);
    expect(atServer).to.deep.equal({ bytes: 1_000_000, ends: [undefined] });
    expect(atClient.ends).to.deep.equal([undefined]);
  });

  it('says when its buffer is full, and when one may go on', async () => {
    collect(client);
    const atServer = collect(served);
    let left = 200;
    let waits = 0;
    client.onDrain = () => {
      while (left > 0) {
        left--;
        if (!client.send(Buffer.alloc(64 << 10))) {
          waits++;
          return;
        }
      }
    };
    client.onDrain();
    await until(() => atServer.bytes === 200 * (64 << 10));
    expect(waits).to.be.greaterThan(0);
  });

  it('ends at once on an abort, with the reason at this end', async () => {
    const atClient = collect(client);
    const atServer = collect(served);
    client.abort(new Error('planted'));
    await until(() => atServer.ends.length > 0 && atClient.ends.length > 0);
    expect(atClient.ends).to.deep.equal(['planted']);
    expect(atServer.ends).to.have.length(1);
  });

  it('names the remote address', () => {
    expect(served.peer).to.match(/^127\.0\.0\.1:\d+$/);
    expect([client.direction, served.direction]).to.deep.equal(['outbound', 'inbound']);
  });
});
