import { expect } from 'chai';
import { until } from '../../../test/until.ts';
import type { Check } from '../bench.ts';

/** How far the clocks of one machine's processes may seem apart. */
const CLOCK_MS = 2000;

export const EXPIRY: readonly Check[] = [
  {
    name: 'tells when a value expires, and no longer finds it then',
    async run(bench) {
      await bench.toCluster();
      const key = bench.key();
      const { version } = await bench.do({ do: 'put', key, value: 'brief', ttlMs: 3000 });
      const found = await bench.do({ do: 'get', key });
      expect(found.value).to.equal('brief');
      expect(found.expiresAtMs).to.be.closeTo(Date.now() + 3000, CLOCK_MS);
      await until(async () => (await bench.do({ do: 'get', key })).value === null);
      expect(await bench.do({ do: 'get', key })).to.deep.equal({ value: null, version, expiresAtMs: null });
    },
  },
  {
    name: 'keeps a value for ever where it is put again without a time to live',
    async run(bench) {
      await bench.toCluster();
      const key = bench.key();
      await bench.do({ do: 'put', key, value: 'brief', ttlMs: 60_000 });
      await bench.do({ do: 'put', key, value: 'long' });
      expect(await bench.do({ do: 'get', key })).to.include({ value: 'long', expiresAtMs: null });
    },
  },
  {
    name: 'gives each item of a batch its own time to live',
    async run(bench) {
      const { requests } = await bench.toStub();
      const items = [
        { key: 'a', value: '1', ttlMs: 1000 },
        { key: 'b', value: '2' },
        { key: 'c', value: '3', ttlMs: 5000 },
      ];
      await bench.do({ do: 'putMany', items });
      const { results } = await bench.do({ do: 'getMany', keys: ['a', 'b', 'c'] });
      const { nowMs } = requests;
      expect(results!.map(({ expiresAtMs }) => expiresAtMs)).to.deep.equal([
        nowMs + 1000,
        null,
        nowMs + 5000,
      ]);
    },
  },
  {
    name: 'refuses a time to live of nothing, or of more than ten years, and sends nothing',
    async run(bench) {
      const { requests } = await bench.toStub();
      for (const ttlMs of [0, 315_360_000_001]) {
        const { code } = await bench.failureOf({ do: 'put', key: 'a', value: '', ttlMs });
        expect(code).to.equal('INVALID_ARGUMENT');
      }
      expect(requests.seen).to.deep.equal([]);
    },
  },
];
