/**
 * What is where in a data directory, and in a snapshot of one (of which `lock` and `log/reserve` are left out):
 *
 *     lock             held while a process has the directory open
 *     manifest.json    which cluster and which storage this is (manifest.ts)
 *     identity.key     the peer's private key
 *     state/*.json     small things that the node must remember (state-file.ts)
 *     log/             the records (log/format.ts)
 *     hints/           what other peers missed (replication/hints/); in no snapshot
 */
export const LOCK = 'lock';
export const IDENTITY = 'identity.key';
export const STATE_FOLDER = 'state';
/** What the log notes of itself (log/log-state.ts). */
export const LOG_STATE = 'log/state.json';

/** `state/custody.json` */
export function statePath(name: string): string {
  return `${STATE_FOLDER}/${name}.json`;
}

/** `custody` of `custody.json`; undefined for other files. */
export function stateNameOf(file: string): string | undefined {
  return /^(.+)\.json$/.exec(file)?.[1];
}
