import { expect } from 'chai';
import { topologyOf } from '../../../test/server/peer.ts';
import { until } from '../../../test/until.ts';
import type { Check } from '../bench.ts';
import { emptyAddress } from '../door.ts';

export const CONNECTIONS: readonly Check[] = [
  {
    name: 'connects where one of the addresses answers',
    async run(bench) {
      const { addresses: real } = await bench.cluster();
      const addresses = [await emptyAddress(), await emptyAddress(), real[1]!];
      await bench.do({ do: 'connect', addresses });
      const key = bench.key();
      await bench.do({ do: 'put', key, value: 'found' });
      expect((await bench.do({ do: 'get', key })).value).to.equal('found');
    },
  },
  {
    name: 'keeps one connection to a peer, and has many requests under way on it, answered in any order',
    async run(bench) {
      const [stub] = await bench.stubs(1);
      const door = await bench.door(stub!);
      stub!.topology = topologyOf([door.address]);
      await bench.do({ do: 'connect', addresses: [door.address] });
      let release = (): void => {};
      let quick = 0;
      stub!.requests.before = (op, key) => {
        if (op === 'get' && key === 'slow') return new Promise((resolve) => (release = resolve));
        if (op === 'get' && ++quick === 50) setImmediate(release);
        return undefined;
      };
      await bench.do({ do: 'put', key: 'slow', value: 'of slow' });
      const keys = ['slow', ...Array.from({ length: 50 }, (_, i) => `quick ${i}`)];
      const commands = keys.map((key) => ({ do: 'get', key }));
      const { outcomes } = await bench.do({ do: 'together', commands });
      const values = outcomes!.map((outcome) => ('ok' in outcome ? outcome.ok.value : outcome.error.code));
      expect(values).to.deep.equal(['of slow', ...Array<null>(50).fill(null)]);
      expect(door.entered).to.equal(1);
    },
  },
  {
    name: 'connects again after its connections broke, and loses no request by it',
    async run(bench) {
      const [stub] = await bench.stubs(1);
      const door = await bench.door(stub!);
      stub!.topology = topologyOf([door.address]);
      await bench.do({ do: 'connect', addresses: [door.address] });
      for (let round = 0; round < 5; round++) {
        await bench.do({ do: 'put', key: 'k', value: `round ${round}` });
        door.cut();
        expect((await bench.do({ do: 'get', key: 'k' })).value).to.equal(`round ${round}`);
      }
      expect(door.entered).to.be.greaterThan(5);
    },
  },
  {
    name: 'sends again what was under way when its connection broke',
    async run(bench) {
      const [stub] = await bench.stubs(1);
      const door = await bench.door(stub!);
      stub!.topology = topologyOf([door.address]);
      await bench.do({ do: 'connect', addresses: [door.address] });
      let isFirst = true;
      stub!.requests.before = () => {
        if (!isFirst) return undefined;
        isFirst = false;
        door.cut();
        return new Promise(() => undefined);
      };
      await bench.do({ do: 'put', key: 'k', value: 'again' });
      expect(stub!.requests.seen).to.have.length(2);
    },
  },
  {
    name: 'gives up a connection on which nothing comes any more',
    async run(bench) {
      const [stub] = await bench.stubs(1);
      const door = await bench.door(stub!);
      stub!.topology = topologyOf([door.address]);
      await bench.do({ do: 'connect', addresses: [door.address], retries: 0 });
      stub!.requests.before = () => new Promise(() => undefined);
      for (let i = 0; i < 3; i++) {
        expect((await bench.failureOf({ do: 'get', key: 'k', timeoutMs: 60 })).code).to.equal('TIMEOUT');
      }
      stub!.requests.before = () => undefined;
      await until(() => bench.do({ do: 'get', key: 'k' }).then(Boolean, () => false));
      expect(door.entered).to.equal(2);
    },
  },
  {
    name: 'goes on while one of three real peers is killed',
    async run(bench) {
      await bench.toCluster();
      const prefix = bench.key();
      const put = async (i: number): Promise<unknown> =>
        bench.do({ do: 'put', key: `${prefix}/${i}`, value: `value ${i}` });
      for (let i = 0; i < 20; i++) await put(i);
      const cluster = await bench.cluster();
      await cluster.kill(cluster.addresses[0]!);
      for (let i = 20; i < 60; i++) await put(i);
      for (let i = 0; i < 60; i++) {
        expect((await bench.do({ do: 'get', key: `${prefix}/${i}` })).value).to.equal(`value ${i}`);
      }
    },
  },
];
