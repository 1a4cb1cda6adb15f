import type { Fault } from './fault.ts';

export const OVERLOAD: Fault = {
  name: 'overload',
  seenAs: 'requests more that peers took on',
  obstacle: () => undefined,
  begin: async ({ peers, overload }) => {
    const taken = async () => {
      const counts = await Promise.all(peers.map((peer) => peer.metric('starling_requests_total')));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    const before = await taken();
    const end = await overload();
    return {
      peers: [],
      // A machine that can do no more runs whole peers late.
      excused: peers,
      seen: async () => (await taken()) - before,
      undo: end,
    };
  },
};
