import { Telemetry } from '../../../src/telemetry/telemetry.ts';
import { replaceMethod } from '../../replace-method.ts';

/** How many are remembered: little beside what an attack may take of memory. */
const REMEMBERED = 500;

/** What nodes in this process told when they turned somebody away, `peer: reason`, the latest last; of the log's lines some are left out. */
export const refusals: string[] = [];

replaceMethod(
  Telemetry.prototype,
  'inboundRefused',
  (inboundRefused) =>
    function (this: Telemetry, peer, protocol, error) {
      refusals.push(`${peer}: ${error.message}`);
      if (refusals.length > REMEMBERED) refusals.shift();
      inboundRefused.call(this, peer, protocol, error);
    },
);
