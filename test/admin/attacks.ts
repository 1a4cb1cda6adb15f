import { RawConnection, requestOf } from './raw-connection.ts';
import { CONFIDENCE } from './small-server.ts';

export interface Target {
  /** `host:port` */
  readonly address: string;
  /** How many connections it should take at once. */
  readonly connections: number;
  /** How long it may take to hang up. */
  readonly patienceMs: number;
}

/** Something that a stranger does to the admin port. */
export interface Attack {
  readonly name: string;
  /** It works only against a server that takes any number of connections, or only against one that doesn't. */
  readonly naiveConnections: number;
  /** Needs a server with a page of many megabytes, or one that loses patience within a test's time. */
  readonly needsSmallServer: boolean;
  /** What it achieved; undefined: nothing. */
  readonly run: (target: Target) => Promise<string | undefined>;
}

const ANY_NUMBER = 10_000;

function attack(
  name: string,
  run: Attack['run'],
  { naiveConnections = ANY_NUMBER, needsSmallServer = false } = {},
): Attack {
  return { name, run, naiveConnections, needsSmallServer };
}

/** Sends this, and tells what came of it. */
async function heard(target: Target, text: string | Uint8Array): Promise<RawConnection> {
  const connection = RawConnection.open(target.address);
  connection.write(text);
  await connection.isAnsweredWithin(target.patienceMs);
  return connection;
}

/** Each of these must be answered with a refusal, and the connection closed. */
async function refusedAll(
  target: Target,
  requests: readonly string[],
  { hangsUp = true } = {},
): Promise<string | undefined> {
  for (const request of requests) {
    const connection = await heard(target, request);
    const isRefused = connection.status === 0 || connection.status >= 400;
    const isOver = !hangsUp || (await connection.closesWithin(target.patienceMs));
    const { received } = connection;
    connection.end();
    const what = JSON.stringify(request.slice(0, 80));
    if (!isRefused || received.includes(CONFIDENCE)) return `it answered ${what}: ${received.slice(0, 80)}`;
    if (!isOver) return `it did not hang up after ${what}`;
  }
  return undefined;
}

/** Keeps doing something on a connection until the other end has had enough. */
async function hangsUpWhile(
  target: Target,
  act: (connection: RawConnection) => void,
): Promise<string | undefined> {
  const connection = RawConnection.open(target.address);
  const busy = setInterval(() => act(connection), 20);
  const isOver = await connection.closesWithin(target.patienceMs);
  clearInterval(busy);
  connection.end();
  return isOver ? undefined : 'it let the connection go on';
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT', 'PROPFIND'];

const ELSEWHERE = [
  '/../../../../../../../../etc/passwd',
  '/..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/api/members/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '//etc/passwd',
  '/metrics/..;/api/members',
  '/API/members',
  '/api/members/',
  '/api/members%00',
  '/__proto__',
  '/constructor',
  'http://localhost/api/members',
  '*',
];

const JSON_TYPE = 'Content-Type: application/json';

/** @param headers besides the host */
function questionOf(headers: readonly string[], body = '{"key":"a key"}'): string {
  return `${requestOf('/api/explain', ['Host: localhost', ...headers], 'POST')}${body}`;
}

export const ATTACKS: readonly Attack[] = [
  attack('asks with other methods than GET', (target) =>
    refusedAll(
      target,
      METHODS.map((method) => requestOf('/api/members', ['Host: localhost'], method)),
    ),
  ),
  attack('makes a name of its own resolve to this machine', (target) =>
    refusedAll(target, [
      requestOf('/api/members', ['Host: evil.example']),
      requestOf('/api/members', ['Host: evil.example:7600', 'Origin: http://evil.example:7600']),
      requestOf('/api/members', ['Host: localhost.evil.example']),
    ]),
  ),
  attack('gives two hosts, or none', (target) =>
    refusedAll(target, [
      requestOf('/api/members', ['Host: localhost', 'Host: evil.example']),
      requestOf('/api/members', []),
      'GET /api/members HTTP/1.0\r\n\r\n',
    ]),
  ),
  attack('asks for what lies elsewhere', async (target) => {
    for (const path of ELSEWHERE) {
      const connection = await heard(target, requestOf(path));
      const { status, received } = connection;
      connection.end();
      if (status < 400) return `${path} was answered: ${received.slice(-80)}`;
    }
    return undefined;
  }),
  attack('sends a second request in the body of the first', (target) => {
    const hidden = requestOf('/api/members');
    return refusedAll(target, [
      `${requestOf('/healthz', ['Host: localhost', `Content-Length: ${hidden.length}`])}${hidden}`,
      `${requestOf('/healthz', ['Host: localhost', 'Content-Length: 4', 'Transfer-Encoding: chunked'])}0\r\n\r\n${hidden}`,
    ]);
  }),
  attack('sends a body that does not end', (target) => {
    let isBegun = false;
    return hangsUpWhile(target, (connection) => {
      if (!isBegun)
        connection.write(requestOf('/healthz', ['Host: localhost', 'Content-Length: 9999999999']));
      isBegun = true;
      connection.write('x'.repeat(10_000));
    });
  }),
  attack('sends a head of many kilobytes', (target) =>
    refusedAll(target, [
      requestOf('/api/members', ['Host: localhost', `Cookie: ${'x'.repeat(64 << 10)}`]),
      requestOf(`/${'x'.repeat(64 << 10)}`),
      requestOf('/api/members', ['Host: localhost', ...Array.from({ length: 2000 }, (_, i) => `X-${i}: 1`)]),
    ]),
  ),
  attack('sends what is no HTTP', (target) =>
    refusedAll(target, [
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      'GET /healthz\r\n\r\n',
      '\0'.repeat(100),
    ]),
  ),
  attack(
    'sends its head byte by byte',
    (target) => {
      const head = requestOf('/healthz', ['Host: localhost', `Cookie: ${'x'.repeat(5000)}`]);
      let sent = 0;
      return hangsUpWhile(target, (connection) => connection.write(head[sent++] ?? ''));
    },
    { needsSmallServer: true },
  ),
  attack('connects and says nothing', (target) => hangsUpWhile(target, () => undefined), {
    needsSmallServer: true,
  }),
  attack(
    'takes every seat and does not read what it asked for',
    async (target) => {
      const crowd = Array.from({ length: target.connections }, () => RawConnection.open(target.address));
      for (const connection of crowd) {
        connection.stopReading();
        connection.write(requestOf('/big'));
      }
      const isServed = await isServedWithin(target);
      for (const connection of crowd) connection.end();
      return isServed ? undefined : 'nobody else was served any more';
    },
    { naiveConnections: 8, needsSmallServer: true },
  ),
  attack('asks about a key with other methods than POST', (target) =>
    refusedAll(
      target,
      ['GET', ...METHODS.filter((method) => method !== 'POST')].map((method) =>
        requestOf('/api/explain', ['Host: localhost', JSON_TYPE], method),
      ),
    ),
  ),
  attack('asks about a key as a page of another origin can, or at a length that is not told', (target) =>
    refusedAll(target, [
      questionOf(['Content-Type: text/plain', 'Content-Length: 15']),
      questionOf(['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 15']),
      questionOf(['Content-Length: 15']),
      questionOf([JSON_TYPE]),
      questionOf([JSON_TYPE, 'Transfer-Encoding: chunked']),
      questionOf([JSON_TYPE, 'Content-Length: 8193']),
      questionOf([JSON_TYPE, 'Content-Length: 99999999999']),
      questionOf([JSON_TYPE, 'Content-Length: -1']),
      questionOf([JSON_TYPE, 'Content-Length: 15', 'Host: evil.example']),
    ]),
  ),
  attack('asks about what is no key', (target) =>
    refusedAll(
      target,
      [
        '',
        '{',
        'null',
        '"key"',
        '{"key":1}',
        '{"Key":"a"}',
        '{"__proto__":{"key":"a"}}',
        '['.repeat(8000),
        '\xff',
      ].map((body) => `${questionOf([JSON_TYPE, `Content-Length: ${Buffer.byteLength(body)}`], '')}${body}`),
      { hangsUp: false },
    ),
  ),
  attack(
    'sends its question byte by byte',
    (target) => {
      let isBegun = false;
      return hangsUpWhile(target, (connection) => {
        connection.write(isBegun ? ' ' : questionOf([JSON_TYPE, 'Content-Length: 8000'], '{'));
        isBegun = true;
      });
    },
    { needsSmallServer: true },
  ),
  attack(
    'takes every seat to be told how the peer is',
    async (target) => {
      const crowd = Array.from({ length: target.connections }, () => RawConnection.open(target.address));
      for (const connection of crowd) connection.write(requestOf('/api/events'));
      await Promise.all(crowd.map((connection) => connection.isAnsweredWithin(target.patienceMs)));
      const told = crowd.filter(({ status }) => status === 200).length;
      const isServed = await isServedWithin(target);
      for (const connection of crowd) connection.end();
      if (!isServed) return 'nobody else was served any more';
      return told <= target.connections / 2 ? undefined : `${told} were told at once`;
    },
    { naiveConnections: 8 },
  ),
  attack('opens many connections at once', async (target) => {
    const crowd = Array.from({ length: 10 * target.connections }, () => RawConnection.open(target.address));
    for (const connection of crowd) connection.write(requestOf('/healthz'));
    await Promise.all(crowd.map((connection) => connection.isAnsweredWithin(target.patienceMs)));
    const served = crowd.filter(({ status }) => status === 200).length;
    for (const connection of crowd) connection.end();
    return served <= target.connections ? undefined : `${served} connections were open at once`;
  }),
];

/** Whether an honest client is served within the target's patience, however often it has to try. */
export async function isServedWithin({ address, patienceMs }: Target): Promise<boolean> {
  const deadlineMs = performance.now() + patienceMs;
  while (performance.now() < deadlineMs) {
    const connection = RawConnection.open(address);
    connection.write(requestOf('/healthz'));
    await connection.isAnsweredWithin(Math.min(500, patienceMs));
    const { status } = connection;
    connection.end();
    if (status === 200) return true;
    await tick();
  }
  return false;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
