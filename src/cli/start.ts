import { writeSync } from 'node:fs';
import { Command, Option } from 'commander';
import { StarlingError } from '../base/errors.ts';
import type { NodeConfiguration } from '../node/node-configuration.ts';
import type { StarlingNode } from '../node/starling-node.ts';
import { wholeNumber } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { CONFIGURATION_FLAGS, type GivenFlags, flagsGiven } from './start-flags.ts';
import type { Terminal } from './terminal.ts';

export interface StartFlags extends GivenFlags {
  readonly config?: string;
  readonly readyFd?: number;
  readonly stopWithStdin?: true;
}

/** What the one line on `--ready-fd` says, as JSON. */
export interface ReadyLine {
  readonly peer: string;
  /** `host:port` */
  readonly clientAddress: string;
  /** `host:port` of its dashboard; null where it has none. */
  readonly adminAddress: string | null;
  /** Multiaddrs for other peers. */
  readonly addresses: readonly string[];
  readonly pid: number;
}

const HELP = `
Everything else, and an explanation of each option, is in the configuration file: \`starling config\` prints one. Flags win over it.
The cluster's secret comes from --secret-file, STARLING_SECRET or the file, never from the command line, which everybody can see.

SIGHUP has it read its configuration again: tokens and certificates, the level of the log, and how much it compares and copies
(repair.intervalMs, repair.bytesPerSecond, transfer.bytesPerSecond), are taken on; of what takes a restart it says so.

SIGINT or SIGTERM stops the peer in good order: the others are told, nothing has to be suspected. A second one ends it at once, which
loses nothing that was acknowledged either.

Examples:
  starling start --found --data peer-1 --listen /ip4/127.0.0.1/tcp/7500
  starling start --bootstrap /ip4/127.0.0.1/tcp/7500 --data peer-2 --client-port 7401
  starling start --config network.json`;

export function startCommand(terminal: Terminal): Command {
  return startFlags('start', 'Run one peer in this terminal')
    .addHelpText('after', HELP)
    .action((flags: StartFlags) => startPeer(flags, terminal));
}

/** A command that runs a peer, with all that this takes. */
export function startFlags(name: string, description: string): Command {
  const command = new Command(name)
    .description(description)
    .option('--config <file>', 'configuration file, such as network.json');
  for (const flag of CONFIGURATION_FLAGS) command.addOption(flag.option);
  return command
    .addOption(
      new Option(
        '--ready-fd <number>',
        'write one line of JSON to this file descriptor when the peer has joined',
      ).argParser(wholeNumber(1, 1024)),
    )
    .option(
      '--stop-with-stdin',
      'stop when standard input ends, and so with the program that holds its other end',
    );
}

/** Runs a peer until it is told to stop, or stops of itself. */
export async function startPeer(flags: StartFlags, terminal: Terminal): Promise<void> {
  // Only this command needs them, and loading libp2p takes a while.
  const { loadConfiguration } = await import('../node/configuration/load.ts');
  const { startNode } = await import('../node/start-node.ts');
  const given = await flagsGiven(flags, terminal.env);
  const load = () => loadConfiguration({ file: flags.config, flags: given });
  const configuration = load();
  const stopRequest = awaitStop(terminal, flags.stopWithStdin === true);
  const running: { node?: StarlingNode } = {};
  terminal.onHangUp(() => {
    if (running.node !== undefined) reconfigure(running.node, load, terminal);
  });
  // A peer that can't join yet tries for ever; there is nothing to put in order when it is told to stop.
  const node = await Promise.race([startNode(configuration), stopRequest.then(() => undefined)]);
  if (node === undefined) process.exit(EXIT.ok);
  running.node = node;
  if (flags.readyFd !== undefined) {
    const { peerId: peer, clientAddress, adminAddress = null, addresses } = node;
    const line: ReadyLine = { peer, clientAddress, adminAddress, addresses, pid: process.pid };
    writeSync(flags.readyFd, `${JSON.stringify(line)}\n`);
  }
  const ended = await Promise.race([stopRequest.then(() => undefined), node.ended]);
  await node.stop();
  if (ended !== undefined) throw ended;
}

/** Says what came of it; a configuration that is wrong changes nothing. */
function reconfigure(node: StarlingNode, load: () => NodeConfiguration, terminal: Terminal): void {
  try {
    const { applied, waiting } = node.reconfigure(load());
    terminal.err(`configuration read again: ${applied.join(', ') || 'nothing'} changed\n`);
    if (waiting.length > 0) terminal.err(`${waiting.join(', ')} changed as well, which takes a restart\n`);
  } catch (error) {
    if (!(error instanceof StarlingError)) throw error;
    terminal.err(`the configuration is wrong, so nothing has changed:\n${error.message}\n`);
  }
}

/** Resolves at the first signal (or where standard input ends); the second one ends the process. */
function awaitStop(terminal: Terminal, isBoundToInput: boolean): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false;
    terminal.onInterrupt(() => {
      if (isStopping) process.exit(EXIT.interrupted);
      isStopping = true;
      resolve();
    });
    if (isBoundToInput) void untilEnd(terminal.input).then(resolve);
  });
}

async function untilEnd(input: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const _chunk of input);
  } catch {
    // A broken pipe is an end as well.
  }
}
