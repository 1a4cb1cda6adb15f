import { expect } from 'chai';
import type { Bench, Check } from '../bench.ts';
import { emptyAddress } from '../door.ts';

async function failsWithin(
  bench: Bench,
  command: Parameters<Bench['failureOf']>[0],
  [leastMs, mostMs]: readonly [number, number],
): Promise<string> {
  const startMs = performance.now();
  const { code } = await bench.failureOf(command);
  expect(performance.now() - startMs).to.be.within(leastMs, mostMs);
  return code;
}

export const DEADLINES: readonly Check[] = [
  {
    name: 'gives up when its time is over, though the peer says nothing',
    async run(bench) {
      const { requests } = await bench.toStub();
      requests.before = () => new Promise(() => undefined);
      const command = { do: 'get', key: 'k', timeoutMs: 400 };
      expect(await failsWithin(bench, command, [350, 2800])).to.equal('TIMEOUT');
    },
  },
  {
    name: 'tells the peer how much time is left',
    async run(bench) {
      const { requests } = await bench.toStub();
      await bench.do({ do: 'get', key: 'k', timeoutMs: 1000 });
      await bench.do({ do: 'put', key: 'k', value: '' });
      const [get, put] = requests.seen.map(({ options }) => options.timeoutMs);
      expect(get, 'half of it is for the first attempt').to.be.within(100, 500);
      expect(put, 'of five seconds').to.be.within(1000, 2500);
    },
  },
  {
    name: 'asks another peer in time where one hangs',
    async run(bench) {
      const [hanging, other] = await bench.stubs(2, 2);
      await bench.do({ do: 'connect', addresses: [other!.address] });
      hanging!.requests.before = () => new Promise(() => undefined);
      for (let i = 0; i < 8; i++) await bench.do({ do: 'put', key: `key ${i}`, value: '', timeoutMs: 3000 });
      expect(other!.requests.records.size).to.equal(8);
    },
  },
  {
    name: 'does not connect to nobody, and says so in time',
    async run(bench) {
      const addresses = [await emptyAddress()];
      const code = await failsWithin(bench, { do: 'connect', addresses, timeoutMs: 500 }, [0, 4000]);
      expect(code).to.be.oneOf(['UNAVAILABLE', 'TIMEOUT']);
    },
  },
  {
    name: 'does not connect to somebody who never answers, and says so in time',
    async run(bench) {
      const { address } = await bench.door('silence');
      const command = { do: 'connect', addresses: [address], timeoutMs: 500 };
      expect(await failsWithin(bench, command, [400, 1900])).to.equal('TIMEOUT');
    },
  },
  {
    name: 'refuses addresses that are none',
    async run(bench) {
      for (const addresses of [[], ['nowhere'], ['127.0.0.1:0'], ['127.0.0.1:65536']]) {
        expect((await bench.failureOf({ do: 'connect', addresses })).code).to.equal('INVALID_ARGUMENT');
      }
    },
  },
];
