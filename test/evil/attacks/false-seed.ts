import { PROTOCOLS } from '../../../src/wire/protocols.ts';
import type { Attack } from '../attack.ts';
import type { AttackedCluster } from '../attacked-cluster.ts';
import { handshakeEnd } from '../claims.ts';
import { holdsWithin, SOON_MS } from '../holds.ts';
import type { RawStream, Word } from '../raw-stream.ts';

/** Answers a newcomer's stream, and tells every word that it heard. */
type Answer = (stream: RawStream, heard: (word: Word) => void) => Promise<void>;

/** Lures an honest newcomer, that knows the secret, to an address where somebody else answers in the place of a member. */
async function runSeed(cluster: AttackedCluster, answer: (seed: string) => Answer): Promise<string[]> {
  const seed = await cluster.peer();
  const heard: Word[] = [];
  await seed.serve(PROTOCOLS.membership, (stream) => {
    void answer(seed.id)(stream, (word) => heard.push(word));
  });
  const newcomer = await cluster.target.ask('lure', seed.address);
  const isRefused = await holdsWithin(SOON_MS, () => heard.some(({ refusal, proof }) => refusal ?? proof));
  if (heard.some(({ proof }) => proof)) return ['a newcomer proved itself to an impostor'];
  const complaints: string[] = [];
  if (!isRefused) complaints.push('a newcomer did not turn the impostor away');
  if (!(await cluster.tells(seed.id, /secrets differ/))) complaints.push('the newcomer was not told why');
  const snapshot = await cluster.target.ask('snapshot');
  if (snapshot.some(({ members }) => newcomer in members)) complaints.push('the newcomer got in');
  await cluster.target.ask('endOthers');
  return complaints;
}

export const FALSE_SEED: Attack = {
  name: 'a stranger at the address of a seed, who welcomes a newcomer with a secret that he has guessed',
  run: (cluster) =>
    runSeed(cluster, (seed) => async (stream, heard) => {
      const handshake = handshakeEnd('acceptor', seed, stream.peer, { secret: 'guessed' });
      const { hello } = (await stream.word()) ?? {};
      const step = handshake.handle({ hello: hello ?? {} });
      if (step.say) await stream.say(step.say);
      const word = await stream.word();
      if (word) heard(word);
    }),
};

export const MAN_IN_THE_MIDDLE: Attack = {
  name: 'a man in the middle, who passes on every word between a newcomer and a member under his own peer id',
  run: (cluster) =>
    runSeed(cluster, () => async (toNewcomer, heard) => {
      const middle = await cluster.peer();
      const toMember = await middle.open(cluster.first, PROTOCOLS.membership);
      const pass = async (from: RawStream, to: RawStream, note: (word: Word) => void) => {
        for (let word = await from.word(); word; word = await from.word()) {
          note(word);
          await to.say(word);
        }
      };
      await Promise.all([pass(toNewcomer, toMember, heard), pass(toMember, toNewcomer, () => {})]);
    }),
};
