import { expect } from 'chai';
import fc from 'fast-check';
import {
  parseTraceparent,
  sampledTraceFromWire,
  traceFromWire,
  traceToWire,
} from '../../src/wire/traceparent.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';
const GIVEN = `00-${TRACE_ID}-${SPAN_ID}-01`;

describe('a traceparent', () => {
  it('is read as W3C Trace Context has it', () => {
    expect(parseTraceparent(GIVEN)).to.deep.equal({ traceId: TRACE_ID, spanId: SPAN_ID, isSampled: true });
    expect(parseTraceparent(`00-${TRACE_ID}-${SPAN_ID}-fe`)?.isSampled).to.equal(false);
    expect(parseTraceparent(`01-${TRACE_ID}-${SPAN_ID}-03`)?.isSampled).to.equal(true);
  });

  it('survives its way over the wire, in 55 bytes', () => {
    for (const isSampled of [true, false]) {
      const trace = { traceId: TRACE_ID, spanId: SPAN_ID, isSampled };
      expect(traceToWire(trace)).to.have.length(55);
      expect(traceFromWire(traceToWire(trace))).to.deep.equal(trace);
      expect(sampledTraceFromWire(traceToWire(trace))).to.deep.equal(isSampled ? trace : undefined);
    }
  });

  it('is taken for none where it is malformed', () => {
    for (const text of [
      '',
      GIVEN.slice(0, -1),
      `${GIVEN}-more`,
      GIVEN.toUpperCase(),
      GIVEN.replace('00-', 'ff-'),
      GIVEN.replaceAll('-', '_'),
      `00-${'0'.repeat(32)}-${SPAN_ID}-01`,
      `00-${TRACE_ID}-${'0'.repeat(16)}-01`,
      GIVEN.replace('0af', '0ag'),
      `${GIVEN.slice(0, -1)}\n`,
      'x'.repeat(1 << 20),
    ]) {
      expect(parseTraceparent(text), text.slice(0, 60)).to.equal(undefined);
      expect(traceFromWire(Buffer.from(text)), text.slice(0, 60)).to.equal(undefined);
    }
  });

  it('never is an error, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 50, maxLength: 60 }), (bytes) => {
        expect(traceFromWire(bytes)).to.equal(undefined);
      }),
    );
  });
});
