import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../src/cli/flock/free-port.ts';
import { installInto } from '../cluster/pasted-command.ts';
import { until } from '../until.ts';
import type { Block } from './page.ts';

/** What came of the commands of a block. */
export interface Pasted {
  /** The commands that failed, but for those whose failure is handled (`||`, `until`). */
  readonly failed: readonly string[];
  readonly output: string;
}

const PASTE_MS = 180_000;
/** Bash may still say something of processes that ended. */
const ENDED = /pasted$/m;

/**
 * A `bash` in an empty folder, where `starling` is this program and the ports that pages name (74xx for clients, 75xx for peers, 76xx for
 * operators) are free ones instead.
 */
export class Shell {
  readonly #folder: string;
  readonly #firstPort: number;
  readonly #bash: ChildProcessWithoutNullStreams;
  #output = '';

  private constructor(folder: string, firstPort: number) {
    this.#folder = folder;
    this.#firstPort = firstPort;
    const bin = installInto(path.join(folder, 'bin'));
    // A group of its own: whatever it started ends with it.
    this.#bash = spawn('bash', ['--noprofile', '--norc'], {
      cwd: folder,
      detached: true,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    for (const stream of [this.#bash.stdout, this.#bash.stderr]) {
      stream.on('data', (chunk) => (this.#output += String(chunk)));
    }
    // Nor does it outlive this process, should that be killed: a shell in a loop doesn't notice.
    this.#bash.stdin.write(
      `(while kill -0 ${process.pid} 2> /dev/null; do sleep 1; done; kill -9 0) & disown\n`,
    );
    // Both in the order in which they are written.
    this.#bash.stdin.write('exec 2>&1\n');
    this.#bash.stdin.write(`trap 'echo "failed=$BASH_COMMAND="' ERR\n`);
  }

  static async open(): Promise<Shell> {
    return new Shell(await mkdtemp(path.join(tmpdir(), 'starling-page-')), await freePorts());
  }

  /** Runs the commands of a page, in order. Resolves with what is wrong with the first block that doesn't do what the page says. */
  async follow(blocks: readonly Block[]): Promise<string | undefined> {
    for (const { commands, prints } of blocks) {
      const problemOf = ({ failed, output }: Pasted) => {
        const missing = prints.filter((line) => !output.includes(this.#onFreePorts(line)));
        return failed.length === 0 && missing.length === 0
          ? undefined
          : [commands, ...failed.map((command) => `failed: ${command}`), ...missing.map((line) => `not printed: ${line}`), output].join('\n'); // prettier-ignore
      };
      let problem = problemOf(await this.paste(commands));
      // What only looks is repeated, as the text has the reader do: the peers may have something left to do.
      if (problem !== undefined && /^starling (status|locate|explain)\b/.test(commands)) {
        const isSolved = async () => (problem = problemOf(await this.paste(commands))) === undefined;
        await until(isSolved, PASTE_MS).catch(() => undefined);
      }
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  async paste(commands: string): Promise<Pasted> {
    this.#output = '';
    this.#bash.stdin.write(`${inOneTerminal(this.#onFreePorts(commands))}echo "pasted"\n`);
    await until(() => ENDED.test(this.#output), PASTE_MS).catch(() => undefined);
    const output = this.#output;
    const failed = [...output.matchAll(/^failed=(.*)=$/gm)].map(([, command]) => command!);
    return ENDED.test(output) ? { failed, output } : { failed: ['it goes on and on'], output };
  }

  async end(): Promise<void> {
    const ended = once(this.#bash, 'close');
    process.kill(-this.#bash.pid!, 'SIGKILL');
    await ended;
    // What it started may be ending still.
    await rm(this.#folder, { recursive: true, maxRetries: 20, retryDelay: 50 });
  }

  #onFreePorts(text: string): string {
    const offsets: Readonly<Record<string, number>> = { '4': 0, '5': 10, '6': 200 };
    return text.replaceAll(/\b7([456])0(\d)\b/g, (_, kind: string, digit: string) =>
      String(this.#firstPort + offsets[kind]! + Number(digit)),
    );
  }
}

/**
 * The commands for a reader with several terminals, for a machine with one: peers in the foreground go on in the background when they serve, and
 * `starling status` is repeated until all is well.
 */
function inOneTerminal(commands: string): string {
  return commands
    .replaceAll(/^npx (?=starling )/gm, '')
    .replaceAll(/^(?<line>starling (?<command>up|start)\b[^&#\n]*)(?:#.*)?$/gm, (...found) => {
      const { line, command } = found.at(-1) as Record<'line' | 'command', string>;
      const serves = command === 'up' ? 'Ctrl-C stops them' : '(joined|founded) the cluster';
      return (
        `terminal=terminal-$((++terminals)).log; ${line} > $terminal 2>&1 & ` +
        `until grep -qE '${serves}' $terminal || ! kill -0 $! 2> /dev/null; do sleep 0.2; done`
      );
    })
    .replaceAll(/^(starling status(?: --address \S+)?)$/gm, 'until $1; do sleep 1; done');
}

/** The first of twenty free ports, of which those for operators, 200 above, are free as well. */
async function freePorts(): Promise<number> {
  const none: ReadonlySet<number> = new Set();
  for (let first = 20_000 + 20 * Math.floor(Math.random() * 400); ; first += 20) {
    const ports = Array.from({ length: 40 }, (_, n) => first + (n % 20) + (n < 20 ? 0 : 200));
    const free = await Promise.all(ports.map((port) => freePort(port, none)));
    if (free.every((port, index) => port === ports[index])) return first;
  }
}
