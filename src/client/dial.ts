import { type Socket, connect as connectSocket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { StarlingError } from '../base/errors.ts';
import type { ByteStream } from '../base/network.ts';
import { SocketStream } from '../transport/socket-stream.ts';
import type { Address } from './address.ts';
import type { TlsClientOptions } from './options.ts';

/** Opens a TCP connection. @throws StarlingError UNAVAILABLE | TIMEOUT */
export function dial(address: Address, timeoutMs: number): Promise<ByteStream> {
  return opened(address, timeoutMs, connectSocket({ host: address.host, port: address.port }), 'connect');
}

/** Opens TLS connections, to peers only whose certificate is signed by whom the options trust, and is of the address. */
export function tlsDialer({ ca, cert, key }: TlsClientOptions): typeof dial {
  return (address, timeoutMs) => {
    const { host, port } = address;
    // Who is named is trusted, also where he is signed by somebody else.
    const trust = ca === undefined ? {} : { ca, allowPartialTrustChain: true };
    const own = cert === undefined || key === undefined ? {} : { cert, key };
    const socket = connectTls({ host, port, minVersion: 'TLSv1.2', ...trust, ...own });
    return opened(address, timeoutMs, socket, 'secureConnect');
  };
}

function opened(
  address: Address,
  timeoutMs: number,
  socket: Socket,
  event: 'connect' | 'secureConnect',
): Promise<ByteStream> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const facts = { address: address.text, timeoutMs };
      socket.destroy();
      reject(new StarlingError('TIMEOUT', `no connection to ${address.text} within ${timeoutMs} ms`, facts));
    }, timeoutMs);
    const failed = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      const message = `no connection to ${address.text}: ${error.message}${hintOn(error)}`;
      reject(new StarlingError('UNAVAILABLE', message, {}, error));
    };
    socket.once('error', failed);
    socket.once(event, () => {
      clearTimeout(timer);
      socket.off('error', failed);
      resolve(new SocketStream(socket, 'outbound'));
    });
  });
}

/** What OpenSSL doesn't say in words that help. */
function hintOn(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_SSL_WRONG_VERSION_NUMBER' || error.code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return ' (does the peer serve its clients without TLS?)';
  if (error.code === 'SELF_SIGNED_CERT_IN_CHAIN' || error.code === 'DEPTH_ZERO_SELF_SIGNED_CERT')
    return ' (name who signed its certificate: tls.ca, --tls-ca)';
  return '';
}
