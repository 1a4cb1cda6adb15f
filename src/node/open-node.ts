import type { Tracer } from '../base/tracing.ts';
import type { Network } from '../base/network.ts';
import { DataDirectory } from '../storage/data-directory.ts';
import { HintStore } from '../replication/hints/hint-store.ts';
import { LogEngine } from '../storage/log/log-engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { loadCustodyState } from './custody-state.ts';
import { FloorFile } from './floor-file.ts';
import { forgetLostLog } from './lost-log.ts';
import { Node } from './node.ts';
import type { Ports } from './ports.ts';
import { TurnKeeper } from './turn-keeper.ts';
import type { NodeSettings } from './settings.ts';

const HINT_SEGMENT_BYTES = 4 << 20;

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
  tracer?: Tracer,
): Promise<Node> {
  const { openNetwork, ...others } = world;
  const { name, partitions } = settings.cluster;
  const directory = await DataDirectory.open({ ...others, cluster: name, partitions });
  let storage: LogEngine | undefined;
  try {
    const ports: Ports = { ...others, network: await openNetwork() };
    const custodyState = await forgetLostLog(directory, await loadCustodyState(directory), {
      ...others,
      log: telemetry.log,
    });
    const floorFile = await FloorFile.open(directory);
    const turnGrant = await TurnKeeper.load(directory);
    storage = await LogEngine.open({
      ...others,
      partitionBits: Math.log2(partitions),
      segmentBytes: settings.segmentBytes,
      events: telemetry.storage,
    });
    const late: { node?: Node } = {};
    const hints = await HintStore.open({
      disk: directory.disk,
      clock: ports.clock,
      partitions,
      openEngine: (folder) => LogEngine.open({ ...others, ...hintLog(partitions), disk: folder }),
      onDirty: (peer) => late.node?.convergence.antiEntropy.want(peer),
      events: telemetry.convergence,
    });
    late.node = new Node({
      settings,
      ports,
      directory,
      storage,
      hints,
      custodyState,
      floorFile,
      turnGrant,
      telemetry,
      tracer,
    });
    return late.node;
  } catch (error) {
    await storage?.close();
    await directory.close();
    throw error;
  }
}

/** Small, and never compared: what is in it is on its way to somebody else. */
function hintLog(partitions: number): { partitionBits: number; segmentBytes: number; hashTree: false } {
  return { partitionBits: Math.log2(partitions), segmentBytes: HINT_SEGMENT_BYTES, hashTree: false };
}
