import { expect } from 'chai';
import { formsOf } from '../../src/admin/forms.ts';
import { StarlingError } from '../../src/base/errors.ts';

describe('the form that asks about a key', () => {
  const ask = (content: unknown, explain: (key: string) => Promise<object>) =>
    formsOf(explain).get('/api/explain')!(content);
  const echo = (key: string) => Promise.resolve({ key });

  it('is answered with what is known of it', async () => {
    const { status, body } = await ask({ key: 'wren' }, echo);
    expect([status, JSON.parse(body)]).to.deep.equal([200, { key: 'wren' }]);
  });

  for (const content of [undefined, null, 'wren', ['wren'], {}, { key: 7 }, Object.create({ key: 'wren' })]) {
    it(`refuses ${JSON.stringify(content)}, and asks nobody`, async () => {
      let asked = 0;
      const { status } = await ask(content, (key) => {
        asked++;
        return echo(key);
      });
      expect([status, asked]).to.deep.equal([400, 0]);
    });
  }

  for (const [code, status] of [
    ['INVALID_ARGUMENT', 400],
    ['UNAVAILABLE', 503],
    ['TIMEOUT', 503],
    ['OVERLOADED', 503],
    ['STOPPED', 503],
  ] as const) {
    it(`answers ${status} where that fails with ${code}`, async () => {
      const answer = await ask({ key: '' }, () => Promise.reject(new StarlingError(code, 'why')));
      expect([answer.status, JSON.parse(answer.body)]).to.deep.equal([
        status,
        { error: { code, message: 'why' } },
      ]);
    });
  }

  it('leaves any other failure to the server, which says so', async () => {
    const failure = new StarlingError('CORRUPTION', 'damage');
    const thrown: unknown = await ask({ key: 'a' }, () => Promise.reject(failure)).catch(
      (error: unknown) => error,
    );
    expect(thrown).to.equal(failure);
  });
});
