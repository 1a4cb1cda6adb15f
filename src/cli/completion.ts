import addCompletion from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { pathsThatBegin } from './path-completion.ts';

/** What a placeholder is called where a path is wanted. */
const PATH = /[<[](file|folder|dir|directory|path|snapshot)[>\]]/;

/**
 * Adds `starling completion SHELL`, which prints a script, and the hidden `starling complete`, which that script asks at each press of
 * the tab key. To be called when the program has all its other commands.
 */
export function addCompletionTo(program: Command): void {
  const completion = addCompletion(program, { completionCommandName: 'completion' });
  for (const [name, command] of commandsOf(program)) {
    const completed = completion.commands.get(name);
    for (const { flags, long } of command.options) {
      const option = completed?.options.get(long?.slice(2) ?? '');
      if (option && PATH.test(flags)) option.handler = completePath;
    }
    for (const argument of command.registeredArguments) {
      const completedArgument = completed?.arguments.get(argument.name());
      if (completedArgument && PATH.test(`<${argument.name()}>`)) completedArgument.handler = completePath;
    }
  }
  program.commands
    .find((command) => command.name() === 'completion')
    ?.description('Print what has a shell complete commands, options and files at the tab key')
    .addHelpText(
      'after',
      `
Examples:
  source <(starling completion bash)               now; needs Debian's bash-completion
  starling completion bash > ~/.local/share/bash-completion/completions/starling
  source <(starling completion zsh)
  starling completion fish > ~/.config/fish/completions/starling.fish

Tried by the tests in bash, zsh and fish; in PowerShell it is not.`,
    );
}

/** Each command by its whole name, as the library keeps them: `cluster init`. */
function commandsOf(command: Command, prefix = ''): [string, Command][] {
  return command.commands.flatMap((child) => {
    const name = `${prefix}${child.name()}`;
    return [[name, child] as [string, Command], ...commandsOf(child, `${name} `)];
  });
}

/** The library does not tell what was typed; it is the last word of the command line. */
function completePath(complete: (value: string, description: string) => void): void {
  for (const path of pathsThatBegin(process.argv.at(-1) ?? '')) complete(path, '');
}
