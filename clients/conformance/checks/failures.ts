import { expect } from 'chai';
import { type ErrorCode, StarlingError } from '../../../src/base/errors.ts';
import type { Check } from '../bench.ts';

/** Of a peer, in the order in which a request meets them; then it does what it is asked. */
function failing(codes: readonly ErrorCode[], retryAfterMs = 0): () => void {
  const left = [...codes];
  return () => {
    const code = left.shift();
    if (code !== undefined) throw new StarlingError(code, `planted ${code}`, { retryAfterMs });
  };
}

export const FAILURES: readonly Check[] = [
  {
    name: 'refuses keys that can not be, and sends nothing',
    async run(bench) {
      const { requests } = await bench.toStub();
      for (const key of ['', 'k'.repeat(1025), 'é'.repeat(513)]) {
        for (const command of ['put', 'get', 'delete']) {
          const error = await bench.failureOf({ do: command, key, value: '' });
          expect(error).to.include({ code: 'INVALID_ARGUMENT', retryable: false });
        }
      }
      expect(requests.seen).to.deep.equal([]);
    },
  },
  {
    name: 'tells that a value is too long for the cluster, and for any',
    async run(bench) {
      await bench.toCluster();
      const key = bench.key();
      for (const bytes of [(1 << 20) + 1, (8 << 20) + 1]) {
        const error = await bench.failureOf({ do: 'put', key, value: 'v'.repeat(bytes) });
        expect(error.code).to.equal('INVALID_ARGUMENT');
      }
      expect((await bench.do({ do: 'get', key })).value).to.equal(null);
    },
  },
  {
    name: 'gives its program the error of a peer as it is, after one attempt where another would not help',
    async run(bench) {
      const { requests } = await bench.toStub();
      const final: ErrorCode[] = [
        'INVALID_ARGUMENT',
        'CORRUPTION',
        'STORE_POISONED',
        'DISK_FULL',
        'FORBIDDEN',
      ];
      for (const code of final) {
        requests.before = failing([code]);
        const error = await bench.failureOf({ do: 'put', key: 'k', value: '' });
        expect(error).to.include({ code, retryable: false, message: `planted ${code}` });
        expect(requests.seen.splice(0)).to.have.length(1);
      }
    },
  },
  {
    name: 'sends again what failed for a passing reason',
    async run(bench) {
      const { requests } = await bench.toStub();
      const passing: ErrorCode[] = ['QUORUM_FAILED', 'OVERLOADED', 'NOT_READY', 'UNAVAILABLE', 'CLOCK_DRIFT'];
      for (const code of passing) {
        requests.before = failing([code, code]);
        await bench.do({ do: 'put', key: 'k', value: code });
        expect((await bench.do({ do: 'get', key: 'k' })).value).to.equal(code);
        expect(requests.seen.splice(0), code).to.have.length(4);
      }
    },
  },
  {
    name: 'waits as long as an overloaded peer asks for',
    async run(bench) {
      const { requests } = await bench.toStub();
      requests.before = failing(['OVERLOADED', 'OVERLOADED'], 200);
      const startMs = performance.now();
      await bench.do({ do: 'get', key: 'k' });
      expect(performance.now() - startMs).to.be.within(400, 4000);
    },
  },
  {
    name: 'gives up after as many retries as it was allowed',
    async run(bench) {
      const { requests } = await bench.toStub({ retries: 2 });
      requests.before = failing(Array<ErrorCode>(10).fill('QUORUM_FAILED'));
      const error = await bench.failureOf({ do: 'put', key: 'k', value: '' });
      expect(error).to.include({ code: 'QUORUM_FAILED', retryable: true });
      expect(requests.seen).to.have.length(3);
    },
  },
  {
    name: 'never says "not written" of a write whose outcome is unknown',
    async run(bench) {
      const { requests } = await bench.toStub();
      requests.before = failing(['QUORUM_FAILED', 'DISK_FULL']);
      expect((await bench.failureOf({ do: 'put', key: 'k', value: '' })).code).to.equal('QUORUM_FAILED');
      requests.before = failing(['OVERLOADED', 'DISK_FULL'], 1);
      expect((await bench.failureOf({ do: 'put', key: 'k', value: '' })).code).to.equal('DISK_FULL');
    },
  },
  {
    name: 'ends what is asked of it after it was closed with STOPPED',
    async run(bench) {
      await bench.toStub();
      await bench.do({ do: 'close' });
      expect((await bench.failureOf({ do: 'get', key: 'k' })).code).to.equal('STOPPED');
    },
  },
];
