import type { Command } from 'commander';
import { type StartFlags, startFlags, startPeer } from './start.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
Starts a new peer in the place of a member that is gone for good: it owns just what that one owned, so that nothing else moves. The member
is named by its whole peer id, as \`starling status --json\` lists it; it can never come back under it. Give the new peer an empty data
directory, and otherwise what \`starling start\` takes.

It declares the other removed as soon as it is dead and the rest of the cluster can do without it, copies what it held from the owners that
are left, and takes its place then. \`starling status\` says how far it is, and what it waits for. To start it again later, use
\`starling start\`.

Example:
  starling replace 12D3KooWGRUv... --config network.json --data peer-9`;

export function replaceCommand(terminal: Terminal): Command {
  return startFlags('replace', 'Run one peer in the place of a member that is gone for good')
    .argument('<peer>', 'id of the member that is gone for good')
    .addHelpText('after', HELP)
    .action((peer: string, flags: StartFlags) => startPeer({ ...flags, replace: peer }, terminal));
}
