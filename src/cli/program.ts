import { Command, CommanderError } from 'commander';
import { StarlingError } from '../base/errors.ts';
import { commandsFor } from './commands.ts';
import { addCompletionTo } from './completion.ts';
import { EXIT, EXIT_CODE_HELP, exitCodeOf } from './exit-code.ts';
import { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import { SOFTWARE_VERSION } from '../node/software-version.ts';

const TEACH = `
Try it:
  starling up                        three peers on this machine, in this terminal
  starling put greeting hello        in another one
  starling get greeting
  starling status

${EXIT_CODE_HELP}

Every command explains itself: starling help import`;

/**
 * Runs one command line.
 * @param args without the program's name
 * @returns the exit code
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const program = programOn(terminal, await commandsFor(args, terminal));
    await program.parseAsync([...args], { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    return explain(error, terminal, args.includes('--verbose'));
  }
}

function programOn(terminal: Terminal, commands: readonly Command[]): Command {
  const program = new Command('starling')
    .description('A leaderless, peer-to-peer key-value store.')
    .version(SOFTWARE_VERSION, '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .option('--verbose', 'show the stack of an error')
    .showSuggestionAfterError()
    .addHelpText('after', TEACH);
  for (const command of commands) program.addCommand(command);
  addCompletionTo(program);
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .helpOption('--help', 'explain this command')
      .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) });
    // Accepted after the command's name as well, where people put it.
    if (command !== program) command.option('--verbose', 'show the stack of an error');
  }
  return program;
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Tells what went wrong, and gives the exit code that it comes to. */
function explain(error: unknown, terminal: Terminal, isVerbose: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof Outcome) {
    if (error.message !== '') terminal.err(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof StarlingError) {
    const [first = '', ...more] = error.message.split('\n');
    terminal.err([`${first} (${error.code})`, ...more, ''].join('\n'));
    if (isVerbose) terminal.err(`${error.stack ?? ''}\n`);
    return exitCodeOf(error.code);
  }
  terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
  if (isVerbose && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
  else terminal.err('This is not an error that Starling knows; --verbose shows where it came from.\n');
  return EXIT.failure;
}
