import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { runTool, works } from '../tool.ts';

const folder = join(import.meta.dirname, '../../go');

/** Where Go's own installer puts it, which not every PATH has. */
const GO = existsSync('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : 'go';
const program = join(folder, 'bin/conformance');
/** One package at a time: it shares the machine with a cluster. */
const GENTLY = ['-p', '1'];

export const go: Language = {
  name: 'go',
  obstacle: async () => ((await works(GO, ['version'])) ? undefined : 'go is missing'),
  async build() {
    if (await works('protoc', ['--version'])) await checkGenerated();
    await runTool(GO, ['build', ...GENTLY, '-o', program, './cmd/conformance'], { cwd: folder });
  },
  async ownTests() {
    const said = await runTool(GO, ['test', ...GENTLY, '-count=1', '-v', './...'], { cwd: folder });
    return said.match(/^--- PASS/gm)?.length ?? Number.NaN;
  },
  adapter: { command: program, args: [] },
  async runReadme(code, where) {
    const [sources, built] = [join(folder, 'bin/readme'), join(folder, 'bin/readme/readme')];
    mkdirSync(sources, { recursive: true });
    writeFileSync(join(sources, 'main.go'), programOf(code));
    await runTool(GO, ['build', ...GENTLY, '-o', built, './bin/readme'], { cwd: folder });
    return runTool(built, [], where);
  },
};

const programOf = ([plain, overTls]: readonly [string, string]) => `package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"time"

	starling "example.org/starling/go"
)

func plain(ctx context.Context) error {
${plain}
	return nil
}

func overTLS(ctx context.Context) error {
${overTls}
	if err == nil {
		client.Close()
	}
	return err
}

func main() {
	for _, follow := range []func(context.Context) error{plain, overTLS} {
		if err := follow(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
`;

/** The generated messages are committed, as is the custom in Go: they must be those of proto/. */
async function checkGenerated(): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'starling-go-'));
  try {
    const env = { PATH: `/usr/local/go/bin:${process.env['PATH'] ?? ''}` };
    await runTool(join(folder, 'generate.sh'), [fresh], { cwd: folder, env });
    for (const name of ['client.pb.go', 'common.pb.go']) {
      if (messagesIn(join(fresh, name)) !== messagesIn(join(folder, 'internal/wire', name))) {
        throw new Error(`internal/wire/${name} is out of date: run clients/go/generate.sh`);
      }
    }
  } finally {
    await rm(fresh, { recursive: true });
  }
}

/** Without the line that names the version of protoc. */
function messagesIn(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\/\/ \tprotoc .*$/m, '');
}
