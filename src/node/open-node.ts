import { DataDirectory } from '../storage/data-directory.ts';
import { LogEngine } from '../storage/log/log-engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { Node } from './node.ts';
import type { Ports } from './ports.ts';
import { loadComplete } from './saved-state.ts';
import type { NodeSettings } from './settings.ts';

/**
 * Opens the data directory, reads the log and puts a node together; `start` it then.
 * @throws StarlingError CONFIGURATION where the directory is in use, or of another cluster; CORRUPTION where the log is damaged
 */
export async function openNode(settings: NodeSettings, ports: Ports, telemetry: Telemetry): Promise<Node> {
  const { name, partitions } = settings.cluster;
  const directory = await DataDirectory.open({ disk: ports.disk, random: ports.random, cluster: name, partitions });
  try {
    const storage = await LogEngine.open({
      ...ports,
      partitionBits: Math.log2(partitions),
      segmentBytes: settings.segmentBytes,
      events: telemetry,
    });
    const complete = await loadComplete(directory);
    return new Node({ settings, ports, directory, storage, complete, telemetry });
  } catch (error) {
    await directory.close();
    throw error;
  }
}
