import { setTimeout as sleep } from 'node:timers/promises';
import { cpuTimeMs } from '../../src/cli/bench/cpu-time.ts';
import type { Found, Measurement, Site } from './measurement.ts';
import { residentBytes } from '../resident-memory.ts';
import { readTraffic, trafficBetween } from './traffic.ts';

export const IDLE: Measurement = {
  name: 'idle',
  title: 'Nobody asks for anything',
  explanation:
    'A member, on average: processor time from /proc/PID/stat; all that goes over the loopback device of a network namespace that the ' +
    'members have for themselves, with TCP, UDP, IP and Ethernet headers. For Starling that is membership, gossipsub, keep-alive of libp2p, and ' +
    'TLS around it all; serf is not encrypted. Messages are datagrams and TCP segments with data; packets are those and ' +
    'acknowledgements of TCP. What is sent by membership is what Starling counts itself, before encryption. Memory is resident, with the pages of the program that all share.',
  figures: [
    { id: 'idleCpu', title: 'processor, of one core', unit: 'percent' },
    { id: 'idleBytes', title: 'sent', unit: 'bytes per second' },
    { id: 'idleMessages', title: 'messages sent', unit: 'per second' },
    { id: 'idlePackets', title: 'packets sent', unit: 'per second' },
    { id: 'idleOwnBytes', title: 'sent by membership', unit: 'bytes per second' },
    { id: 'idleOwnMessages', title: 'messages sent by membership', unit: 'per second' },
    { id: 'idleMemory', title: 'memory', unit: 'bytes' },
  ],
  runsMost: 2,
  take: measureIdle,
};

async function measureIdle({ cluster, signal, hasOwnNetwork, idleMs }: Site): Promise<Found> {
  const pids = cluster.members.map(({ pid }) => pid);
  // Asking is traffic as well: so before, and after.
  const ownBefore = await cluster.ownTraffic();
  const startMs = performance.now();
  const cpuBeforeMs = cpuTimeMs(pids);
  const before = hasOwnNetwork ? readTraffic() : undefined;
  await sleep(idleMs, undefined, { signal });
  const traffic = before && trafficBetween(before, readTraffic());
  const cpuAfterMs = cpuTimeMs(pids);
  const elapsedMs = performance.now() - startMs;
  const ownAfter = await cluster.ownTraffic();
  const memory = pids.map(residentBytes).reduce((sum, bytes) => sum + bytes, 0) / pids.length;
  const perSecond = (value: number): number => value / pids.length / (elapsedMs / 1000);
  return {
    idleMemory: memory,
    ...(cpuBeforeMs !== undefined &&
      cpuAfterMs !== undefined && {
        idleCpu: (cpuAfterMs - cpuBeforeMs) / pids.length / elapsedMs,
      }),
    ...(ownBefore &&
      ownAfter && {
        idleOwnBytes: perSecond(ownAfter.bytes - ownBefore.bytes),
        idleOwnMessages: perSecond(ownAfter.messages - ownBefore.messages),
      }),
    ...(traffic && {
      idleBytes: perSecond(traffic.bytes),
      idleMessages: perSecond(traffic.messages),
      idlePackets: perSecond(traffic.packets),
    }),
  };
}
