import type { Tracer } from '../base/tracing.ts';
import type { HintStore } from '../replication/hints/hint-store.ts';
import type { DataDirectory } from '../storage/data-directory.ts';
import type { StorageEngine } from '../storage/engine.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { CustodyState } from './custody-state.ts';
import type { FloorFile } from './floor-file.ts';
import type { Ports } from './ports.ts';
import type { NodeSettings } from './settings.ts';
import type { Grant } from './turn-keeper.ts';

/** What a node has opened before it is put together; the node closes it. */
export interface NodeParts {
  readonly settings: NodeSettings;
  readonly ports: Ports;
  readonly directory: DataDirectory;
  readonly storage: StorageEngine;
  readonly hints: HintStore;
  readonly custodyState: CustodyState;
  readonly floorFile: FloorFile;
  /** Whom it had granted the next change of the owners; undefined: nobody. */
  readonly turnGrant: Grant | undefined;
  readonly telemetry: Telemetry;
  /** Undefined: requests are not recorded. */
  readonly tracer: Tracer | undefined;
}
