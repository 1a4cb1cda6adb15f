import { chmodSync, rmSync } from 'node:fs';
import { type Socket, connect as connectSocket } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import type { StarlingError } from '../../src/base/errors.ts';
import { connect } from '../../src/client/connect.ts';
import type { TlsClientOptions } from '../../src/client/options.ts';
import { portTlsOf } from '../../src/node/client-tls.ts';
import { runStarling } from '../cli/test-terminal.ts';
import { until } from '../until.ts';
import { Authority, type Issued, textOf } from './certificates.ts';
import { type StubPeer, startPeer } from './peer.ts';
import { RawClient } from './raw-client.ts';

describe('the client port, over TLS,', function () {
  this.timeout('30s');

  let authority: Authority;
  let stranger: Authority;
  let own: Issued;
  let peer: StubPeer;

  before(() => {
    authority = new Authority('flock');
    stranger = new Authority('somebody else');
    own = authority.issue('IP:127.0.0.1');
  });

  after(() => {
    for (const { folder } of [authority, stranger]) rmSync(folder, { recursive: true });
  });

  afterEach(() => peer.stop());

  async function serve({ clientCa = '', issued = own } = {}): Promise<void> {
    const tls = portTlsOf({ certFile: issued.cert, keyFile: issued.key, clientCaFile: clientCa });
    peer = await startPeer({ tls });
  }

  /** What a client gets, or why it gets nothing. */
  async function ask(tls: TlsClientOptions | undefined): Promise<string> {
    try {
      const client = await connect({
        addresses: [peer.address],
        tls,
        retries: 0,
        timeoutMs: 5000,
        connectTimeoutMs: 5000,
      });
      await client.put('greeting', 'hello');
      const { value } = await client.get('greeting');
      await client.close();
      return value ?? 'nothing';
    } catch (error) {
      return (error as StarlingError).message;
    }
  }

  it('serves clients that trust who signed its certificate', async () => {
    await serve();
    expect(await ask({ ca: authority.caText })).to.equal('hello');
  });

  it('is not believed by clients that trust somebody else, or where its certificate is of another address', async () => {
    await serve();
    expect(await ask({ ca: stranger.caText })).to.match(/no connection to .*certificate/);
    expect(await ask({})).to.match(/no connection to .*certificate/);
    await peer.stop();
    await serve({ issued: authority.issue('IP:10.0.0.1') });
    expect(await ask({ ca: authority.caText })).to.include('does not match certificate');
  });

  it('serves nobody without a certificate of theirs where it asks for one', async () => {
    await serve({ clientCa: authority.ca });
    const ca = authority.caText;
    expect(await ask({ ca })).to.include('certificate required');
    expect(await ask({ ca, ...textOf(stranger.issue('DNS:app')) })).to.match(/the connection to .* ended/);
    expect(peer.requests.seen).to.deep.equal([]);
    expect(await ask({ ca, ...textOf(authority.issue('DNS:app')) })).to.equal('hello');
  });

  it('says to a client of what kind that it is where the other end is of the other kind', async () => {
    await serve();
    expect(await ask(undefined)).to.match(/the connection to .* ended/);
    expect(peer.events.malformedErrors[0]?.message).to.include('no TLS with a client');
    await peer.stop();
    peer = await startPeer();
    expect(await ask({ ca: authority.caText })).to.include('does the peer serve its clients without TLS?');
  });

  it('serves others while a thousand connections stop in the middle of a handshake, and hangs up on what is no TLS', async () => {
    await serve();
    const port = Number(peer.address.split(':').at(-1));
    const halves: Socket[] = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const socket = connectSocket(port, '127.0.0.1');
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        // A record of a handshake that says that it has 200 bytes, and its first.
        socket.write(Uint8Array.of(22, 3, 1, 0, 200, 1));
        return socket;
      }),
    );
    expect(await ask({ ca: authority.caText })).to.equal('hello');
    const plain = await RawClient.to(peer.address);
    plain.send({ id: 1, get: { key: 'greeting' } });
    await plain.ended();
    for (const socket of halves) socket.destroy();
    await until(() => peer.port.connections === 0);
  });

  it('does not wait for who is in the middle of a handshake when it stops', async () => {
    await serve();
    const halfway = connectSocket(Number(peer.address.split(':').at(-1)), '127.0.0.1');
    const ended = once(halfway, 'close');
    await once(halfway, 'connect');
    halfway.on('error', () => undefined);
    halfway.write(Uint8Array.of(22, 3, 1, 0, 200, 1));
    expect(await ask({ ca: authority.caText })).to.equal('hello');
    const startMs = performance.now();
    await peer.stop();
    await ended;
    expect(performance.now() - startMs).to.be.below(LIMITS.clientHandshakeMs / 2);
  });

  it('is reached by commands, with flags or what the environment says', async () => {
    await serve({ clientCa: authority.ca });
    const { cert, key } = authority.issue('DNS:operator');
    const get = ['put', 'a', 'b', '--address', peer.address];
    const flags = ['--tls-ca', authority.ca, '--tls-cert', cert, '--tls-key', key];
    expect((await runStarling([...get, ...flags])).exitCode).to.equal(0);
    const env = { STARLING_TLS_CA: authority.ca, STARLING_TLS_CERT: cert, STARLING_TLS_KEY: key };
    expect((await runStarling(get, { env })).exitCode).to.equal(0);
    expect((await runStarling([...get, '--tls-cert', cert])).err).to.include('go together');
    expect((await runStarling([...get, '--tls-ca', '/nowhere'])).err).to.include("/nowhere can't be read");
    expect((await runStarling(get)).exitCode).to.equal(3);
  });

  it('refuses files that are missing, are of another kind, or that others may read, naming them', async () => {
    peer = await startPeer();
    const files = { certFile: own.cert, keyFile: own.key, clientCaFile: '' };
    const refusal = (change: Partial<typeof files>) => {
      try {
        portTlsOf({ ...files, ...change });
        return '';
      } catch (error) {
        return (error as StarlingError).message;
      }
    };
    expect(refusal({ certFile: '/nowhere' })).to.include("tls.certFile: /nowhere can't be read");
    expect(refusal({ keyFile: authority.issue('DNS:other').key })).to.include(
      'are no certificate and its private key',
    );
    chmodSync(own.key, 0o644);
    expect(refusal({})).to.include(`chmod 600 ${own.key}`);
    chmodSync(own.key, 0o600);
    expect(refusal({})).to.equal('');
    expect(portTlsOf({ certFile: '', keyFile: '', clientCaFile: '' })).to.equal(undefined);
  });
});
