import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import type { StarlingError } from '../../src/base/errors.ts';
import { RequestFlow } from '../../src/server/request-flow.ts';

describe('the flow of requests', () => {
  let nowMs: number;
  let isRead: boolean;
  let stalled: (() => void) | undefined;
  let reasons: StarlingError[];
  let flow: RequestFlow;

  beforeEach(() => {
    nowMs = 1e6;
    isRead = true;
    stalled = undefined;
    reasons = [];
    flow = new RequestFlow(
      { pause: () => (isRead = false), resume: () => (isRead = true) },
      {
        clock: { monotonicMs: () => nowMs },
        timers: {
          after: (delayMs, task) => {
            expect(delayMs).to.equal(LIMITS.stalledClientMs);
            stalled = task;
            return { cancel: () => (stalled = undefined) };
          },
          endOfIteration: (task) => task(),
        },
        onStalled: (reason) => reasons.push(reason),
      },
    );
  });

  it('stops until the client has caught up', () => {
    flow.resume(true);
    flow.pause();
    expect(isRead).to.equal(false);
    flow.resume(false);
    expect(isRead).to.equal(false);
    flow.resume(true);
    expect(isRead).to.equal(true);
    expect(stalled).to.equal(undefined);
  });

  it('tells of a client that never catches up', () => {
    flow.pause();
    stalled?.();
    expect(reasons.map(({ code }) => code)).to.deep.equal(['OVERLOADED']);
  });

  it('knows for how long what is read at first has waited, and that what comes later has not', () => {
    expect(flow.waitedMs()).to.equal(0);
    flow.pause();
    nowMs += 2000;
    flow.resume(true);
    expect(flow.waitedMs()).to.equal(2000);
    nowMs += 300;
    expect(flow.waitedMs()).to.equal(2300);
    nowMs += 1;
    expect(flow.waitedMs()).to.equal(0);
  });

  it('minds that what was left unread by then has waited since the beginning', () => {
    flow.pause();
    nowMs += 2000;
    flow.resume(true);
    nowMs += 10;
    flow.pause();
    nowMs += 500;
    flow.resume(true);
    expect(flow.waitedMs()).to.equal(2510);
  });

  it('forgets its timer when the connection ends', () => {
    flow.pause();
    flow.end();
    expect(stalled).to.equal(undefined);
  });
});
