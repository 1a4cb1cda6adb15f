import { StarlingError } from '../base/errors.ts';

/** Where a client port listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** `host:port`, with an IPv6 host in brackets: the same text for the same address. */
  readonly text: string;
}

const PATTERN = /^(?:\[(?<v6>[0-9a-fA-F:.%\w]+)\]|(?<host>[^:[\]\s/]+)):(?<port>\d{1,5})$/;

/** @throws StarlingError INVALID_ARGUMENT unless it reads `host:port`, with the port in 1..65535. */
export function parseAddress(text: string): Address {
  const groups = PATTERN.exec(text)?.groups;
  const host = groups?.['v6'] ?? groups?.['host'];
  const port = Number(groups?.['port']);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new StarlingError(
      'INVALID_ARGUMENT',
      `"${text}" is no address; write host:port, for example 127.0.0.1:7400 or [::1]:7400`,
    );
  }
  return { host, port, text };
}
