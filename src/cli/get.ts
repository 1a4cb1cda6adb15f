import { Command } from 'commander';
import { type KeyFlags, withClient, withKeyFlags } from './client-options.ts';
import { EXIT } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

export function getCommand(terminal: Terminal): Command {
  const command = new Command('get')
    .description('Print a value')
    .argument('<key>')
    .addHelpText(
      'after',
      `
Prints the value and a line end. A key that does not exist, or has expired, prints nothing and exits with 1.
--json also tells when the value expires, in ms since 1970; null: never.

Examples:
  starling get greeting
  starling get greeting --consistency all --json`,
    );
  return withKeyFlags(command).action(async (key: string, flags: KeyFlags) => {
    const { consistency } = flags;
    const found = await withClient(flags, terminal, (client) => client.get(key, { consistency }));
    if (flags.json)
      terminal.out(
        `${JSON.stringify({
          key,
          value: found.value ?? null,
          version: found.version ?? null,
          expiresAtMs: found.expiresAtMs ?? null,
        })}\n`,
      );
    else if (found.value !== undefined) terminal.out(`${found.value}\n`);
    if (found.value === undefined)
      throw new Outcome(EXIT.no, flags.json ? '' : `there is no key ${JSON.stringify(key)}`);
  });
}
