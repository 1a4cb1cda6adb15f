import { expect } from 'chai';
import { TokenList, tokenLine } from '../../src/access/token-list.ts';
import type { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { StarlingClient } from '../../src/client/client.ts';
import { connect } from '../../src/client/connect.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { runStarling } from '../cli/test-terminal.ts';
import { until } from '../until.ts';
import { type StubPeer, startPeer } from './peer.ts';
import { RawClient } from './raw-client.ts';
import { Tokens } from './tokens.ts';

const FORBIDDEN = starling.v1.ErrorCode.ERROR_CODE_FORBIDDEN;
const WRITER = tokenLine('shop', 'write', 'w');
const READER = tokenLine('report', 'read', 'r');

/** Each asks for something else; the ids are 1, 2, ... */
const EVERYTHING: readonly starling.v1.ClientRequest.$Properties[] = [
  { put: { key: 'a', value: 'v' } },
  { delete: { key: 'a' } },
  { putMany: { items: [{ key: 'a', value: 'v' }] } },
  { deleteMany: { keys: ['a'] } },
  { repair: { run: 1, peer: 'peer-b' } },
  { get: { key: 'a' } },
  { getMany: { keys: ['a'] } },
  { scan: { partition: 0 } },
  { topology: {} },
  { status: {} },
  { locate: { key: 'a' } },
  { explain: { key: 'a' } },
  { removeMember: { peer: 'peer-b' } },
  { leave: { peer: 'peer-a' } },
  { pauseRepair: { peer: 'peer-a' } },
].map((request, index) => ({ id: index + 1, ...request }));
const WRITES = 5;

describe('a client port with tokens', () => {
  let peer: StubPeer;
  let tokens: Tokens;
  let raw: RawClient;

  beforeEach(async () => {
    tokens = new Tokens(WRITER, READER);
    peer = await startPeer({ access: tokens });
    raw = await RawClient.to(peer.address);
  });

  afterEach(async () => {
    raw.close();
    await peer.stop();
  });

  /** Ids of the requests that were refused as forbidden, of all those there are. */
  async function forbidden(...before: starling.v1.ClientRequest.$Properties[]): Promise<number[]> {
    raw.send(...before, ...EVERYTHING);
    const answers = [];
    for (let n = 0; n < before.length + EVERYTHING.length; n++) answers.push(await raw.answer());
    return answers
      .filter(({ error }) => error?.code === FORBIDDEN)
      .map(({ id }) => id)
      .sort((a, b) => a - b);
  }

  it('refuses everything to who shows none, and to who shows another', async () => {
    const all = EVERYTHING.map(({ id }) => id);
    expect(await forbidden()).to.deep.equal(all);
    expect(await forbidden({ id: 99, authenticate: { token: 'x' } })).to.deep.equal([...all, 99]);
    expect(
      await forbidden({ id: 99, authenticate: { secretProof: { expiresMs: 1, proof: Uint8Array.of(1) } } }),
    ).to.deep.equal([...all, 99]);
    expect(peer.requests.seen).to.deep.equal([]);
    expect([peer.removals, peer.departures, peer.repairs, peer.pauses].flat()).to.deep.equal([]);
    expect(peer.events.forbiddenErrors.length).to.equal(3 * all.length + 2);
  });

  it('refuses what would write to who may read, and nothing to who may write, requests right behind the token included', async () => {
    expect(await forbidden({ id: 99, authenticate: { token: 'r' } })).to.deep.equal(
      EVERYTHING.slice(0, WRITES).map(({ id }) => id),
    );
    expect(await forbidden({ id: 99, authenticate: { token: 'w' } })).to.deep.equal([]);
  });

  it('says as what it lets somebody in, and that a token is none', async () => {
    expect((await raw.ask({ id: 1, authenticate: { token: 'r' } })).authenticated?.role).to.equal('read');
    expect((await raw.ask({ id: 2, authenticate: {} })).error?.message).to.include('there is none');
    const long = await raw.ask({ id: 3, authenticate: { token: 't'.repeat(LIMITS.tokenBytes + 1) } });
    expect(long.error?.message).to.include(`at most ${LIMITS.tokenBytes} bytes`);
  });

  it('lets nobody go on as who he was after he has shown another token', async () => {
    await raw.ask({ id: 1, authenticate: { token: 'w' } });
    await raw.ask({ id: 2, authenticate: { token: 'x' } });
    expect((await raw.ask({ id: 3, put: { key: 'a', value: 'v' } })).error?.code).to.equal(FORBIDDEN);
  });

  it('takes no long frames from strangers, so that they can not fill its memory', async () => {
    raw.send({ id: 1, put: { key: 'a', value: 'v'.repeat(LIMITS.strangerFrameBytes) } });
    expect((await raw.answer()).id).to.equal(0);
    await raw.ended();
    const known = await RawClient.to(peer.address);
    known.send(
      { id: 1, authenticate: { token: 'w' } },
      { id: 2, put: { key: 'a', value: 'v'.repeat(LIMITS.strangerFrameBytes) } },
    );
    await known.answer();
    expect((await known.answer()).write).to.not.equal(undefined);
    known.close();
  });

  it('hangs up on whose token was taken back, and minds what another allows now', async () => {
    const writer = await RawClient.to(peer.address);
    await raw.ask({ id: 1, authenticate: { token: 'r' } });
    await writer.ask({ id: 1, authenticate: { token: 'w' } });
    tokens.list = TokenList.parse(tokenLine('shop', 'read', 'w'), 'tokens');
    peer.port.reviewAccess();
    await raw.ended();
    expect((await writer.ask({ id: 2, put: { key: 'a', value: 'v' } })).error?.message).to.include(
      'the token of shop may read',
    );
    expect((await writer.ask({ id: 3, get: { key: 'a' } })).read).to.not.equal(undefined);
    writer.close();
  });

  it('takes a token while it has room for nothing else, so that what comes behind it is not refused for want of one', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    peer.requests.before = () => held;
    const busy = await RawClient.to(peer.address);
    busy.send({ id: 99, authenticate: { token: 'w' } });
    await busy.answer();
    for (let id = 1; id <= 6000; id++) busy.send({ id, get: { key: 'a' } });
    await until(() => peer.events.overloads > 0);
    raw.send({ id: 1, authenticate: { token: 'w' } }, { id: 2, get: { key: 'a' } });
    expect((await raw.answer()).authenticated?.role).to.equal('write');
    release();
    const { read, error } = await raw.answer();
    expect(read ?? error?.code).to.not.equal(FORBIDDEN);
    busy.close();
  });

  describe('and the client', () => {
    const reach = (token?: string) =>
      connect({ addresses: [peer.address], token, retries: 3, timeoutMs: 2000 });

    async function refusal(action: Promise<unknown>): Promise<StarlingError> {
      return action.then(
        () => expect.fail('it was not refused'),
        (error: unknown) => error as StarlingError,
      );
    }

    it('comes in with a token on every connection it makes', async () => {
      const client: StarlingClient = await connect({
        addresses: [peer.address],
        token: 'w',
        connectionsPerPeer: 4,
      });
      for (let n = 0; n < 12; n++) await client.put(`key ${n}`, 'v');
      expect(peer.port.connections).to.equal(1 + 4);
      await client.close();
    });

    it('is told why not where it has none, the wrong one, or one that allows less, and does not try again', async () => {
      expect(await refusal(reach())).to.include({ code: 'FORBIDDEN' });
      const wrong = await refusal(reach('guess'));
      expect(wrong).to.include({ code: 'FORBIDDEN' });
      expect(wrong.message).to.include('does not know the token').and.not.include('guess');
      const tries = peer.events.forbiddenErrors.length;
      const reader = await reach('r');
      expect(await refusal(reader.put('a', 'v'))).to.include({ code: 'FORBIDDEN' });
      expect((await reader.get('a')).value).to.equal(undefined);
      expect(peer.events.forbiddenErrors.length).to.equal(tries + 1);
      await reader.close();
    });

    it('is refused a token that can be none before it connects', async () => {
      expect((await refusal(reach(''))).code).to.equal('INVALID_ARGUMENT');
      const long = await refusal(reach('t'.repeat(300)));
      expect(long.message).to.include('256 bytes').and.not.include('ttt');
    });

    it('gets on with peers that want no token', async () => {
      const open = await startPeer();
      const client = await connect({ addresses: [open.address], token: 'w' });
      await client.put('a', 'v');
      await client.close();
      await open.stop();
    });
  });

  it('is reached by commands with a token of the environment', async () => {
    const put = ['put', 'a', 'b', '--address', peer.address];
    expect((await runStarling(put)).err).to.include('wants a token');
    expect((await runStarling(put, { env: { STARLING_TOKEN: 'w' } })).exitCode).to.equal(0);
    expect((await runStarling([...put, '--token-file', '/nowhere'])).err).to.include("can't be read");
  });
});
