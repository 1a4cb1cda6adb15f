import { expect } from 'chai';
import { ATTACKS, isServedWithin, type Target } from './attacks.ts';
import { NaiveServer } from './naive-server.ts';
import { startSmallServer } from './small-server.ts';

const CONNECTIONS = 8;
/** Less than a connection is kept open for another request. */
const PATIENCE_MS = 4000;

describe('somebody hostile at the admin port', function () {
  this.timeout('60s');

  for (const { name, run, naiveConnections } of ATTACKS) {
    it(`${name}: in vain, and others are served`, async () => {
      const { server } = await startSmallServer({ connections: CONNECTIONS, headMs: 200, answerMs: 300 });
      const target: Target = { address: server.address, connections: CONNECTIONS, patienceMs: PATIENCE_MS };
      try {
        expect(await run(target)).to.equal(undefined);
        expect(await isServedWithin(target), 'others are served').to.be.true;
      } finally {
        await server.stop();
      }
    });

    it(`${name}: with success against a server without defences`, async () => {
      const naive = await NaiveServer.start(naiveConnections);
      try {
        expect(await run({ address: naive.address, connections: CONNECTIONS, patienceMs: 700 })).to.be.a(
          'string',
        );
      } finally {
        await naive.stop();
      }
    });
  }
});
