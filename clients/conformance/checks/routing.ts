import { expect } from 'chai';
import { keyOf } from '../../../src/version/key.ts';
import { topologyOf } from '../../../test/server/peer.ts';
import { until } from '../../../test/until.ts';
import type { Check } from '../bench.ts';

const KEYS = Array.from({ length: 60 }, (_, i) => `routed ${i} ${'é'.repeat(i)}`);

export const ROUTING: readonly Check[] = [
  {
    name: 'knows the token, the partition and the owners of each key of a real cluster',
    async run(bench) {
      await bench.toCluster();
      const { reference } = await bench.cluster();
      const { members, owners, width } = await reference.topology();
      for (const key of KEYS) {
        const { tokenHigh, tokenLow } = keyOf(key);
        const { partition } = await reference.locate(key);
        expect(await bench.do({ do: 'route', key }), key).to.deep.equal({
          token: [tokenHigh, tokenLow].map((half) => half.toString(16).padStart(8, '0')).join(''),
          partition,
          owners: owners
            .slice(partition * width, (partition + 1) * width)
            .map((index) => members[index]!.clientAddress),
        });
      }
    },
  },
  {
    name: 'asks the owner of each key and nobody else',
    async run(bench) {
      const stubs = await bench.stubs(4);
      await bench.do({ do: 'connect', addresses: [stubs[0]!.address] });
      for (const key of KEYS) await bench.do({ do: 'put', key, value: '' });
      for (const [i, { requests }] of stubs.entries()) {
        const due = KEYS.filter((key) => (keyOf(key).tokenHigh >>> 28) % stubs.length === i);
        expect([...requests.records.keys()].sort()).to.deep.equal(due.sort());
      }
    },
  },
  {
    name: 'asks others where an owner is down',
    async run(bench) {
      const stubs = await bench.stubs(3, 2);
      await bench.do({ do: 'connect', addresses: stubs.map(({ address }) => address) });
      await stubs[1]!.stop();
      for (const key of KEYS) await bench.do({ do: 'put', key, value: '' });
      expect(stubs[0]!.requests.records.size + stubs[2]!.requests.records.size).to.equal(KEYS.length);
    },
  },
  {
    name: 'looks at the ring again when a connection breaks, and asks the new owners',
    async run(bench) {
      const [first, second] = await bench.stubs(2);
      const door = await bench.door(first!);
      for (const stub of [first!, second!]) stub.topology = topologyOf([door.address]);
      await bench.do({ do: 'connect', addresses: [door.address] });
      await bench.do({ do: 'put', key: 'before', value: '' });
      for (const stub of [first!, second!]) stub.topology = topologyOf([second!.address], 'ring-2');
      door.cut();
      await until(async () => {
        await bench.do({ do: 'put', key: 'after', value: '' });
        return second!.requests.records.has('after');
      });
      expect((await bench.do({ do: 'route', key: 'after' })).owners).to.deep.equal([second!.address]);
    },
  },
];
