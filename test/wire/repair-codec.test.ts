import { expect } from 'chai';
import fc from 'fast-check';
import protobuf from 'protobufjs/minimal.js';
import { ERROR_CODES, type ErrorCode, StarlingError } from '../../src/base/errors.ts';
import { clientAnswerType } from '../../src/wire/client-answer.ts';
import { clientReplyFromWire } from '../../src/wire/client-reply.ts';
import { clientRequestFromWire, clientRequestToWire } from '../../src/wire/client-request.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { NOTHING_EXCHANGED, type RepairProgress, sumOfReports } from '../../src/wire/repair-codec.ts';

const words = fc.string({ unit: 'binary', maxLength: 60 });
const uint32 = fc.nat(0xffff_ffff);
const large = fc.nat(2 ** 48);
const error = fc
  .record({ code: fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[])), message: words })
  .map(({ code, message }) => new StarlingError(code, message === '' ? 'why' : message));
const report = fc.record({
  partitions: uint32,
  differing: uint32,
  notCompared: uint32,
  given: large,
  taken: large,
  recordBytes: large,
});

/** What a client reads of an answer. */
function sent(result: Parameters<typeof clientAnswerType.encode>[0]['result']) {
  return clientReplyFromWire(clientAnswerType.encode({ id: 7, result }, protobuf.Writer.create()).finish());
}

const toldOf = ({ failure, ...progress }: RepairProgress) => ({
  ...progress,
  failure: failure && { code: failure.code, message: failure.message },
});

describe('orders about repair', () => {
  it('survive their encoding', () => {
    const order = fc.oneof(
      fc.record({
        kind: fc.constant('repair' as const),
        run: uint32,
        peer: words,
        partition: fc.constantFrom(undefined, 0, 1, 65_535),
      }),
      fc.record({
        kind: fc.constant('pauseRepair' as const),
        peer: words,
        pauseMs: large,
        expiresMs: large,
        proof: fc.uint8Array({ maxLength: 40 }),
      }),
    );
    fc.assert(
      fc.property(order, (operation) => {
        const wire = clientRequestToWire(7, 100, undefined, operation);
        const read = clientRequestFromWire(starling.v1.ClientRequest.encode(wire).finish());
        expect(read).to.deep.equal({
          id: 7,
          timeoutMs: 100,
          session: undefined,
          trace: undefined,
          operation,
        });
      }),
    );
  });

  it('are answered with what survives its encoding', () => {
    const failure = fc.option(error, { nil: undefined });
    fc.assert(
      fc.property(fc.record({ done: fc.boolean(), failure, report }), (progress) => {
        const { id, result } = sent({ kind: 'repairProgress', progress });
        expect(id).to.equal(7);
        if (result instanceof StarlingError || result.kind !== 'repairProgress')
          throw new Error('another answer');
        expect(toldOf(result.progress)).to.deep.equal(toldOf(progress));
      }),
    );
    expect(sent({ kind: 'repairPaused' })).to.deep.equal({ id: 7, result: { kind: 'repairPaused' } });
  });
});

describe('reports of exchanges', () => {
  it('add up, figure by figure', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 5 }), (reports) => {
        const sum = sumOfReports(reports);
        for (const figure of Object.keys(NOTHING_EXCHANGED) as (keyof typeof NOTHING_EXCHANGED)[]) {
          expect(sum[figure]).to.equal(reports.reduce((total, each) => total + each[figure], 0));
        }
      }),
    );
  });
});
