import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { expect } from 'chai';
import { LIMITS } from '../../../src/base/limits.ts';
import { SpanQueue } from '../../../src/telemetry/tracing/span-queue.ts';
import { VirtualTime } from '../../simulation/world/virtual-time.ts';

const SPAN = {} as ReadableSpan;

/** A queue before a collector that answers when, and as, it is told to. */
function setUp() {
  const time = new VirtualTime();
  const sent: number[] = [];
  const told: string[] = [];
  const answers: ((code: 0 | 1) => void)[] = [];
  const exporter: SpanExporter = {
    export: (spans, onResult) => {
      sent.push(spans.length);
      answers.push((code) => onResult({ code } as object as Parameters<typeof onResult>[0]));
    },
    shutdown: () => Promise.resolve(),
  };
  const queue = new SpanQueue(exporter, time.process('queue'), {
    spansExported: (spans) => void told.push(`exported ${spans}`),
    spansDropped: (spans, reason) => void told.push(`dropped ${spans} ${reason}`),
  });
  const end = (spans: number) => {
    for (let i = 0; i < spans; i++) queue.onEnd(SPAN);
  };
  return { time, sent, told, answers, queue, end };
}

describe('spans on their way to the collector', () => {
  it('are sent together after a second', async () => {
    const { time, sent, told, answers, end } = setUp();
    end(3);
    await time.run(time.nowMs + 900);
    expect(sent).to.deep.equal([]);
    await time.run(time.nowMs + 200);
    answers[0]!(0);
    await time.run(time.nowMs + 1);
    expect([sent, told]).to.deep.equal([[3], ['exported 3']]);
  });

  it('are dropped and counted where the collector is slow and too many wait', async () => {
    const { time, sent, told, end } = setUp();
    end(LIMITS.exportedSpans);
    end(LIMITS.waitingSpans + 2);
    await time.run(time.nowMs + 5000);
    expect(sent).to.deep.equal([LIMITS.exportedSpans]);
    expect(told).to.deep.equal(['dropped 1 queue', 'dropped 1 queue']);
  });

  it('are counted where the collector does not take them', async () => {
    const { time, told, answers, end } = setUp();
    end(2);
    await time.run(time.nowMs + 1100);
    answers[0]!(1);
    expect(told).to.deep.equal(['dropped 2 collector']);
  });

  it('are given up where the collector keeps a peer from stopping', async () => {
    const { time, told, queue, end } = setUp();
    end(LIMITS.exportedSpans);
    end(5);
    await time.settle(queue.shutdown(), LIMITS.tracingStopMs + 100);
    end(1);
    expect(told).to.deep.equal(['dropped 5 stopped', 'dropped 1 stopped']);
  });
});
