import { expect } from 'chai';
import { Bench } from '../../clients/conformance/bench.ts';
import { CHECKS } from '../../clients/conformance/checks.ts';
import { python } from '../../clients/conformance/languages/python.ts';
import { readmeCheck } from '../../clients/conformance/readme.ts';

/** The one client in another language that every CI run holds against a real cluster; `npm run test:clients` does so with all. */
describe('the client in Python', function () {
  this.timeout('60s');

  let bench: Bench | undefined;

  before(async function () {
    const obstacle = await python.obstacle();
    if (obstacle !== undefined) {
      if (process.env['CI']) throw new Error(obstacle);
      console.log(`    skipped: ${obstacle}`);
      this.skip();
    }
    await python.build();
    bench = new Bench(python.adapter);
  });

  after(async () => {
    await bench?.close();
  });

  it('passes its own tests, against the vectors', async () => {
    expect(await python.ownTests()).to.be.greaterThan(10);
  });

  it('does what its README shows', () => bench!.run(readmeCheck(python)));

  for (const [wrong, complaint, change] of [
    ['that fails', /get_several/, (readme) => readme.replace('.get_many(', '.get_several(')],
    ['that shows no token', /token/i, (readme) => readme.replace(/, token=.*\)/, ')')],
    ['that shows no certificate', /certificate/i, (readme) => readme.replace(/.*load_cert_chain.*/, '')],
    [
      'that keeps for ever what it says is gone',
      /half an hour/,
      (readme) => readme.replace(/, ttl_ms=[^)]*/, ''),
    ],
  ] satisfies [string, RegExp, (readme: string) => string][]) {
    it(`would be found to have a README ${wrong}`, async () => {
      const failure = await bench!.run(readmeCheck(python, change)).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(Error).with.property('message').that.matches(complaint);
    });
  }

  for (const check of CHECKS) {
    it(check.name, () => bench!.run(check));
  }
});
