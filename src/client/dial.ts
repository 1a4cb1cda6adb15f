import { connect as connectSocket } from 'node:net';
import { StarlingError } from '../base/errors.ts';
import type { ByteStream } from '../base/network.ts';
import { SocketStream } from '../transport/socket-stream.ts';
import type { Address } from './address.ts';

/** Opens a TCP connection. @throws StarlingError UNAVAILABLE | TIMEOUT */
export function dial(address: Address, timeoutMs: number): Promise<ByteStream> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host: address.host, port: address.port });
    const timer = setTimeout(() => {
      const facts = { address: address.text, timeoutMs };
      socket.destroy();
      reject(new StarlingError('TIMEOUT', `no connection to ${address.text} within ${timeoutMs} ms`, facts));
    }, timeoutMs);
    const failed = (error: Error): void => {
      clearTimeout(timer);
      reject(
        new StarlingError('UNAVAILABLE', `no connection to ${address.text}: ${error.message}`, {}, error),
      );
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      resolve(new SocketStream(socket, 'outbound'));
    });
  });
}
