import type { ChaosPeer } from '../chaos-peer.ts';
import { type Fault, type Harm, shuffled } from './fault.ts';

export const PROCESS_FAULTS: readonly Fault[] = [
  killOf('kill', 1),
  killOf('kill of two', 2),
  killOf('kill of all', Infinity),
  {
    name: 'pause',
    seenAs: 'processes that the kernel says are stopped',
    obstacle: () => undefined,
    begin: ({ peers, random }) => {
      const [victim] = shuffled(peers, random) as [ChaosPeer];
      victim.pause();
      return Promise.resolve({
        peers: [victim],
        seen: () => Promise.resolve(victim.processState === 'T' ? 1 : 0),
        undo: () => {
          victim.resume();
          return Promise.resolve();
        },
      });
    },
  },
];

function killOf(name: string, most: number): Fault {
  return {
    name,
    seenAs: 'processes gone',
    obstacle: () => undefined,
    begin: ({ peers, random }) => kill(shuffled(peers, random).slice(0, most)),
  };
}

/** SIGKILL; they are started again in the end. */
export async function kill(victims: readonly ChaosPeer[]): Promise<Harm> {
  await Promise.all(victims.map((peer) => peer.kill()));
  return {
    peers: victims,
    seen: () => Promise.resolve(victims.filter(({ processState }) => processState === undefined).length),
    undo: async () => {
      await Promise.all(victims.map((peer) => peer.start()));
    },
  };
}
