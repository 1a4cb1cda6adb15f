import { createIdentity } from '../../../src/transport/libp2p/identity.ts';
import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { handshakeEnd } from '../claims.ts';
import type { RawStream, Word } from '../raw-stream.ts';
import { isLetIn } from './let-in.ts';

/** What an honest peer says to get in. */
interface Recording {
  readonly hello: Word;
  readonly proof: Word;
}

/**
 * The proofs cover the peer ids of the encrypted connection, so a recording is worth nothing at all under another
 * identity. Here the thief has a copy of the recorded peer's key as well: only the nodes' nonces stand in the way.
 */
export const REPLAYED_HANDSHAKE: Attack = {
  name: 'a recorded handshake played again, under the very identity that it was recorded of',
  async run(cluster) {
    const identity = createIdentity();
    const recording = await record(cluster, identity);
    const complaints: string[] = [];
    for (const thief of [await cluster.peer({ identity }), await cluster.peer()]) {
      const stream = await thief.open(cluster.first, PROTOCOLS.membership);
      await stream.say(recording.hello);
      await stream.word();
      await stream.say(recording.proof);
      if (await isLetIn(stream)) complaints.push('a recorded handshake opened a stream');
    }
    return complaints;
  },
};

export const REFLECTED_PROOF: Attack = {
  name: 'a node made to prove the secret to itself: its own words and proofs sent back to it',
  async run(cluster) {
    const stranger = await cluster.peer();
    const open = () => stranger.open(cluster.first, PROTOCOLS.membership);
    const complaints: string[] = [];
    const check = async (how: string, stream: RawStream) => {
      if (await isLetIn(stream)) complaints.push(`${how} opened a stream`);
    };
    const hello = () => handshakeEnd('opener', stranger.id, cluster.first.peer).begin().say!;

    const reflected = await open();
    await reflected.say(hello());
    const welcome = (await reflected.word())?.welcome;
    await reflected.say({ proof: { proof: welcome?.proofs?.[0] ?? new Uint8Array() } });
    await check("the proof of a node's own Welcome", reflected);

    const echoed = await open();
    await echoed.say({ hello: welcome?.hello ?? null });
    const second = (await echoed.word())?.welcome;
    await echoed.say({ proof: { proof: second?.proofs?.[0] ?? new Uint8Array() } });
    await check("a node's own Hello and proof", echoed);

    const backwards = await open();
    await backwards.say({ welcome: welcome ?? {} });
    await check('a Welcome in place of a Hello', backwards);
    return complaints;
  },
};

/** An honest peer of this identity shakes hands with the first node, and somebody writes down what it says. */
async function record(cluster: AttackedCluster, identity: Uint8Array): Promise<Recording> {
  const honest = await cluster.peer({ identity });
  const stream = await honest.open(cluster.first, PROTOCOLS.membership);
  const handshake = handshakeEnd('opener', honest.id, stream.peer);
  const hello = handshake.begin().say!;
  await stream.say(hello);
  const proof = handshake.handle((await stream.word())!).say!;
  await stream.say(proof);
  if (!(await isLetIn(stream))) throw new Error('the honest peer was not let in');
  await honest.stop();
  return { hello, proof };
}
