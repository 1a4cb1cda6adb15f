import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

type MakeCommand = (terminal: Terminal) => Command;

/** By name, in the order in which help lists them. Loading one takes a third of the time that loading all does, and most command lines have one. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  up: async () => (await import('./up.ts')).upCommand,
  cluster: async () => (await import('./cluster.ts')).clusterCommand,
  start: async () => (await import('./start.ts')).startCommand,
  config: async () => (await import('./config.ts')).configCommand,
  token: async () => (await import('./token.ts')).tokenCommand,
  put: async () => (await import('./put.ts')).putCommand,
  get: async () => (await import('./get.ts')).getCommand,
  delete: async () => (await import('./delete.ts')).deleteCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  snapshot: async () => (await import('./snapshot.ts')).snapshotCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  leave: async () => (await import('./leave.ts')).leaveCommand,
  remove: async () => (await import('./remove.ts')).removeCommand,
  replace: async () => (await import('./replace.ts')).replaceCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  ring: async () => (await import('./ring.ts')).ringCommand,
  locate: async () => (await import('./locate.ts')).locateCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  repair: async () => (await import('./repair.ts')).repairCommand,
  bench: async () => (await import('./bench.ts')).benchCommand,
};

/** The command that a command line names; all where it names none of them: what is to list them, or to guess which was meant, needs them all. */
export async function commandsFor(args: readonly string[], terminal: Terminal): Promise<Command[]> {
  const named = args.find((arg) => !arg.startsWith('-')) ?? '';
  const load = Object.hasOwn(COMMANDS, named) ? [COMMANDS[named]!] : Object.values(COMMANDS);
  const made = await Promise.all(load.map((each) => each()));
  return made.map((make) => make(terminal));
}
