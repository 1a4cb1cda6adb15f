import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language.ts';
import { runTool, works } from '../tool.ts';

const folder = join(import.meta.dirname, '../../java');

/** What Maven has compiled, and what it has copied beside it. */
const CLASS_PATH = ['classes', 'test-classes', 'lib/*'].map((part) => join(folder, 'target', part)).join(':');

export const java: Language = {
  name: 'java',
  async obstacle() {
    if (!(await works('mvn', ['--version']))) return 'mvn is missing';
    if (!(await works('java', ['--version']))) return 'java is missing';
    return undefined;
  },
  async build() {
    await runTool('mvn', ['-B', '-q', 'test-compile'], { cwd: folder });
  },
  async ownTests() {
    const said = await runTool('mvn', ['-B', 'test'], { cwd: folder });
    return Number(/^\[INFO\] Tests run: (\d+), Failures: 0, Errors: 0, Skipped: 0$/m.exec(said)?.[1]);
  },
  adapter: { command: 'java', args: ['-cp', CLASS_PATH, 'starling.client.Conformance'] },
  runReadme(code, where) {
    const sources = join(folder, 'target/readme');
    mkdirSync(sources, { recursive: true });
    writeFileSync(join(sources, 'Readme.java'), programOf(code));
    return runTool('java', ['-cp', CLASS_PATH, join(sources, 'Readme.java')], where);
  },
};

const programOf = ([plain, overTls]: readonly [string, string]) => `
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import starling.client.*;

class Readme {
    public static void main(String[] args) throws Exception {
        {
${plain}
        }
        {
${overTls}
            client.close();
        }
    }
}
`;
