import { type ChaosPeer, clockObstacle } from '../chaos-peer.ts';
import { type Fault, shuffled } from './fault.ts';

/** By the victim's own account of how far it is from the others; less is only how the machine is busy. */
const LEAST_SEEN_SECONDS = 2;

export const CLOCK_FAULTS: readonly Fault[] = [
  clockStep('clock step of seconds', 5000),
  clockStep('clock step of an hour', 3_600_000),
];

function clockStep(name: string, ms: number): Fault {
  return {
    name,
    seenAs: 'seconds that the peer says its clock is off',
    obstacle: () => clockObstacle,
    begin: ({ peers, random }) => {
      const [victim] = shuffled(peers, random) as [ChaosPeer];
      victim.setClock(random.chance(0.5) ? ms : -ms);
      return Promise.resolve({
        peers: [victim],
        seen: async () => {
          const seconds = Math.abs(await victim.metric('starling_clock_offset_seconds'));
          return seconds < LEAST_SEEN_SECONDS ? 0 : Math.round(seconds);
        },
        // It goes right again in between, so that an hour is never two.
        undo: () => {
          victim.setClock(0);
          return Promise.resolve();
        },
      });
    },
  };
}
