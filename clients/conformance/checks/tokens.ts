import { expect } from 'chai';
import { TokenList, tokenLine } from '../../../src/access/token-list.ts';
import { topologyOf } from '../../../test/server/peer.ts';
import { Tokens } from '../../../test/server/tokens.ts';
import { until } from '../../../test/until.ts';
import type { Bench, Check } from '../bench.ts';
import type { Door } from '../door.ts';
import { type Gate, REFUSAL } from '../gate.ts';

const TOKEN = 'the token of the conformance suite/🐦';
/** As long as one may be. */
export const WRONG_TOKEN = 'another'.padEnd(256, '!');

interface Entrance {
  readonly gate: Gate;
  readonly door: Door;
}

/** A peer behind a gate, behind a door: the client can be cut off from it, and finds no other way. */
async function entrance(bench: Bench): Promise<Entrance> {
  const [stub] = await bench.stubs(1);
  const gate = await bench.gate(stub!, TOKEN);
  const door = await bench.door(gate);
  stub!.topology = topologyOf([door.address]);
  return { gate, door };
}

export const TOKENS: readonly Check[] = [
  {
    name: 'shows its token before anything else on every connection, and waits for no answer to that',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      await bench.do({ do: 'connect', addresses: [door.address], token: TOKEN });
      await bench.do({ do: 'put', key: 'k', value: 'v' });
      door.cut();
      expect((await bench.do({ do: 'get', key: 'k' })).value).to.equal('v');
      expect(gate.shown).to.deep.equal([TOKEN, TOKEN]);
    },
  },
  {
    name: 'gives up at once where its token is refused, with the reason and without the token',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      const command = { do: 'connect', addresses: [door.address], token: WRONG_TOKEN };
      const error = await bench.failureOf(command);
      expect(error).to.include({ code: 'FORBIDDEN', retryable: false });
      expect(error.message).to.include(REFUSAL).and.to.not.include(WRONG_TOKEN);
      expect(gate.shown, 'it came once').to.deep.equal([WRONG_TOKEN]);
    },
  },
  {
    name: 'shows no token where it has none, and is refused what it asks for',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      const { code } = await bench.failureOf({ do: 'connect', addresses: [door.address] });
      expect(code).to.equal('FORBIDDEN');
      expect(gate.shown).to.deep.equal([undefined]);
    },
  },
  {
    name: 'is served by a peer that is older than tokens, though it shows one',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      gate.isOlder = true;
      await bench.do({ do: 'connect', addresses: [door.address], token: TOKEN, retries: 0 });
      await bench.do({ do: 'put', key: 'k', value: 'v' });
      expect((await bench.do({ do: 'get', key: 'k' })).value).to.equal('v');
    },
  },
  {
    name: 'ends all that is under way with FORBIDDEN where its token is no longer good, and comes back when it is',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      await bench.do({ do: 'connect', addresses: [door.address], token: TOKEN });
      gate.token = 'of tomorrow';
      door.cut();
      const commands = Array.from({ length: 20 }, () => ({ do: 'get', key: 'k' }));
      await until(async () => {
        const { outcomes } = await bench.do({ do: 'together', commands });
        return outcomes!.every((outcome) => 'error' in outcome && outcome.error.code === 'FORBIDDEN');
      });
      gate.token = TOKEN;
      await bench.do({ do: 'put', key: 'k', value: '' });
    },
  },
  {
    name: 'may what its token allows, as long as it does',
    async run(bench) {
      const access = new Tokens(
        tokenLine('shop', 'write', 'to write'),
        tokenLine('report', 'read', 'to read'),
      );
      const { address, port, requests } = await bench.stub({ access });
      const item = { key: 'k', value: 'v' };
      const put = { do: 'put', ...item };
      await bench.do({ do: 'connect', addresses: [address], token: 'to read' });
      expect((await bench.failureOf(put)).code).to.equal('FORBIDDEN');
      const { results } = await bench.do({ do: 'putMany', items: [item, item] });
      expect(results!.map(({ error }) => error?.code)).to.deep.equal(['FORBIDDEN', 'FORBIDDEN']);
      expect((await bench.do({ do: 'get', key: 'k' })).value).to.equal(null);
      await bench.do({ do: 'connect', addresses: [address], token: 'to write' });
      await bench.do(put);
      expect(requests.records.size).to.equal(1);
      access.list = TokenList.parse(tokenLine('report', 'read', 'to read'), 'tokens');
      port.reviewAccess();
      await until(() => bench.failureOf(put).then(({ code }) => code === 'FORBIDDEN'));
    },
  },
  {
    name: 'refuses a token that can be none, without showing it, and sends nothing',
    async run(bench) {
      const { gate, door } = await entrance(bench);
      for (const token of ['', `${WRONG_TOKEN}!`]) {
        const error = await bench.failureOf({ do: 'connect', addresses: [door.address], token });
        expect(error.code).to.equal('INVALID_ARGUMENT');
        expect(error.message).to.not.include(WRONG_TOKEN);
      }
      expect(gate.shown).to.deep.equal([]);
    },
  },
];
