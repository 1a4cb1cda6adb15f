import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What is written about the commands for the test, the commands, and the lines right after them that say what they print. */
const BLOCK =
  /(?:<!-- (?<mark>[^\n]*?) -->\n+)?```sh\n(?<commands>.*?)```(?:\n\n```text\n(?<prints>.*?)```)?/gs;

/** Commands that a page shows together. */
export interface Block {
  readonly commands: string;
  /** Each of them is to be in what the commands print. */
  readonly prints: readonly string[];
  /** Why no test runs them; undefined: one does. */
  readonly notRun: string | undefined;
  /** Whether they are run with other arguments, here or on another page. */
  readonly isRunElsewhere: boolean;
}

/** A page of the documentation, by its path in the repository. */
export class Page {
  readonly name: string;
  readonly text: string;

  constructor(name: string) {
    this.name = name;
    this.text = readFileSync(join(ROOT, name), 'utf8');
  }

  /** Its commands, in order. */
  get blocks(): readonly Block[] {
    return blocksOf(this.text);
  }

  /** Those that a test runs as they are. */
  get runnable(): readonly Block[] {
    return this.blocks.filter(({ notRun, isRunElsewhere }) => notRun === undefined && !isRunElsewhere);
  }
}

/**
 * The commands of a text in Markdown. A comment before them says where a test doesn't run them: `<!-- not run: it takes several machines -->`,
 * or `<!-- run elsewhere -->`, where commands with the same flags are.
 */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(BLOCK)].map(({ groups }) => {
    const { mark = '', commands, prints = '' } = groups!;
    return {
      commands: commands!,
      prints: prints.split('\n').filter((line) => line !== ''),
      notRun: /^not run: (.+)/.exec(mark)?.[1],
      isRunElsewhere: mark === 'run elsewhere',
    };
  });
}
