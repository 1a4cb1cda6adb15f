import { existsSync } from 'node:fs';
import { hasProgram } from '../power/machine.ts';

const BASH_COMPLETION = '/usr/share/bash-completion/bash_completion';

/** A shell that completes command lines by what `starling completion` prints for it. */
export interface CompletingShell {
  readonly name: string;
  /** Before the command lines. */
  readonly args: readonly string[];
  /** What this machine lacks for it; undefined: nothing. */
  readonly obstacle: () => Promise<string | undefined>;
}

/** Completes each line as bash does at a prompt, and prints what it offers, one a line, with `===` behind. */
const BASH = `
  compopt() { :; } # Bash takes it only at a prompt.
  source ${BASH_COMPLETION}
  source <(starling completion bash)
  for COMP_LINE in "$@"; do
    COMP_WORDS=($COMP_LINE); COMP_POINT=\${#COMP_LINE}; COMPREPLY=()
    [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    $(complete -p starling | sed 's/.*-F \\([^ ]*\\).*/\\1/')
    printf '%s\\n' "\${COMPREPLY[@]}" ===
  done`;

/** The same by an interactive zsh on a terminal of its own, in which the tab key is pressed; what is offered passes through its builtin \`compadd\`. */
const ZSH = `
  zmodload zsh/zpty
  offers=$PWD/offers
  : > $offers
  zpty shell "OFFERS=\${(q)offers} zsh -f -i"
  zpty -w shell '
    autoload -Uz compinit && compinit -D -u
    source <(starling completion zsh)
    compadd() {
      [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] && { builtin compadd "$@"; return }
      local -a offered
      builtin compadd -A offered "$@"
      print -l -- $offered >> $OFFERS
      builtin compadd "$@"
    }
    complete-line() { zle complete-word; BUFFER=; print "===" >> $OFFERS }
    zle -N complete-line
    bindkey "^I" complete-line
    print ready >> $OFFERS'
  until grep -q ready $offers; do sleep 0.05; done
  : > $offers
  lines=0
  for line in "$@"; do
    zpty -w -n shell "$line"$'\\t'
    (( ++lines ))
    until (( $(grep -c '^===$' $offers) >= lines )); do sleep 0.05; done
  done
  zpty -d shell
  cat $offers`;

const FISH = `
  starling completion fish | source
  for line in $argv
    complete -C $line | string replace -r '\\t.*' ''
    echo ===
  end`;

/** All that somebody may have but PowerShell, for which Debian has no package. */
export const SHELLS: readonly CompletingShell[] = [
  {
    name: 'bash',
    args: ['--norc', '-c', BASH, 'bash'],
    obstacle: () =>
      Promise.resolve(existsSync(BASH_COMPLETION) ? undefined : 'bash-completion is not installed'),
  },
  { name: 'zsh', args: ['-f', '-c', ZSH, 'zsh'], obstacle: () => missing('zsh') },
  { name: 'fish', args: ['--no-config', '-c', FISH], obstacle: () => missing('fish') },
];

async function missing(program: string): Promise<string | undefined> {
  return (await hasProgram(program, '--version')) ? undefined : `${program} is not installed`;
}
