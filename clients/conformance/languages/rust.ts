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
};
