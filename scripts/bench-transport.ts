/**
 * Echo requests over a request lane, between two processes on libp2p (TCP, TLS, yamux): 100 bytes there
 * and 100 bytes back, so many requests in flight.
 *
 * Usage: node --import=tsx scripts/bench-transport.ts [seconds for each figure]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { StarlingError } from '../src/base/errors.ts';
import { systemClock } from '../src/base/system/clock.ts';
import { systemRandom } from '../src/base/system/random.ts';
import { systemTimers } from '../src/base/system/timers.ts';
import { handshakeKeys } from '../src/transport/handshake-proof.ts';
import type { LaneContext } from '../src/transport/lane-context.ts';
import { createIdentity } from '../src/transport/libp2p/identity.ts';
import { Libp2pNetwork } from '../src/transport/libp2p/libp2p-network.ts';
import { RequestLane } from '../src/transport/request-lane.ts';
import { starling } from '../src/wire/gen/messages.js';
import { PROTOCOLS } from '../src/wire/protocols.ts';

type Lane = RequestLane<starling.v1.ReplicaRequest.$Properties, starling.v1.ReplicaResponse.$Properties>;

const PAYLOAD_BYTES = 100;
const IN_FLIGHT = [1, 16, 64, 256, 1024];

function silently(): void {
  // Nobody watches a benchmark's events.
}

async function startLane(addresses: readonly string[]): Promise<{ network: Libp2pNetwork; lane: Lane }> {
  const network = new Libp2pNetwork({ identity: createIdentity(), listen: ['/ip4/127.0.0.1/tcp/0'] });
  const context: LaneContext = {
    network,
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    terms: {
      cluster: 'bench',
      replicas: 3,
      partitions: 1024,
      keys: handshakeKeys(['bench']),
      isAllowed: () => true,
      clusterId: () => 'bench',
      adoptClusterId: silently,
    },
    events: {
      linkOpened: silently,
      linkClosed: silently,
      openFailed: silently,
      inboundRefused: silently,
      malformedInput: silently,
      messageDropped: silently,
      requestTimedOut: silently,
      lateAnswer: silently,
      answerDropped: silently,
    },
    addressesOf: () => addresses,
  };
  const lane: Lane = new RequestLane(context, {
    protocol: PROTOCOLS.replica,
    maxFrameBytes: 1 << 20,
    requestType: starling.v1.ReplicaRequest,
    responseType: starling.v1.ReplicaResponse,
    errorResponse: ({ message }) => ({ error: { message } }),
  });
  lane.start();
  await network.start();
  return { network, lane };
}

async function serve(): Promise<void> {
  const { network, lane } = await startLane([]);
  const version = Buffer.alloc(PAYLOAD_BYTES, 'v');
  lane.onRequest = (_peer, _request, respond) => respond({ foundVersion: { version } });
  process.send!({ peer: network.self, addresses: network.addresses() });
  process.on('message', () => process.send!(process.cpuUsage()));
}

interface Figures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

function measure(lane: Lane, peer: string, inFlight: number, durationMs: number): Promise<Figures> {
  const latencies: number[] = [];
  const readVersion = 'k'.repeat(PAYLOAD_BYTES);
  const startMs = systemClock.monotonicMs();
  return new Promise((resolve, reject) => {
    let pending = inFlight;
    const ask = () => {
      const askedMs = systemClock.monotonicMs();
      lane.request(peer, { readVersion }, 5000, (answer) => {
        if (answer instanceof StarlingError) {
          reject(answer);
          return;
        }
        const nowMs = systemClock.monotonicMs();
        latencies.push(nowMs - askedMs);
        if (nowMs - startMs < durationMs) ask();
        else if (--pending === 0) resolve(figuresOf(latencies, nowMs - startMs));
      });
    };
    for (let i = 0; i < inFlight; i++) ask();
  });
}

function figuresOf(latencies: number[], elapsedMs: number): Figures {
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (q: number) => sorted[Math.floor(q * (sorted.length - 1))]!;
  return { perSecond: sorted.length / (elapsedMs / 1000), p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

async function main(): Promise<void> {
  const durationMs = 1000 * Number(process.argv[2] ?? 3);
  const server = fork(fileURLToPath(import.meta.url), ['--serve']);
  const [hello] = (await once(server, 'message')) as [{ peer: string; addresses: string[] }];
  const { network, lane } = await startLane(hello.addresses);
  const cpuSeconds = async () => {
    server.send('cpu');
    const [theirs] = (await once(server, 'message')) as [NodeJS.CpuUsage];
    const ours = process.cpuUsage();
    return (ours.user + ours.system + theirs.user + theirs.system) / 1e6;
  };
  await measure(lane, hello.peer, 64, 1000);
  console.log('in flight  requests/s   p50 ms   p99 ms   CPU s per 100k (both ends)');
  for (const inFlight of IN_FLIGHT) {
    const before = await cpuSeconds();
    const { perSecond, p50Ms, p99Ms } = await measure(lane, hello.peer, inFlight, durationMs);
    const cpu = ((await cpuSeconds()) - before) / ((perSecond * durationMs) / 1000 / 100_000);
    const columns = [inFlight, Math.round(perSecond), p50Ms.toFixed(2), p99Ms.toFixed(2), cpu.toFixed(2)];
    console.log(columns.map((column) => String(column).padStart(9)).join(' '));
  }
  lane.stop();
  await network.stop();
  server.kill();
}

await (process.argv.includes('--serve') ? serve() : main());
