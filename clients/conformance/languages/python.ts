import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { runTool, works } from '../tool.ts';

const folder = join(import.meta.dirname, '../../python');

/** Debian's own interpreter, for which python3-protobuf is packaged together with protoc. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const env = { PYTHONPATH: join(folder, 'src'), PYTHONDONTWRITEBYTECODE: '1' };

export const python: Language = {
  name: 'python',
  async obstacle() {
    if (!(await works('protoc', ['--version']))) {
      return 'protoc is missing (apt-get install protobuf-compiler)';
    }
    if (!(await works(PYTHON, ['-c', 'import google.protobuf']))) {
      return `${PYTHON} has no protobuf package (apt-get install python3-protobuf)`;
    }
    return undefined;
  },
  async build() {
    await runTool(PYTHON, ['generate.py'], { cwd: folder, env });
  },
  async ownTests() {
    const said = await runTool(PYTHON, ['-m', 'unittest', 'discover', '-s', 'tests'], { cwd: folder, env });
    return Number(/^Ran (\d+) tests? in .*\n\nOK$/m.exec(said)?.[1] ?? Number.NaN);
  },
  adapter: { command: PYTHON, args: [join(folder, 'conformance.py')], env },
  runReadme: ([plain, overTls], where) =>
    runTool(PYTHON, ['-c', `${plain}\n${overTls}\nclient.close()\n`], {
      ...where,
      env: { ...where.env, ...env },
    }),
};
