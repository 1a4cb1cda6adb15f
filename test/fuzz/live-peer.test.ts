import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import { AttackedCluster } from '../evil/attacked-cluster.ts';
import { harmOf } from '../evil/harm.ts';
import { Target } from '../evil/target.ts';
import type { Attack } from '../evil/attack.ts';
import type { PlantedBug } from '../evil/target/target-requests.ts';
import { forgedIntents, strangersWords, liveAttacks } from './live-attacks.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));

describe(`a cluster of real peers is not moved by fuzzed (FUZZ_SEED=${SEED})`, function () {
  this.timeout('120s');

  const target = new Target();
  let cluster: AttackedCluster;

  before(async () => {
    cluster = await AttackedCluster.start(target);
  });

  after(async () => {
    await cluster.stop();
    await target.end();
  });

  for (const attack of liveAttacks(SEED)) {
    it(attack.name, async () => expect(await harmOf(cluster, attack)).to.deep.equal([]));
  }
});

const CASES: readonly { readonly bug: PlantedBug; readonly attack: Attack; readonly harm: RegExp }[] = [
  { bug: 'every refusal is a line in the log', attack: strangersWords(SEED), harm: /lines were logged/ },
  { bug: 'signatures are not checked', attack: forgedIntents(SEED), harm: /intents |membership\.json/ },
];

describe(`fuzzing of real peers would be noticed if (FUZZ_SEED=${SEED})`, function () {
  this.timeout('120s');

  const target = new Target();

  afterEach(() => target.ask('stop'));

  after(() => target.end());

  for (const { bug, attack, harm } of CASES) {
    it(`${bug}: ${attack.name}`, async () => {
      const cluster = await AttackedCluster.start(target, { nodes: 2, restMs: 0 });
      await target.ask('plant', bug);
      const isFound = (found: readonly string[]) => found.some((line) => harm.test(line));
      const found = await harmOf(cluster, attack, isFound);
      expect(isFound(found), found.join('\n')).to.equal(true);
    });
  }
});
