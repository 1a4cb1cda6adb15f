import type { Check } from './bench.ts';
import { BATCHES } from './checks/batches.ts';
import { CONNECTIONS } from './checks/connections.ts';
import { DEADLINES } from './checks/deadlines.ts';
import { EXPIRY } from './checks/expiry.ts';
import { FAILURES } from './checks/failures.ts';
import { ROUTING } from './checks/routing.ts';
import { TLS } from './checks/tls.ts';
import { TOKENS } from './checks/tokens.ts';
import { VALUES } from './checks/values.ts';

/** Everything that a client has to show. The last one kills a peer of the cluster, so their order matters. */
export const CHECKS: readonly Check[] = [
  ...VALUES,
  ...EXPIRY,
  ...BATCHES,
  ...FAILURES,
  ...DEADLINES,
  ...ROUTING,
  ...TLS,
  ...TOKENS,
  ...CONNECTIONS,
];
