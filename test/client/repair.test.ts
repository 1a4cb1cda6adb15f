import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { type ExchangeReport, type StarlingClient, connect } from '../../src/client/index.ts';
import { NOTHING_EXCHANGED, type RepairProgress } from '../../src/wire/repair-codec.ts';
import { type StubPeer, startPeer } from '../server/peer.ts';

const HALF: RepairProgress = {
  done: false,
  failure: undefined,
  report: { ...NOTHING_EXCHANGED, partitions: 4, given: 1 },
};
const WHOLE: RepairProgress = { ...HALF, done: true, report: { ...HALF.report, differing: 1, given: 9 } };
const failed = (code: 'OVERLOADED' | 'WRONG_OWNERS', facts = {}): RepairProgress => ({
  ...HALF,
  done: true,
  failure: new StarlingError(code, 'it was given up', facts),
});

describe('a client that has two owners compare', () => {
  let peer: StubPeer;
  let client: StarlingClient;

  beforeEach(async () => {
    peer = await startPeer();
    client = await connect({ addresses: [peer.address], timeoutMs: 10_000 });
  });

  afterEach(async () => {
    await client.close();
    await peer.stop();
  });

  /** Lets the peer answer so, one after the other, and gives what comes of it. */
  async function repair(...answers: (RepairProgress | StarlingError)[]) {
    peer.onRepair = () => {
      const answer = answers.shift() ?? WHOLE;
      if (answer instanceof StarlingError) throw answer;
      return answer;
    };
    const told: ExchangeReport[] = [];
    const order = { address: peer.address, partner: 'b', partition: 3 };
    const outcome = await client
      .repair({ ...order, onProgress: (report) => void told.push(report) })
      .catch((error: unknown) => (error as StarlingError).code);
    return { outcome, told, runs: peer.repairs.map(({ run }) => run) };
  }

  it('asks until it is done, about the same comparison, and tells how far it is', async () => {
    const { outcome, told, runs } = await repair(HALF, HALF, WHOLE);
    expect(outcome).to.deep.equal(WHOLE.report);
    expect(told).to.deep.equal([HALF.report, HALF.report, WHOLE.report]);
    expect(runs).to.have.length(3);
    expect(new Set(runs).size).to.equal(1);
    expect(runs[0]).to.be.greaterThan(0);
    expect(peer.repairs[0]).to.include({ peer: 'b', partition: 3 });
  });

  it('asks again about the same one where no answer came', async () => {
    const { outcome, runs } = await repair(HALF, new StarlingError('UNAVAILABLE', 'just now'), WHOLE);
    expect(outcome).to.deep.equal(WHOLE.report);
    expect(new Set(runs).size).to.equal(1);
  });

  it('orders another where too many were waiting, after the time that it was told', async () => {
    const startedMs = performance.now();
    const { outcome, runs } = await repair(failed('OVERLOADED', { retryAfterMs: 50 }), WHOLE);
    expect(outcome).to.deep.equal(WHOLE.report);
    expect(new Set(runs).size).to.equal(2);
    expect(performance.now() - startedMs).to.be.at.least(45);
  });

  it('fails as the comparison did, and as the peer refuses', async () => {
    expect((await repair(HALF, failed('WRONG_OWNERS'))).outcome).to.equal('WRONG_OWNERS');
    expect((await repair(new StarlingError('INVALID_ARGUMENT', 'with itself'))).outcome).to.equal(
      'INVALID_ARGUMENT',
    );
  });

  it('gives up a peer that does not answer any more', async () => {
    const { address } = peer;
    await client.close();
    client = await connect({ addresses: [address], timeoutMs: 1000 });
    await peer.stop();
    const error = await client.repair({ address, partner: 'b' }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code').that.is.oneOf(['UNAVAILABLE', 'TIMEOUT']);
    peer = await startPeer();
  });
});
