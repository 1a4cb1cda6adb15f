import { expect } from 'chai';
import type { halve } from './halve.ts';
import { onAllCores } from './on-all-cores.ts';

describe('work on all cores', function () {
  this.timeout('60s');

  const halves = (...numbers: number[]) =>
    onAllCores<typeof halve>(
      new URL('./halve.ts', import.meta.url).href,
      'halve',
      numbers.map((number) => [number]),
    );

  it('gives the results in the order of the calls', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index - 20);
    const results = await halves(...numbers);
    expect(results.map((result) => result.get('half'))).to.deep.equal(numbers.map((number) => number / 2));
  });

  it('does nothing where there is nothing to do', async () => {
    expect(await halves()).to.deep.equal([]);
  });

  it('fails with what was thrown there, and where a process dies', async () => {
    const failure = (number: number) => halves(1, number).catch((error: unknown) => String(error));
    expect(await failure(13)).to.include('13 is not halved');
    expect(await failure(99)).to.include('ended with 7');
  });
});
