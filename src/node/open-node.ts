import type { Network } from '../base/network.ts';
import { DataDirectory } from '../storage/data-directory.ts';
import { LogEngine } from '../storage/log/log-engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { loadCustodyState } from './custody-state.ts';
import { Node } from './node.ts';
import type { Ports } from './ports.ts';
import type { NodeSettings } from './settings.ts';

/** The ports of a node whose identity, and so whose network, lies in its data directory. */
export interface OpenPorts extends Omit<Ports, 'network'> {
  /** Called when this process holds the data directory. */
  readonly openNetwork: () => Promise<Network>;
}

/**
 * Opens the data directory, reads the log and puts a node together; `start` it then.
 * @throws StarlingError CONFIGURATION where the directory is in use, or of another cluster; CORRUPTION where the log is damaged
 */
export async function openNode(
  settings: NodeSettings,
  world: OpenPorts,
  telemetry: Telemetry,
): Promise<Node> {
  const { openNetwork, ...others } = world;
  const { name, partitions } = settings.cluster;
  const directory = await DataDirectory.open({ ...others, cluster: name, partitions });
  try {
    const ports: Ports = { ...others, network: await openNetwork() };
    const custodyState = await loadCustodyState(directory);
    const storage = await LogEngine.open({
      ...others,
      partitionBits: Math.log2(partitions),
      segmentBytes: settings.segmentBytes,
      events: telemetry,
    });
    return new Node({ settings, ports, directory, storage, custodyState, telemetry });
  } catch (error) {
    await directory.close();
    throw error;
  }
}
