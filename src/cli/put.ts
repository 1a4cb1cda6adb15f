import { Command } from 'commander';
import { type KeyFlags, SLOPPY_FLAG, withClient, withKeyFlags } from './client-options.ts';
import { readText } from './standard-input.ts';
import type { Terminal } from './terminal.ts';
import { ttlOf } from './ttl.ts';

interface PutFlags extends KeyFlags {
  readonly session?: string;
  readonly ttl?: number;
  readonly sloppy?: true;
}

export function putCommand(terminal: Terminal): Command {
  const command = new Command('put')
    .description('Store a value')
    .argument('<key>', '1 to 1024 bytes of text')
    .argument('<value>', 'the value; - reads it from standard input')
    .option('--ttl <duration>', 'how long the key exists: 90s, 15m, 36h, 7d; default: for ever', ttlOf)
    .option('--session <version>', 'write after this version, as an earlier answer named it')
    .option(...SLOPPY_FLAG)
    .addHelpText(
      'after',
      `
Prints nothing: the exit code 0 says that enough owners hold the value on disk. --json prints its version.
With --ttl the key is gone after that time, on all owners alike. A later put without --ttl keeps its value for ever.

Examples:
  starling put greeting hello
  starling put report - < report.txt
  starling put session:4711 alice --ttl 30m`,
    );
  return withKeyFlags(command).action(async (key: string, value: string, flags: PutFlags) => {
    const text = value === '-' ? await readText(terminal.input) : value;
    const { consistency, session, ttl, sloppy } = flags;
    const { version } = await withClient(flags, terminal, (client) =>
      client.put(key, text, { consistency, session, ttlMs: ttl, sloppy }),
    );
    if (flags.json) terminal.out(`${JSON.stringify({ key, version })}\n`);
  });
}
