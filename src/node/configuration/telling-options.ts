import { z } from 'zod';
import { LOG_FORMATS, LOG_LEVELS } from '../../telemetry/log.ts';
import { decimal, httpUrlOrNone, oneOf, wholeNumber, yesOrNo } from './option-kinds.ts';

/** What a peer tells of itself and of its requests: to its log, and to a collector of traces. */

const DAY_MS = 86_400_000;

export const logOptions = z.strictObject({
  level: oneOf(LOG_LEVELS)
    .default('info')
    .describe(
      'The least that is worth a line. debug tells of every stream and repair; warn only of what needs a person.',
    ),
  format: oneOf(LOG_FORMATS)
    .default('text')
    .describe('text: a line for people. json: an object a line, for programs.'),
  slowRequestMs: wholeNumber(0, DAY_MS, 'ms')
    .default(500)
    .describe(
      'Milliseconds from which on a request is slow: it is counted, and a few are logged with their partition and the peers that were waited ' +
        'for, never with their key. 0: none is.',
    ),
});

export const otelOptions = z.strictObject({
  enabled: yesOrNo()
    .default(false)
    .describe(
      'Record the requests that belong to a trace, and send what is recorded to a collector of OpenTelemetry: docs/tracing.md. Costs ' +
        'nothing for requests that are not traced. --otel, STARLING_OTEL.',
    ),
  endpoint: httpUrlOrNone()
    .default('')
    .describe(
      'Base address of a collector that takes OTLP over HTTP, such as http://127.0.0.1:4318. Empty: what OTEL_EXPORTER_OTLP_ENDPOINT says, ' +
        'else http://localhost:4318.',
    ),
  ratio: decimal(0, 1)
    .default(0)
    .describe(
      'Share of the requests without a trace that this peer begins one for, 0 to 1. 0: only traces that clients have begun are gone on with. ' +
        'Each traced request costs some ten spans: 0.01 is a lot for a busy cluster.',
    ),
});
