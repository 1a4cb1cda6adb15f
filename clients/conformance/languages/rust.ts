import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { runTool, works } from '../tool.ts';

const folder = join(import.meta.dirname, '../../rust');

/** One job at a time: it shares the machine with others. */
const options = { cwd: folder, env: { CARGO_BUILD_JOBS: '1' } };

export const rust: Language = {
  name: 'rust',
  async obstacle() {
    if (!(await works('cargo', ['--version']))) return 'cargo is missing';
    if (!(await works('protoc', ['--version']))) return 'protoc is missing, which its build needs';
    return undefined;
  },
  async build() {
    await runTool('cargo', ['build', '--locked', '--tests', '--examples'], options);
  },
  async ownTests() {
    const said = await runTool('cargo', ['test', '--locked'], options);
    const counts = [...said.matchAll(/^test result: ok\. (\d+) passed; 0 failed/gm)];
    return counts.reduce((sum, [, passed]) => sum + Number(passed), 0);
  },
  adapter: { command: join(folder, 'target/debug/examples/conformance'), args: [] },
  async runReadme(code, where) {
    // A package of its own, as its readers' are, of the same versions.
    const sources = join(folder, 'target/readme');
    mkdirSync(join(sources, 'src'), { recursive: true });
    copyFileSync(join(folder, 'Cargo.lock'), join(sources, 'Cargo.lock'));
    writeFileSync(join(sources, 'Cargo.toml'), MANIFEST);
    writeFileSync(join(sources, 'src/main.rs'), programOf(code));
    const env = { ...options.env, CARGO_TARGET_DIR: join(folder, 'target') };
    await runTool('cargo', ['build'], { cwd: sources, env });
    return runTool(join(folder, 'target/debug/readme'), [], where);
  },
};

const MANIFEST = `[package]
name = "readme"
version = "0.0.0"
edition = "2021"

[dependencies]
starling-kv = { path = "../.." }
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }

[workspace]
`;

const programOf = ([plain, overTls]: readonly [string, string]) => `
use std::error::Error;

async fn plain() -> Result<(), Box<dyn Error>> {
${plain}
    Ok(())
}

async fn over_tls() -> Result<(), Box<dyn Error>> {
    use starling::Client;
${overTls}
    client.close();
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    plain().await?;
    over_tls().await
}
`;
