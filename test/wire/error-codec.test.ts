import { expect } from 'chai';
import fc from 'fast-check';
import { ERROR_CODES, type ErrorCode, StarlingError } from '../../src/base/errors.ts';
import { encodeVersion } from '../../src/version/version.ts';
import { errorFromWire, errorToWire, staleVersionFromWire } from '../../src/wire/error-codec.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { versions } from '../version/version.test.ts';

const WireError = starling.v1.Error;
const codes = fc.constantFrom(...(Object.keys(ERROR_CODES) as ErrorCode[]));
const overTheWire = (error: StarlingError) => WireError.decode(WireError.encode(errorToWire(error)).finish());

describe('an error on a wire', () => {
  it('keeps its code, its message, and whether to try again', () => {
    fc.assert(
      fc.property(codes, fc.string({ unit: 'binary' }), (code, message) => {
        const error = errorFromWire(overTheWire(new StarlingError(code, message)));
        expect([error.code, error.message]).to.deep.equal([code, message]);
        expect(overTheWire(error).retryable).to.equal(error.retryable);
      }),
    );
  });

  it('says when to come back after an overload, also where nobody said when', () => {
    const known = new StarlingError('OVERLOADED', 'later', { retryAfterMs: 700 });
    expect(errorFromWire(overTheWire(known)).facts).to.deep.equal({ retryAfterMs: 700 });
    const unknown = new StarlingError('OVERLOADED', 'later');
    expect(errorFromWire(overTheWire(unknown)).facts['retryAfterMs']).to.be.greaterThan(0);
    expect(errorFromWire(overTheWire(new StarlingError('TIMEOUT', 'slow'))).facts).to.deep.equal({});
  });

  it('has the numbers that the protocol gives its codes', () => {
    for (const [name, number] of Object.entries(ERROR_CODES)) {
      expect(starling.v1.ErrorCode).to.have.property(`ERROR_CODE_${name}`, number);
    }
  });

  it('reads as a breach of the protocol where its code is unknown', () => {
    expect(errorFromWire({ code: 999 as never })).to.include({
      code: 'PROTOCOL',
      message: 'no reason given',
    });
  });

  it('carries a version where a newer one was held, and only then', () => {
    fc.assert(
      fc.property(versions, codes, (version, code) => {
        const wire = { ...errorToWire(new StarlingError(code, 'x')), version: encodeVersion(version) };
        const read = staleVersionFromWire(WireError.decode(WireError.encode(wire).finish()));
        expect(read).to.deep.equal(code === 'STALE' ? version : undefined);
      }),
    );
  });
});
