import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runStarling } from '../cli/test-terminal.ts';
import { notAmong, scriptLines, starlingLines, withoutComments } from './command-line.ts';
import { Page, blocksOf } from './page.ts';
import { Shell } from './shell.ts';

const ROOT = join(import.meta.dirname, '../..');
const { scripts: SCRIPTS } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const PAGES = [
  'README.md',
  'SECURITY.md',
  'docs/consistency.md',
  'docs/metrics.md',
  'docs/operations.md',
  'docs/protocol.md',
  'docs/tracing.md',
  'docs/tutorial.md',
].map((name) => new Page(name));

describe('the README', () => {
  it('leads to every page', () => {
    const readme = new Page('README.md').text;
    const pages = readdirSync(join(ROOT, 'docs'), 'utf8').filter((name) => name.endsWith('.md'));
    expect(pages).to.include('operations.md');
    const wanted = [
      ...pages.map((name) => `docs/${name}`),
      'clients/README.md',
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'SECURITY.md',
    ];
    expect(wanted.filter((path) => !readme.includes(`](${path})`))).to.deep.equal([]);
  });
});

describe('the commands of the pages', function () {
  this.timeout('600s');

  for (const page of PAGES.filter(({ runnable }) => runnable.length > 0)) {
    it(`of ${page.name} do what it says, one after the other`, async () => {
      await following(async (shell) => {
        const problem = await shell.follow(page.runnable);
        if (problem !== undefined) throw new Error(problem);
      });
    });
  }

  it('are all run, but for these, each of which has its reason', () => {
    for (const { name, blocks } of PAGES) {
      for (const { notRun, commands } of blocks) {
        if (notRun !== undefined)
          console.log(`      not run: ${name}: ${withoutComments(commands).split('\n')[0]!}: ${notRun}`);
      }
    }
    const runnable = PAGES.flatMap((page) => page.runnable);
    expect(runnable).to.have.lengthOf.above(40);
  });

  it('are run elsewhere with all of their flags where a page says so', () => {
    const run = starlingLines(
      PAGES.flatMap(({ runnable }) => runnable.map(({ commands }) => commands)).join('\n'),
    );
    const said = PAGES.flatMap(({ blocks }) => blocks.filter(({ isRunElsewhere }) => isRunElsewhere));
    const lines = said.flatMap(({ commands }) => starlingLines(commands));
    expect(lines).to.have.lengthOf.above(5);
    const all = said.flatMap(({ commands }) => commands.trimEnd().split('\n'));
    expect(all.filter((line) => !/^(npx )?starling /.test(line))).to.deep.equal([]);
    expect(notAmong(lines, run)).to.deep.equal([]);
  });

  it('and of their sentences are commands and flags that there are', async () => {
    const lines = PAGES.flatMap(({ text }) =>
      starlingLines(text.match(/`starling [^`]+`|^(?:npx )?starling .*$/gm)?.join('\n') ?? ''),
    );
    expect(lines).to.have.lengthOf.above(80);
    const flagsOf = new Map<string, string[]>();
    for (const { command, flags } of lines) flagsOf.set(command, [...(flagsOf.get(command) ?? []), ...flags]);
    let allHelp = '';
    for (const [command, flags] of flagsOf) {
      const { out, exitCode } = await runStarling([...command.split(' '), '--help']);
      allHelp += out;
      expect(exitCode, command).to.equal(0);
      expect(
        flags.filter((flag) => !out.includes(flag)),
        command,
      ).to.deep.equal([]);
    }
    // Those that are named alone. The README also names some of scripts.
    const alone = PAGES.filter(({ name }) => name !== 'README.md').flatMap(
      ({ text }) => text.match(/(?<=`)--[a-z-]+/g) ?? [],
    );
    expect(alone).to.include.members(['--sloppy', '--ttl', '--as-is']);
    expect(alone.filter((flag) => !allHelp.includes(flag))).to.deep.equal([]);
  });

  it('that run scripts of this package run those that there are, with flags that they have', async () => {
    const flagsOf = new Map<string, string[]>();
    for (const { text } of PAGES)
      for (const { command, flags } of scriptLines(text))
        flagsOf.set(command, [...(flagsOf.get(command) ?? []), ...flags]);
    expect([...flagsOf.keys()]).to.include.members(['start', 'chaos', 'bench:elastic', 'soak']);
    expect([...flagsOf.keys()].filter((name) => !(name in SCRIPTS))).to.deep.equal([]);
    expect(flagsOf.get('chaos')).to.include.members(['--minutes', '--seed']);
    for (const [name, flags] of flagsOf) {
      if (flags.length === 0) continue;
      const help = await helpOf(SCRIPTS[name]!);
      expect(
        flags.filter((flag) => !help.includes(flag)),
        name,
      ).to.deep.equal([]);
    }
  });

  describe('are found out', () => {
    const blocks = (text: string) => blocksOf(text.replaceAll('~~~', '```'));

    it('where one fails, though it isn’t the last, or prints something else', async () => {
      await following(async (shell) => {
        expect(await shell.follow(blocks('~~~sh\necho one\n~~~\n\n~~~text\none\n~~~\n'))).to.equal(undefined);
        expect(await shell.follow(blocks('~~~sh\nfalse || true\n~~~\n'))).to.equal(undefined);
        expect(await shell.follow(blocks('~~~sh\nfalse\ntrue\n~~~\n'))).to.include('failed: false');
        expect(await shell.follow(blocks('~~~sh\nstarling put\n~~~\n'))).to.include('failed: starling put');
        expect(await shell.follow(blocks('~~~sh\necho one\n~~~\n\n~~~text\ntwo\n~~~\n'))).to.include(
          'not printed: two',
        );
      });
    });

    it('where nobody runs one with these flags', () => {
      const run = starlingLines('npx starling put k v --ttl 9s # --sloppy\nstarling config check a.json');
      expect(
        notAmong(starlingLines('starling put a b --ttl 1s\nstarling config check b'), run),
      ).to.deep.equal([]);
      const lines = starlingLines('starling put a b --sloppy\nstarling config b\nstarling get k');
      expect(notAmong(lines, run)).to.deep.equal(lines);
    });

    it('and what is not run is told from what is', () => {
      const [plain, marked, elsewhere] = blocks(
        '~~~sh\na\n~~~\n\n<!-- not run: no machine -->\n\n~~~sh\nb\n~~~\n\n<!-- run elsewhere -->\n\n~~~sh\nc\n~~~\n',
      );
      expect([plain!.notRun, marked!.notRun, elsewhere!.isRunElsewhere]).to.deep.equal([
        undefined,
        'no machine',
        true,
      ]);
    });
  });
});

async function following(use: (shell: Shell) => Promise<void>): Promise<void> {
  const shell = await Shell.open();
  try {
    await use(shell);
  } finally {
    await shell.end();
  }
}

/** What the last thing that a script of the package runs says to `--help`. */
async function helpOf(script: string): Promise<string> {
  const [, command] = /node dist\/cli\/main\.js (\S+)$/.exec(script) ?? [];
  if (command !== undefined) return (await runStarling([command, '--help'])).out;
  const [program = ''] = /\S+$/.exec(script) ?? [];
  return execFileSync(process.execPath, ['--import', 'tsx', program, '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}
