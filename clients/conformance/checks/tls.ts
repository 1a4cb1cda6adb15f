import { expect } from 'chai';
import type { Bench, Check } from '../bench.ts';

/** How long a client may take to say that it can't connect, though it tries more than once. */
const IN_TIME_MS = 3000;

interface Files {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Why the client doesn't connect to the address, which it has to say in time. */
async function refusal(bench: Bench, address: string, tls: Files): Promise<string> {
  const startMs = performance.now();
  const { code, message } = await bench.failureOf({ do: 'connect', addresses: [address], tls, retries: 3 });
  expect(performance.now() - startMs).to.be.lessThan(IN_TIME_MS);
  expect(code).to.equal('UNAVAILABLE');
  return message;
}

/** Of a certificate that isn't trusted, in the words of each language's TLS. */
const UNTRUSTED = /certificat/i;

export const TLS: readonly Check[] = [
  {
    name: 'speaks TLS with a peer whose certificate is signed by whom it trusts',
    async run(bench) {
      const { ca } = bench.authority;
      const { address } = await bench.tlsStub('IP:127.0.0.1');
      await bench.do({ do: 'connect', addresses: [address], tls: { ca }, retries: 0 });
      const value = 'é'.repeat(1 << 18);
      await bench.do({ do: 'put', key: 'long', value });
      expect((await bench.do({ do: 'get', key: 'long' })).value === value, 'the same value').to.equal(true);
    },
  },
  {
    name: 'sends and takes much at the same time on one connection over TLS',
    async run(bench) {
      const { ca } = bench.authority;
      const { address } = await bench.tlsStub('IP:127.0.0.1');
      await bench.do({ do: 'connect', addresses: [address], tls: { ca } });
      const keys = Array.from({ length: 40 }, (_, i) => `key ${i}`);
      const valueOf = (key: string): string => key.padEnd(100_000, '.');
      await bench.do({ do: 'together', commands: keys.map((key) => ({ do: 'put', key, value: '' })) });
      for (let round = 0; round < 3; round++) {
        const puts = keys.map((key) => ({ do: 'put', key, value: valueOf(key) }));
        const gets = keys.map((key) => ({ do: 'get', key }));
        const { outcomes } = await bench.do({ do: 'together', commands: [...puts, ...gets] });
        expect(outcomes!.filter((outcome) => 'error' in outcome)).to.deep.equal([]);
        expect(outcomes).to.have.length(2 * keys.length);
      }
      const { results } = await bench.do({ do: 'getMany', keys });
      expect(results!.every(({ value }, i) => value === valueOf(keys[i]!))).to.equal(true);
    },
  },
  {
    name: 'has nothing to do with a peer that is not signed for by whom it trusts, and says so in time',
    async run(bench) {
      const { address, requests } = await bench.tlsStub('IP:127.0.0.1');
      expect(await refusal(bench, address, { ca: bench.stranger.ca })).to.match(UNTRUSTED);
      // Whom this machine trusts.
      expect(await refusal(bench, address, {})).to.match(UNTRUSTED);
      expect(requests.seen).to.deep.equal([]);
    },
  },
  {
    name: 'has nothing to do with a peer whose certificate is of another name or address',
    async run(bench) {
      const { ca } = bench.authority;
      const elsewhere = await bench.tlsStub('IP:10.0.0.1,DNS:elsewhere.example');
      expect(await refusal(bench, elsewhere.address, { ca })).to.match(UNTRUSTED);
      const named = await bench.tlsStub('DNS:localhost', { named: 'localhost' });
      const [member] = named.topology.members;
      await bench.do({ do: 'connect', addresses: [member!.clientAddress], tls: { ca } });
      await bench.do({ do: 'put', key: 'k', value: '' });
      expect(await refusal(bench, named.address, { ca })).to.match(UNTRUSTED);
    },
  },
  {
    name: 'shows its own certificate to a peer that asks for one',
    async run(bench) {
      const { authority, stranger } = bench;
      const { ca } = authority;
      const { address, requests } = await bench.tlsStub('IP:127.0.0.1', { clientCa: ca });
      await refusal(bench, address, { ca });
      await refusal(bench, address, { ca, ...stranger.issue('DNS:app') });
      expect(requests.seen).to.deep.equal([]);
      const own = { ca, ...authority.issue('DNS:app') };
      await bench.do({ do: 'connect', addresses: [address], tls: own, retries: 0 });
      await bench.do({ do: 'put', key: 'k', value: '' });
      expect(requests.seen).to.have.length(1);
    },
  },
  {
    name: 'says so in time where the other end speaks no TLS, or never answers',
    async run(bench) {
      const { ca } = bench.authority;
      const [plain] = await bench.stubs(1);
      expect(await refusal(bench, plain!.address, { ca })).to.match(/TLS|SSL/);
      const { address } = await bench.door('silence');
      const startMs = performance.now();
      const command = { do: 'connect', addresses: [address], tls: { ca }, timeoutMs: 500 };
      expect((await bench.failureOf(command)).code).to.equal('TIMEOUT');
      expect(performance.now() - startMs).to.be.within(400, IN_TIME_MS);
    },
  },
];
