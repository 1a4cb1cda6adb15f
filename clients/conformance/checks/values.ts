import { expect } from 'chai';
import type { Check } from '../bench.ts';

const VERSION = /^[0-9a-f]{28}$/;

export const VALUES: readonly Check[] = [
  {
    name: 'gets what was put, with its version',
    async run(bench) {
      await bench.toCluster();
      const key = bench.key();
      const { version } = await bench.do({ do: 'put', key, value: 'hello' });
      expect(version).to.match(VERSION);
      expect(await bench.do({ do: 'get', key })).to.deep.equal({
        value: 'hello',
        version,
        expiresAtMs: null,
      });
      const again = await bench.do({ do: 'put', key, value: 'bye' });
      expect(again.version! > version!, 'a later write has a higher version').to.equal(true);
      expect((await (await bench.cluster()).reference.get(key)).value).to.equal('bye');
    },
  },
  {
    name: 'tells an empty value from none, and a key that was never written from a deleted one',
    async run(bench) {
      await bench.toCluster();
      const [key, never] = [bench.key(), bench.key()];
      await bench.do({ do: 'put', key, value: '' });
      expect((await bench.do({ do: 'get', key })).value).to.equal('');
      const { version } = await bench.do({ do: 'delete', key });
      expect(await bench.do({ do: 'get', key })).to.deep.equal({ value: null, version, expiresAtMs: null });
      const nothing = { value: null, version: null, expiresAtMs: null };
      expect(await bench.do({ do: 'get', key: never })).to.deep.equal(nothing);
    },
  },
  {
    name: 'keeps text of every kind as it is, in keys and values',
    async run(bench) {
      await bench.toCluster();
      const prefix = bench.key();
      const texts = [
        'straße/🐦',
        'e\u0301\u00e9',
        '\u0000\u0001"\\\r\n\t',
        '__proto__',
        '\u2028\ufeff\u{10ffff}',
      ];
      for (const text of texts) {
        const key = `${prefix}/${text}`;
        await bench.do({ do: 'put', key, value: text });
        expect((await bench.do({ do: 'get', key })).value).to.equal(text);
        expect((await (await bench.cluster()).reference.get(key)).value).to.equal(text);
      }
    },
  },
  {
    name: 'takes the longest key and a value of a mebibyte',
    async run(bench) {
      await bench.toCluster();
      const key = bench.key().padEnd(1024, 'k');
      const value = 'é'.repeat(1 << 19);
      await bench.do({ do: 'put', key, value });
      expect((await bench.do({ do: 'get', key })).value === value, 'the value is the same').to.equal(true);
    },
  },
  {
    name: 'hands consistency and durability on, each of them',
    async run(bench) {
      const { requests } = await bench.toStub();
      for (const consistency of ['one', 'quorum', 'all']) {
        await bench.do({ do: 'get', key: 'k', consistency });
        await bench.do({ do: 'put', key: 'k', value: '', consistency, durability: 'memory' });
        await bench.do({ do: 'delete', key: 'k', consistency, durability: 'fsync' });
        const seen = requests.seen.splice(0).map(({ options }) => options);
        expect(seen[0]).to.include({ consistency });
        expect(seen[1]).to.include({ consistency, durability: 'memory' });
        expect(seen[2]).to.include({ consistency, durability: 'fsync' });
      }
      await bench.do({ do: 'get', key: 'k' });
      await bench.do({ do: 'put', key: 'k', value: '' });
      const [get, put] = requests.seen.map(({ options }) => options);
      expect(get!.consistency, 'as the cluster is configured').to.equal(undefined);
      expect(put).to.include({ consistency: undefined, durability: 'fsync' });
    },
  },
  {
    name: 'asks for a sloppy quorum where a write is to have one, and only there',
    async run(bench) {
      const { requests } = await bench.toStub();
      for (const write of [
        { do: 'put', key: 'k', value: '' },
        { do: 'delete', key: 'k' },
        { do: 'putMany', items: [{ key: 'k', value: '' }] },
        { do: 'deleteMany', keys: ['k'] },
      ]) {
        for (const sloppy of [true, false]) await bench.do({ ...write, sloppy });
        await bench.do(write);
        const seen = requests.seen.splice(0).map(({ options }) => 'sloppy' in options && options.sloppy);
        expect(seen.map(Boolean), write.do).to.deep.equal([true, false, false]);
      }
    },
  },
  {
    name: 'writes above the highest version that it has seen, or was handed',
    async run(bench) {
      const { requests } = await bench.toStub();
      expect((await bench.do({ do: 'session' })).session).to.equal(null);
      const { version } = await bench.do({ do: 'put', key: 'a', value: '' });
      expect((await bench.do({ do: 'session' })).session).to.equal(version);
      const later = { wallMs: Number.parseInt(version!.slice(0, 12), 16) + 1000, logical: 0, writer: 7 };
      const session = `${later.wallMs.toString(16).padStart(12, '0')}0000000000000007`;
      const above = await bench.do({ do: 'put', key: 'b', value: '', session });
      expect(above.version! > session).to.equal(true);
      await bench.do({ do: 'delete', key: 'c' });
      const sessions = requests.seen.map(({ options }) =>
        'session' in options ? options.session : undefined,
      );
      expect(sessions[1]).to.deep.equal(later);
      expect(sessions[2]!.wallMs, 'what it saw itself').to.be.greaterThan(later.wallMs);
    },
  },
];
