import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import type { Check } from '../bench.ts';

export const BATCHES: readonly Check[] = [
  {
    name: 'puts, gets and deletes many, and answers for each in their order',
    async run(bench) {
      await bench.toCluster();
      const prefix = bench.key();
      const keys = Array.from({ length: 1024 }, (_, i) => `${prefix}/${i}`);
      const items = keys.map((key, i) => ({ key, value: `value ${i}` }));
      const put = (await bench.do({ do: 'putMany', items })).results!;
      expect(put.every(({ version }) => /^[0-9a-f]{28}$/.test(version ?? ''))).to.equal(true);
      const backwards = [...keys, `${prefix}/absent`].reverse().slice(0, 1024);
      const found = (await bench.do({ do: 'getMany', keys: backwards })).results!;
      expect(found[0]).to.deep.equal({ value: null, version: null, expiresAtMs: null });
      expect(found.slice(1).map(({ value }) => value)).to.deep.equal(
        Array.from({ length: 1023 }, (_, i) => `value ${1023 - i}`),
      );
      const gone = (await bench.do({ do: 'deleteMany', keys: keys.slice(0, 3) })).results!;
      expect(gone).to.have.length(3);
      const rest = (await bench.do({ do: 'getMany', keys: keys.slice(0, 4) })).results!;
      expect(rest.map(({ value }) => value)).to.deep.equal([null, null, null, 'value 3']);
      expect(rest.slice(0, 3).map(({ version }) => version)).to.deep.equal(
        gone.map(({ version }) => version),
      );
    },
  },
  {
    name: 'fails one item of a batch without the others',
    async run(bench) {
      await bench.toCluster();
      const [a, b] = [bench.key(), bench.key()];
      const items = [a, '', 'k'.repeat(1025), b].map((key) => ({ key, value: 'v' }));
      const codes = (await bench.do({ do: 'putMany', items })).results!.map(
        ({ error }) => error?.code ?? null,
      );
      expect(codes).to.deep.equal([null, 'INVALID_ARGUMENT', 'INVALID_ARGUMENT', null]);
      const found = (await bench.do({ do: 'getMany', keys: [b, '', a] })).results!;
      expect(found.map(({ value, error }) => error?.code ?? value)).to.deep.equal([
        'v',
        'INVALID_ARGUMENT',
        'v',
      ]);
    },
  },
  {
    name: 'refuses a batch of more than 1024 items as a whole, and sends nothing',
    async run(bench) {
      const { requests } = await bench.toStub();
      const keys = Array.from({ length: 1025 }, (_, i) => `key ${i}`);
      for (const command of [
        { do: 'getMany', keys },
        { do: 'deleteMany', keys },
        { do: 'putMany', items: keys.map((key) => ({ key, value: '' })) },
      ]) {
        expect((await bench.failureOf(command)).code).to.equal('INVALID_ARGUMENT');
      }
      expect(requests.seen).to.deep.equal([]);
    },
  },
  {
    name: 'does nothing for an empty batch',
    async run(bench) {
      const { requests } = await bench.toStub();
      expect((await bench.do({ do: 'getMany', keys: [] })).results).to.deep.equal([]);
      expect((await bench.do({ do: 'putMany', items: [] })).results).to.deep.equal([]);
      expect(requests.seen).to.deep.equal([]);
    },
  },
  {
    name: 'gets more values than one answer carries',
    async run(bench) {
      await bench.toCluster();
      const prefix = bench.key();
      const keys = Array.from({ length: 6 }, (_, i) => `${prefix}/${i}`);
      const value = 'v'.repeat(900_000);
      const put = (await bench.do({ do: 'putMany', items: keys.map((key) => ({ key, value })) })).results!;
      expect(put.map(({ error }) => error ?? null)).to.deep.equal(Array(6).fill(null));
      const found = (await bench.do({ do: 'getMany', keys })).results!;
      expect(found.map((item) => item.value?.length ?? item.error)).to.deep.equal(Array(6).fill(900_000));
    },
  },
  {
    name: 'sends only those items again that failed for a passing reason',
    async run(bench) {
      const { requests } = await bench.toStub();
      let failures = 0;
      requests.before = (_op, key) => {
        if (key === 'busy' && failures++ < 2)
          throw new StarlingError('OVERLOADED', 'busy', { retryAfterMs: 5 });
        if (key === 'full') throw new StarlingError('DISK_FULL', 'full');
      };
      const items = ['a', 'busy', 'full', 'b'].map((key) => ({ key, value: '' }));
      const codes = (await bench.do({ do: 'putMany', items })).results!.map(
        ({ error }) => error?.code ?? null,
      );
      expect(codes).to.deep.equal([null, null, 'DISK_FULL', null]);
      const sent = requests.seen.map(({ key }) => key).sort();
      expect(sent).to.deep.equal(['a', 'b', 'busy', 'busy', 'busy', 'full']);
    },
  },
  {
    name: 'splits a batch among the owners of its keys',
    async run(bench) {
      const stubs = await bench.stubs(3);
      await bench.do({ do: 'connect', addresses: [stubs[2]!.address] });
      const keys = Array.from({ length: 60 }, (_, i) => `key ${i}`);
      await bench.do({ do: 'putMany', items: keys.map((key) => ({ key, value: `of ${key}` })) });
      const found = (await bench.do({ do: 'getMany', keys })).results!;
      expect(found.map(({ value }) => value)).to.deep.equal(keys.map((key) => `of ${key}`));
      for (const { requests } of stubs) expect(requests.records.size).to.be.within(5, 40);
    },
  },
];
