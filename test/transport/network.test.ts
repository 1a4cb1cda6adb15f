import { createIdentity } from '../../src/transport/libp2p/identity.ts';
import { Libp2pNetwork } from '../../src/transport/libp2p/libp2p-network.ts';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { VirtualNetwork } from '../simulation/world/virtual-network.ts';
import { VirtualTime } from '../simulation/world/virtual-time.ts';
import { until } from '../until.ts';
import { describeNetwork } from './network-conformance.ts';

describeNetwork('virtual', async (peers) => {
  const time = new VirtualTime();
  const network = new VirtualNetwork(time, new SeededRandom(1));
  const names = Array.from({ length: peers }, (_, i) => `peer-${i}`);
  return {
    networks: names.map((name) => network.join(name, time.process(name))),
    deadAddress: '/ip4/10.255.0.1/tcp/4001',
    wait: (promise) => time.settle(promise, 10_000),
    until: async (condition) => {
      if (!(await time.runUntil(condition, 10_000))) throw new Error('it never happened');
    },
    close: async () => {},
  };
});

describeNetwork('libp2p', async (peers) => {
  const networks = Array.from(
    { length: peers },
    () => new Libp2pNetwork({ identity: createIdentity(), listen: ['/ip4/127.0.0.1/tcp/0'] }),
  );
  return {
    networks,
    // Port 1 is reserved, and nobody listens at it.
    deadAddress: '/ip4/127.0.0.1/tcp/1',
    wait: (promise) => promise,
    until,
    close: async () => {
      await Promise.all(networks.map((network) => network.stop()));
    },
  };
});
