import { expect } from 'chai';
import fc from 'fast-check';
import { StarlingError } from '../../src/base/errors.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { keyOf } from '../../src/version/key.ts';
import { starling } from '../../src/wire/gen/messages.js';
import {
  comparedFromWire,
  comparedToWire,
  comparisonsFromWire,
  comparisonsToWire,
  durabilityFromWire,
  durabilityToWire,
  pageFromWire,
  pageToWire,
  readAnswerFromWire,
  readAnswerToWire,
  scanFromWire,
  scanToWire,
  tokenFromWire,
  tokenToWire,
  writeAnswerFromWire,
  writeAnswerToWire,
} from '../../src/wire/replica-codec.ts';
import { versions } from '../version/version.test.ts';
import { records } from './record-codec.test.ts';

const { Compare, ReplicaResponse, ReplicaScan } = starling.v1;
type Response = starling.v1.ReplicaResponse.$Properties;

const uint32 = fc.nat(0xffff_ffff);
const tokens = fc.record({ high: uint32, low: uint32 });
const failure = new StarlingError('NOT_READY', 'still copying');
const overTheWire = (response: Response) => ReplicaResponse.decode(ReplicaResponse.encode(response).finish());

describe('answers of replicas on a wire', () => {
  it('say that a write was taken, or which newer version there is, or why not', () => {
    fc.assert(
      fc.property(versions, (version) => {
        for (const answer of [{ kind: 'acknowledged' }, { kind: 'stale', version }] as const) {
          expect(writeAnswerFromWire(overTheWire(writeAnswerToWire(answer)))).to.deep.equal(answer);
        }
      }),
    );
    const failed = writeAnswerFromWire(overTheWire(writeAnswerToWire({ kind: 'failed', error: failure })));
    expect(failed).to.have.nested.property('error.code', 'NOT_READY');
  });

  it('give the record where it was asked for, and else its version', () => {
    fc.assert(
      fc.property(fc.option(records, { nil: undefined }), (record) => {
        const answer = { kind: 'held', version: record?.version, record } as const;
        expect(readAnswerFromWire(overTheWire(readAnswerToWire(answer, true)))).to.deep.equal(answer);
        expect(readAnswerFromWire(overTheWire(readAnswerToWire(answer, false)))).to.deep.equal({
          ...answer,
          record: undefined,
        });
      }),
    );
  });

  it('carry pages to the last token', () => {
    fc.assert(
      fc.property(
        fc.array(records, { maxLength: 5 }),
        fc.option(tokens, { nil: undefined }),
        fc.nat(2 ** 32 - 1),
        (list, next, floorS) => {
          const floorMs = floorS * 1000;
          expect(pageFromWire(overTheWire(pageToWire({ records: list, next, floorMs })))).to.deep.equal({
            records: list,
            next,
            floorMs,
          });
        },
      ),
    );
  });

  it('carry the indices of what differs', () => {
    expect(comparedFromWire(overTheWire(comparedToWire([0, 5, 1000])))).to.deep.equal([0, 5, 1000]);
    expect(comparedFromWire(overTheWire(comparedToWire([])))).to.deep.equal([]);
    expect(comparedFromWire(overTheWire(comparedToWire(failure)))).to.include({ code: 'NOT_READY' });
  });

  it('are a breach of the protocol where they answer something else', () => {
    const written = overTheWire({ written: {} });
    expect(readAnswerFromWire(written)).to.have.nested.property('error.code', 'PROTOCOL');
    expect(pageFromWire(written)).to.include({ code: 'PROTOCOL' });
    expect(comparedFromWire(written)).to.include({ code: 'PROTOCOL' });
    expect(writeAnswerFromWire(overTheWire({ page: {} }))).to.have.nested.property('error.code', 'PROTOCOL');
  });
});

describe('requests to replicas on a wire', () => {
  it('keep their durability, and are durable where they name one that is unknown', () => {
    for (const durability of ['fsync', 'memory'] as const) {
      expect(durabilityFromWire(durabilityToWire(durability))).to.equal(durability);
    }
    for (const unknown of [0, 99, null, undefined]) expect(durabilityFromWire(unknown)).to.equal('fsync');
  });

  it('keep where a scan goes on', () => {
    const limits = fc.integer({ min: 1, max: LIMITS.pageBytes });
    fc.assert(
      fc.property(uint32, fc.option(tokens, { nil: undefined }), limits, (partition, after, limitBytes) => {
        const bytes = ReplicaScan.encode(scanToWire({ partition, after, limitBytes })).finish();
        expect(scanFromWire(ReplicaScan.decode(bytes))).to.deep.equal({ partition, after, limitBytes });
      }),
    );
  });

  it('ask for no more than a page, whatever they name', () => {
    for (const limitBytes of [0, LIMITS.pageBytes + 1, 0xffff_ffff]) {
      expect(scanFromWire({ limitBytes }).limitBytes).to.equal(LIMITS.pageBytes);
    }
  });

  it('keep what is to be compared', () => {
    const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }).map((text) => keyOf(text));
    const comparison = fc.record({
      key: keys,
      version: fc.option(versions, { nil: undefined }),
      ownersHash: uint32,
    });
    fc.assert(
      fc.property(fc.array(comparison, { maxLength: 10 }), (list) => {
        const bytes = Compare.encode(comparisonsToWire(list)).finish();
        expect(comparisonsFromWire(Compare.decode(bytes))).to.deep.equal(list);
      }),
    );
  });

  it('are refused with more comparisons than a message has', () => {
    const items = Array.from({ length: LIMITS.batchItems + 1 }, () => ({ key: 'k' }));
    expect(() => comparisonsFromWire({ items }))
      .to.throw()
      .with.property('code', 'INVALID_ARGUMENT');
  });
});

describe('a token on a wire', () => {
  it('sorts as its bytes do', () => {
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const order = Math.sign(a.high - b.high || a.low - b.low);
        expect(Buffer.compare(tokenToWire(a), tokenToWire(b))).to.equal(order);
        expect(tokenFromWire(tokenToWire(a))).to.deep.equal(a);
      }),
    );
  });

  it('is none where it has no bytes, and refused where it has not eight', () => {
    expect(tokenFromWire(new Uint8Array())).to.equal(undefined);
    for (const length of [1, 7, 9]) {
      expect(() => tokenFromWire(new Uint8Array(length)))
        .to.throw()
        .with.property('code', 'INVALID_ARGUMENT');
    }
  });
});
