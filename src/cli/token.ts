import { appendFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Role } from '../access/access.ts';
import { newToken } from '../access/new-token.ts';
import { tokenLine } from '../access/token-list.ts';
import { systemRandom } from '../base/system/random.ts';
import type { Terminal } from './terminal.ts';
import { onThisMachine } from './this-machine.ts';

interface TokenMakingFlags {
  readonly role: Role;
  readonly file: string;
  readonly json?: true;
}

const OWNER_ONLY = 0o600;

const HELP = `
Adds a line to the file, which it makes where there is none: the name, what its owner may, and a hash. The token itself is printed, this once,
and is nowhere else. All peers have the same file (access.tokensFile, --tokens); they read it again at SIGHUP. Who takes a line out
of it takes the token back: connections that came in by it are closed.

Give the token to commands with --token-file or STARLING_TOKEN, to clients as their option "token", to Prometheus as a bearer token, and to the
dashboard where it asks for one.

Examples:
  starling token shop --role write --file cluster.tokens > shop.token
  starling token grafana --role read --file cluster.tokens > grafana.token`;

export function tokenCommand(terminal: Terminal): Command {
  return new Command('token')
    .description('Make a token that lets a client or an operator in')
    .argument('<name>', 'whose it is, for logs and for whoever takes it back')
    .addOption(
      new Option('--role <role>', 'what it allows: read, or write, which is everything')
        .choices(['read', 'write'])
        .makeOptionMandatory(),
    )
    .requiredOption('--file <file>', 'file with the tokens of the cluster')
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', HELP)
    .action((name: string, flags: TokenMakingFlags) => make(name, flags, terminal));
}

async function make(name: string, { role, file, json }: TokenMakingFlags, terminal: Terminal): Promise<void> {
  const token = newToken(systemRandom);
  const line = tokenLine(name, role, token);
  // Atomic where the line is short, as it is: two that are made at once don't run into each other.
  await onThisMachine(terminal, 'nothing was made', async () =>
    appendFileSync(file, line, { mode: OWNER_ONLY, flush: true }),
  );
  terminal.out(json ? `${JSON.stringify({ name, role, file, token })}\n` : `${token}\n`);
  if (!json) terminal.err(`${name} may ${role} once the peers have read ${file} (SIGHUP, or their start)\n`);
}
