import type { Access } from '../../src/access/access.ts';
import { AdminServer, type AdminServerOptions } from '../../src/admin/admin-server.ts';
import { type Answer, jsonAnswer } from '../../src/admin/answer.ts';
import { EventFeed } from '../../src/admin/event-feed.ts';
import { formsOf } from '../../src/admin/forms.ts';
import type { Page } from '../../src/admin/pages.ts';
import { systemTimers } from '../../src/base/system/timers.ts';

/** What a page says that strangers must not read. */
export const CONFIDENCE = 'who the members are';

/** More than the buffers of two sockets take. */
const BIG_ANSWER = jsonAnswer(200, 'x'.repeat(16 << 20));

/** The admin server of a test, with pages that need no node. */
export interface SmallServer {
  readonly server: AdminServer;
  /** What telemetry was told. */
  readonly told: string[];
  /** How many have asked for `/slow`. */
  readonly waiting: () => number;
  /** Makes `/slow` answer. */
  readonly release: () => void;
  /** At `/api/events`. */
  readonly feed: EventFeed;
}

/** What its feed tells, and how often; to how many at once: 4. */
export interface SmallFeed {
  readonly make?: () => unknown;
  readonly everyMs?: number;
}

export async function startSmallServer(
  options: Partial<AdminServerOptions> = {},
  { make = () => CONFIDENCE, everyMs = 20 }: SmallFeed = {},
  access?: Access,
): Promise<SmallServer> {
  const told: string[] = [];
  let release = (): void => {};
  let waiting = 0;
  const slow = new Promise<Answer>((resolve) => {
    release = () => resolve(jsonAnswer(200, 'at last'));
  });
  const pages = new Map<string, Page>([
    ['/api/members', () => jsonAnswer(200, CONFIDENCE)],
    ['/healthz', () => jsonAnswer(200, { status: 'alive' })],
    ['/big', () => BIG_ANSWER],
    [
      '/slow',
      () => {
        waiting++;
        return slow;
      },
    ],
    [
      '/broken',
      () => {
        throw new Error('a page that fails');
      },
    ],
  ]);
  const feed = new EventFeed({
    make,
    everyMs,
    seats: 4,
    missed: 3,
    timers: systemTimers,
    onFailed: (error) => void told.push(`failed feed: ${String(error)}`),
  });
  const server = new AdminServer(
    { host: '127.0.0.1', port: 0, isPortOptional: false, ...options },
    {
      pages,
      forms: formsOf((key) => Promise.resolve({ key, verdict: CONFIDENCE })),
      feeds: new Map([['/api/events', feed]]),
      timers: systemTimers,
      access,
      events: {
        adminListening: (url) => void told.push(`listening ${url}`),
        adminRefused: (_from, reason) => void told.push(`refused ${reason}`),
        adminFailed: (what, error) => void told.push(`failed ${what}: ${error.message}`),
      },
    },
  );
  await server.start();
  return { server, told, waiting: () => waiting, release, feed };
}
