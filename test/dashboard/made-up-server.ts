import type { Access } from '../../src/access/access.ts';
import { AdminServer } from '../../src/admin/admin-server.ts';
import { dashboardPages } from '../../src/admin/dashboard-pages.ts';
import { EventFeed } from '../../src/admin/event-feed.ts';
import { formsOf } from '../../src/admin/forms.ts';
import { pagesOf } from '../../src/admin/pages.ts';
import { systemClock } from '../../src/base/system/clock.ts';
import { systemTimers } from '../../src/base/system/timers.ts';
import { dashboardFiles } from '../../src/node/dashboard-files.ts';
import type { MadeUpCluster } from './made-up-cluster.ts';

/** The admin port as it is, in front of a cluster that isn't. */
export async function startMadeUpServer(
  cluster: MadeUpCluster,
  { port = 0, access }: { readonly port?: number; readonly access?: Access } = {},
): Promise<AdminServer> {
  const views = {
    membership: () => {
      throw new Error('the dashboard does not ask for that');
    },
    unreadiness: () => undefined,
    snapshot: () => cluster.snapshot(),
    ring: () => cluster.ring(),
    history: () => cluster.history(),
    metrics: { contentType: 'text/plain', text: () => Promise.resolve('') },
  };
  const feed = new EventFeed({
    make: () => cluster.snapshot(),
    everyMs: 100,
    timers: systemTimers,
    onFailed: (error) => {
      throw error;
    },
  });
  const server = new AdminServer(
    { host: '127.0.0.1', port, isPortOptional: false },
    {
      pages: new Map([...dashboardPages(await dashboardFiles()), ...pagesOf(views, systemClock)]),
      forms: formsOf((key) => Promise.resolve(cluster.explanation(key))),
      feeds: new Map([['/api/events', feed]]),
      timers: systemTimers,
      access,
      events: {
        adminListening: () => undefined,
        adminRefused: () => undefined,
        adminFailed: (what, error) => {
          throw new Error(`${what}: ${error.message}`);
        },
      },
    },
  );
  await server.start();
  return server;
}
