import { EventEmitter, once } from 'node:events';
import { Command } from 'commander';
import { wholeNumber } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import type { Flock } from './flock/flock.ts';
import {
  DEFAULT_FLOCK_FOLDER,
  forgetRunningFlock,
  noteRunningFlock,
  readRunningFlock,
} from './flock/running.ts';
import { Outcome } from './outcome.ts';
import { table } from './table.ts';
import { type Colour, type Terminal, paint } from './terminal.ts';

interface UpFlags {
  readonly nodes?: number;
  readonly config?: string;
  readonly data: string;
  readonly fresh?: true;
  readonly logLevel?: string;
}

const MOST_NODES = 50;
const PEER_COLOURS: readonly Colour[] = ['cyan', 'magenta', 'yellow', 'green', 'blue'];

const HELP = `
Each peer is a process of its own on loopback, with its data in a folder of its own under --data. Their ports are chosen the first
time (clients from 7400, peers from 7500 on) and stay the same; so does the data, until --fresh throws it away.

Ctrl-C stops all peers in good order. A peer that dies is reported and not started again, so that you can see what a cluster does
without it; \`starling start --config .starling/peer-2.json\` starts it.

The configuration may set everything but what differs between the peers: data folder, addresses, ports, bootstrap and found.

Examples:
  starling up
  starling up --nodes 5 --config network.json --data /tmp/flock --fresh`;

export function upCommand(terminal: Terminal): Command {
  return new Command('up')
    .description('Run a whole cluster on this machine, in this terminal')
    .option(
      '--nodes <number>',
      'how many peers; default 3, or as many as there are data of',
      wholeNumber(1, MOST_NODES),
    )
    .option('--config <file>', 'configuration for all of them, such as network.json')
    .option('--data <folder>', 'where their data are', DEFAULT_FLOCK_FOLDER)
    .option('--fresh', 'throw away what is there, and begin with nothing')
    .option('--log-level <level>', 'what the peers log: debug, info, warn, error or silent')
    .addHelpText('after', HELP)
    .action((flags: UpFlags) => up(flags, terminal));
}

async function up(flags: UpFlags, terminal: Terminal): Promise<void> {
  const { FlockFolder } = await import('./flock/folder.ts');
  const { Flock } = await import('./flock/flock.ts');
  const { secretFlags } = await import('../node/configuration/environment.ts');
  const running = readRunningFlock(flags.data);
  if (running) {
    throw new Outcome(
      EXIT.usage,
      `a cluster already runs in ${flags.data} (process ${running.pid}); stop it, or name another --data`,
    );
  }
  const logFlag =
    flags.logLevel === undefined ? [] : [{ name: '--log-level', path: 'log.level', value: flags.logLevel }];
  const configurationFlags = [...secretFlags(terminal.env), ...logFlag];
  const folder = new FlockFolder(flags.data);
  if (flags.fresh) folder.clear();
  const interrupted = awaitInterrupts(terminal);
  const width = `peer-${flags.nodes ?? 3}`.length;
  const flock = await Flock.prepare(
    folder,
    { nodes: flags.nodes, config: flags.config, flags: configurationFlags },
    {
      onLine: (peer, line) => terminal.out(`${prefix(terminal, peer.name, width)} ${line}\n`),
      onDeath: ({ name, file }, how) =>
        terminal.err(
          `${paint(terminal, 'red', `${name} died (${how}).`)} The others go on. To start it again: starling start --config ${file}\n`,
        ),
    },
  );
  const isUp = await Promise.race([flock.start().then(() => true), interrupted.first.then(() => false)]);
  if (!isUp) {
    await flock.killAll();
    throw new Outcome(EXIT.interrupted);
  }
  noteRunningFlock(flags.data, { pid: process.pid, clientAddresses: flock.clientAddresses });
  try {
    terminal.out(summary(flock, flags, terminal));
    await interrupted.first;
    terminal.err('stopping; Ctrl-C again ends it at once\n');
    void interrupted.second.then(() => flock.killAll());
    await flock.stop();
  } finally {
    forgetRunningFlock(flags.data);
    interrupted.release();
  }
}

interface Interrupts {
  readonly first: Promise<void>;
  readonly second: Promise<void>;
  release(): void;
}

function awaitInterrupts(terminal: Terminal): Interrupts {
  const interrupts = new EventEmitter();
  const next = async (): Promise<void> => {
    await once(interrupts, 'interrupt');
  };
  const first = next();
  const release = terminal.onInterrupt(() => interrupts.emit('interrupt'));
  return { first, second: first.then(next), release };
}

function prefix(terminal: Terminal, name: string, width: number): string {
  const number = Number(name.slice(name.indexOf('-') + 1));
  const colour = PEER_COLOURS[(number - 1) % PEER_COLOURS.length] ?? 'dim';
  return paint(terminal, colour, `${name.padEnd(width)} |`);
}

function summary(flock: Flock, flags: UpFlags, terminal: Terminal): string {
  const rows = flock.peers.map((peer) => {
    const { pid, ready } = flock.processOf(peer);
    return [
      peer.name,
      ready?.clientAddress ?? '',
      ready?.addresses[0] ?? '',
      String(pid ?? ''),
      peer.configuration.dataDirectory,
    ];
  });
  const columns = [
    { title: 'peer' },
    { title: 'clients' },
    { title: 'peers' },
    { title: 'process', align: 'right' as const },
    { title: 'data' },
  ];
  const [first = ''] = flock.clientAddresses;
  const [firstPeer] = flock.peers;
  const admin = firstPeer && flock.processOf(firstPeer).ready?.adminAddress;
  const dashboard = admin ? `\nIn a browser:\n  http://${admin}/\n` : '';
  const where = flags.data === DEFAULT_FLOCK_FOLDER ? '' : ` --address ${first}`;
  return `
${paint(terminal, 'bold', `${flock.peers.length} peers are up.`)}

${table(columns, rows)}
In another terminal:
  starling put greeting hello${where}
  starling get greeting${where}
  starling status${where}
${dashboard}
Ctrl-C stops them; their data stay in ${flags.data}.

`;
}
