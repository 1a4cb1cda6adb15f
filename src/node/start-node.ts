import { rootCertificates } from 'node:tls';
import { systemClock } from '../base/system/clock.ts';
import { systemDisk } from '../base/system/disk.ts';
import { systemRandom } from '../base/system/random.ts';
import { busyMs } from '../base/system/process-usage.ts';
import { systemTimers } from '../base/system/timers.ts';
import { connectAsMember } from '../client/connect.ts';
import type { TlsClientOptions } from '../client/options.ts';
import { ClientPort } from '../server/client-port.ts';
import { createLog } from '../telemetry/log.ts';
import { Telemetry } from '../telemetry/telemetry.ts';
import { Tracing } from '../telemetry/tracing/tracing.ts';
import { Libp2pNetwork } from '../transport/libp2p/libp2p-network.ts';
import { type AdminPort, adminPortOf } from './admin-port.ts';
import { clientViewsOf } from './client-views.ts';
import { Guards, guardFilesOf } from './guards.ts';
import { identityIn } from './identity.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import { addNodeMetrics } from './node-metrics.ts';
import { openNode } from './open-node.ts';
import { StarlingNode } from './starling-node.ts';
import { reload } from './reload.ts';
import { SOFTWARE_VERSION } from './software-version.ts';

/** How long another member may take to say how it is, or what it has of a key, to the dashboard of this one. */
const WATCH_TIMEOUT_MS = 4000;

/**
 * Runs a peer in this process, on the machine's own clock, disk and network.
 *
 * Resolves when it is a member of its cluster and serves clients; where no member answers at the bootstrap addresses
 * that may take for ever. The caller stops it.
 *
 *     const node = await startNode(configurationOf({ cluster: { name: 'demo' }, found: true, dataDirectory: './data' }));
 *     await node.put('greeting', 'hello');
 *     await node.stop();
 *
 * @throws StarlingError CONFIGURATION where the data directory, an address or a port can't be had; CORRUPTION where the log
 *   is damaged; FORBIDDEN where the cluster refuses this peer. Nothing is left running then.
 */
export async function startNode(configuration: NodeConfiguration): Promise<StarlingNode> {
  const { cluster, dataDirectory } = configuration;
  const startedMs = systemClock.monotonicMs();
  const log = createLog(
    configuration.log.level,
    configuration.zone || cluster.name,
    configuration.log.format,
  );
  const telemetry = new Telemetry(log, systemClock);
  const { slowRequests } = telemetry.replication;
  slowRequests.thresholdMs = configuration.log.slowRequestMs;
  const guardFiles = guardFilesOf(configuration);
  const tracing = await tracingOf(configuration, telemetry);
  const disk = systemDisk(dataDirectory);
  const late: { network?: Libp2pNetwork } = {};
  const openNetwork = async () => {
    late.network = new Libp2pNetwork({
      identity: await identityIn(disk),
      listen: configuration.listen,
      announce: configuration.announce,
      onUnpublished: (reason) => telemetry.unpublished(reason),
    });
    return late.network;
  };
  const world = { clock: systemClock, timers: systemTimers, random: systemRandom, disk, openNetwork };
  const node = await openNode(configuration, world, telemetry, tracing);
  tracing?.start(node.self);
  const guards = new Guards(configuration, guardFiles, { node });
  const { access, tls } = guards;
  const views = clientViewsOf({
    node,
    configuration,
    telemetry,
    clock: systemClock,
    timers: systemTimers,
    startedMs,
  });
  const clientPort = new ClientPort(
    {
      host: configuration.clientHost,
      port: configuration.clientPort,
      memoryBytes: configuration.clientMemoryBytes,
      tls,
    },
    {
      requests: node.coordinator,
      access,
      views,
      clock: systemClock,
      timers: systemTimers,
      busyMs,
      events: telemetry,
      tracer: tracing,
    },
  );
  const metered = {
    node,
    connections: () => late.network?.connections() ?? { inbound: 0, outbound: 0 },
    clientPort,
    telemetry,
    clock: systemClock,
    replicas: cluster.replicas,
  };
  addNodeMetrics(metered);
  const connectToCluster = async () =>
    connectAsMember(
      { addresses: [clientPort.address()], timeoutMs: WATCH_TIMEOUT_MS, tls: fellowsTls(guards) },
      guards.credentials,
    );
  let adminPort: AdminPort | undefined;
  try {
    adminPort = await adminPortOf(configuration, {
      metered,
      views,
      timers: systemTimers,
      access,
      connect: connectToCluster,
    });
    await clientPort.start();
    // While it joins, too: that may take for ever, and this says why.
    await adminPort?.start();
    await node.start(clientPort.address());
  } catch (error) {
    await clientPort.stop();
    await node.stop({ graceful: false });
    await adminPort?.stop();
    await tracing?.stop();
    throw error;
  }
  return new StarlingNode({
    node,
    clientPort,
    adminPort,
    tracing,
    views,
    reload: (before, after) =>
      reload(
        {
          antiEntropy: node.convergence.antiEntropy,
          copy: node.copy,
          log,
          slowRequests,
          files: { reload: () => guards.reload(clientPort) },
        },
        before,
        after,
      ),
    configuration,
  });
}

/**
 * A member is a client of its fellows: it trusts whom they trust. Where that is not said, those who have signed its own certificate, as far as
 * they are in its file, and all whom any browser trusts.
 */
function fellowsTls({ tls }: Guards): TlsClientOptions | undefined {
  if (tls === undefined) return undefined;
  const { cert, key, clientCa } = tls;
  return { ca: clientCa ?? [cert, ...rootCertificates].join('\n'), cert, key };
}

/** Undefined where traces are off: nothing of OpenTelemetry is loaded then. */
async function tracingOf(
  { otel, cluster }: NodeConfiguration,
  telemetry: Telemetry,
): Promise<Tracing | undefined> {
  if (!otel.enabled) return undefined;
  return Tracing.load({
    endpoint: otel.endpoint,
    ratio: otel.ratio,
    cluster: cluster.name,
    version: SOFTWARE_VERSION,
    timers: systemTimers,
    events: telemetry.tracing,
  });
}
