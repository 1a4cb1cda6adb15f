import { expect } from 'chai';
import { startPeer } from '../server/peer.ts';
import { pythonClientObstacle, runPythonClient } from './python-client.ts';

describe('a client in Python, from client.proto and a socket,', () => {
  before(async function () {
    const obstacle = await pythonClientObstacle();
    if (obstacle === undefined) return;
    if (process.env['CI']) throw new Error(obstacle);
    console.log(`    skipped: ${obstacle}`);
    this.skip();
  });

  it('puts, gets, deletes, batches, pipelines and is told its mistakes', async () => {
    const peer = await startPeer();
    let release = (): void => {};
    let quick = 0;
    peer.requests.before = (_op, key) => {
      if (key.includes('/slow/')) return new Promise((resolve) => (release = resolve));
      if (key.includes('/quick/') && ++quick === 99) setImmediate(release);
      return undefined;
    };
    try {
      const { checked, answerOrder } = await runPythonClient(peer.address);
      expect(checked).to.have.length.greaterThan(18);
      expect(answerOrder.at(-1), 'the slow one, sent first').to.equal(0);
    } finally {
      await peer.stop();
    }
  }).timeout(60_000);

  const live = process.env['STARLING_CLIENT_ADDRESS'];
  if (live !== undefined) {
    it(`does the same at ${live}`, async () => {
      expect((await runPythonClient(live)).checked).to.have.length.greaterThan(18);
    }).timeout(60_000);
  }
});
