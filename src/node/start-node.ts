import type { Disk } from '../base/disk.ts';
import { systemClock } from '../base/system/clock.ts';
import { systemDisk } from '../base/system/disk.ts';
import { systemRandom } from '../base/system/random.ts';
import { systemTimers } from '../base/system/timers.ts';
import { ClientPort } from '../server/client-port.ts';
import { createLog } from '../telemetry/log.ts';
import { IDENTITY } from '../storage/layout.ts';
import { Telemetry } from '../telemetry/telemetry.ts';
import { createIdentity } from '../transport/libp2p/identity.ts';
import { Libp2pNetwork } from '../transport/libp2p/libp2p-network.ts';
import { keyOf } from '../version/key.ts';
import { locationOf, topologyOf } from './cluster-view.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import { openNode } from './open-node.ts';
import { StarlingNode } from './starling-node.ts';
import { statusOf } from './status.ts';

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
  const telemetry = new Telemetry(
    createLog(configuration.log.level, configuration.zone || cluster.name, configuration.log.format),
  );
  const disk = systemDisk(dataDirectory);
  const openNetwork = async () =>
    new Libp2pNetwork({
      identity: await identityIn(disk),
      listen: configuration.listen,
      announce: configuration.announce,
      onUnpublished: (reason) => telemetry.unpublished(reason),
    });
  const world = { clock: systemClock, timers: systemTimers, random: systemRandom, disk, openNetwork };
  const node = await openNode(configuration, world, telemetry);
  const views = {
    topology: () => topologyOf(cluster, node.gossip, node.custody),
    status: () => statusOf({ node, cluster, telemetry, clock: systemClock, startedMs, dataDirectory }),
    locate: (key: string) => locationOf(keyOf(key), node.custody),
  };
  const clientPort = new ClientPort(
    { host: configuration.clientHost, port: configuration.clientPort },
    { requests: node.coordinator, views, timers: systemTimers, events: telemetry },
  );
  try {
    await clientPort.start();
    await node.start(clientPort.address());
  } catch (error) {
    await clientPort.stop();
    await node.stop({ graceful: false });
    throw error;
  }
  return new StarlingNode({ node, clientPort, views });
}

/** The peer's private key: made at its first start, kept ever after. */
async function identityIn(disk: Disk): Promise<Uint8Array> {
  const known = await disk.readFile(IDENTITY);
  if (known !== undefined) return known;
  const identity = createIdentity();
  await disk.replaceFile(IDENTITY, identity);
  return identity;
}
