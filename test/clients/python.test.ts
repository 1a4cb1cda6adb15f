import { expect } from 'chai';
import { Bench } from '../../clients/conformance/bench.ts';
import { CHECKS } from '../../clients/conformance/checks.ts';
import { python } from '../../clients/conformance/languages/python.ts';

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

  for (const check of CHECKS) {
    it(check.name, () => bench!.run(check));
  }
});
