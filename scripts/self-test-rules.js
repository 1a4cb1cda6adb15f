/**
 * Proves that the architecture rules can fail: lays out a small tree in a temporary folder, legal imports
 * and one planted violation of each rule, and expects .dependency-cruiser.cjs and eslint.config.js to
 * report exactly the planted ones.
 *
 * Usage: node scripts/self-test-rules.js
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** file -> [source, the rules that must report it]. No rule: it must stay silent. */
const importCases = {
  'src/base/a.ts': ['export const a = 1;', []],
  'src/base/system/clock.ts': ["import 'node:fs';", []],
  'src/version/record.ts': ["import { a } from '../base/a.ts'; export const r = a;", []],
  'src/storage/engine.ts': ['export type Engine = object;', []],
  'src/storage/log/log.ts': [
    "import type { Engine } from '../engine.ts'; export const log: Engine = {};",
    [],
  ],
  'src/transport/channel.ts': ['export const c = 1;', []],
  'src/transport/libp2p/host.ts': ["import { c } from '../channel.ts'; export const h = c;", []],
  'src/telemetry/log.ts': ["import pino from 'pino'; export const logger = pino();", []],
  'src/node/node.ts': [
    "import { log } from '../storage/log/log.ts'; import { h } from '../transport/libp2p/host.ts'; export const node = [log, h];",
    [],
  ],
  'src/storage/backup/snapshot.ts': ["import { log } from '../log/log.ts'; export const snapshot = log;", []],
  'src/storage/verify/verify.ts': ['export const v = 1;', []],
  'src/cli/dump.ts': [
    "import { snapshot } from '../storage/backup/snapshot.ts'; import { v } from '../storage/verify/verify.ts'; export const d = [snapshot, v];",
    [],
  ],
  'src/index.ts': ["export { node } from './node/node.ts';", []],

  'src/base/upward.ts': [
    "import type { Engine } from '../storage/engine.ts'; export type E = Engine;",
    ['arrow-base'],
  ],
  'src/version/upward.ts': [
    "import { c } from '../transport/channel.ts'; export const x = c;",
    ['arrow-version'],
  ],
  'src/ring/fs.ts': ["import 'node:fs';", ['no-node-in-pure-parts']],
  'src/quorum/late.ts': ["export const f = () => import('node:timers');", ['no-node-in-pure-parts']],
  'src/base/os.ts': ["import 'node:os';", ['no-node-in-pure-parts']],
  'src/merkle/ring.ts': ["import { x } from '../ring/x.ts'; export const y = x;", ['arrow-merkle']],
  'src/ring/x.ts': ['export const x = 1;', []],
  'src/replication/log.ts': [
    "import { log } from '../storage/log/log.ts'; export const l = log;",
    ['storage-log-is-picked-by-node'],
  ],
  'src/cli/log.ts': [
    "import { log } from '../storage/log/log.ts'; export const l = log;",
    ['arrow-cli', 'storage-log-is-picked-by-node'],
  ],
  'src/gossip/host.ts': [
    "import { h } from '../transport/libp2p/host.ts'; export const g = h;",
    ['libp2p-is-picked-by-node'],
  ],
  'src/server/pino.ts': ["import pino from 'pino'; export const p = pino;", ['telemetry-owns-its-libraries']],
  'src/server/prom.ts': [
    "import * as prom from 'prom-client'; export const p = prom;",
    ['telemetry-owns-its-libraries'],
  ],
  'src/cli/engine.ts': [
    "import type { Engine } from '../storage/engine.ts'; export type F = Engine;",
    ['arrow-cli'],
  ],
  'src/node/cli.ts': ["import { d } from '../cli/dump.ts'; export const n = d;", ['arrow-node']],
  'src/client.ts': [
    "import { r } from './version/record.ts'; export const q = r;",
    ['arrow-index', 'known-folders'],
  ],
  'src/utils/u.ts': ["import { a } from '../base/a.ts'; export const u = a;", ['known-folders']],
  'src/server/gone.ts': ["import './missing.ts';", ['no-unresolvable']],
  'src/server/dev.ts': ["import * as chai from 'chai'; export const e = chai;", ['no-dev-dependencies']],
  // A cycle is reported once, at the file where the search met it first.
  'src/wire/one.ts': [
    "import { two } from './two.ts'; export const one = (): number => two();",
    ['no-cycles'],
  ],
  'src/wire/two.ts': ["import { one } from './one.ts'; export const two = (): number => one();", []],
};

const lintCases = {
  'src/ring/pure-now.ts': ['export const a = Date.now();', ['no-restricted-globals']],
  'src/ring/pure-random.ts': ['export const a = Math.random();', ['no-restricted-properties']],
  'src/version/pure-timer.ts': ['setTimeout(() => {}, 1);', ['no-restricted-globals']],
  'src/membership/pure-console.ts': ["console.log('x');", ['no-restricted-globals']],
  'src/quorum/pure-performance.ts': [
    'export const a = globalThis.performance.now();',
    ['no-restricted-globals'],
  ],
  'src/merkle/pure-node.ts': ["import 'node:fs';", ['no-restricted-imports']],
  'src/merkle/pure-bare.ts': ["import 'fs';", ['no-restricted-imports']],
  'src/storage/now.ts': ['export const a = Date.now();', ['no-restricted-properties']],
  'src/gossip/date.ts': ['export const a = new Date();', ['no-restricted-syntax']],
  'src/replication/random.ts': ['export const a = Math.random();', ['no-restricted-properties']],
  'src/server/timer.ts': ['setImmediate(() => {});', ['no-restricted-globals']],
  'src/server/global-timer.ts': ['globalThis.setInterval(() => {}, 1);', ['no-restricted-globals']],
  'src/transport/timers.ts': ["import 'node:timers/promises';", ['no-restricted-imports']],
  'src/server/floating.ts': ['Promise.resolve(1);', ['@typescript-eslint/no-floating-promises']],
  'src/server/switch.ts': [
    "export const f = (x: 'a' | 'b'): number => { switch (x) { case 'a': return 1; } return 0; };",
    ['@typescript-eslint/switch-exhaustiveness-check'],
  ],
  'src/base/system/timers.ts': ['export const now = (): number => Date.now() + Math.random();', []],
  'src/client/timer.ts': ['setTimeout(() => {}, Date.now());', []],
  'src/transport/libp2p/timer.ts': ['setImmediate(() => {});', []],
  'src/node/timer.ts': ['setInterval(() => {}, 1);', []],
  'src/cli/timer.ts': ['setTimeout(() => {}, Math.random());', []],
};

function layOut(cases) {
  const dir = mkdtempSync(join(tmpdir(), 'starling-rules-'));
  for (const name of ['.dependency-cruiser.cjs', 'eslint.config.js', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, name), join(dir, name));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  for (const [path, [source]] of Object.entries(cases)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), `${source}\nexport {};\n`);
  }
  return dir;
}

/** Runs a tool that exits with non-zero when it finds something, and gives its JSON. */
function findings(dir, tool, args) {
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', tool), args, {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`${tool} gave no report: ${stdout}${stderr}`);
  }
}

/** @returns file -> set of rules, of what dependency-cruiser reports */
function cruise(dir) {
  const found = new Map();
  const report = findings(dir, 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'src',
  ]);
  for (const { from, rule } of report.summary.violations)
    found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  return found;
}

/** @returns file -> set of rules, of what eslint reports */
function lint(dir) {
  const found = new Map();
  for (const { filePath, messages } of findings(dir, 'eslint', ['--format', 'json', 'src']))
    found.set(filePath.slice(filePath.indexOf('src/')), new Set(messages.map((message) => message.ruleId)));
  return found;
}

let wrong = 0;
let planted = 0;
for (const [tool, run, cases] of [
  ['dependency-cruiser', cruise, importCases],
  ['eslint', lint, lintCases],
]) {
  const dir = layOut(cases);
  try {
    const found = run(dir);
    for (const [path, [, expected]] of Object.entries(cases)) {
      const actual = [...(found.get(path) ?? [])].sort().join(', ');
      planted += expected.length;
      if (actual === [...expected].sort().join(', ')) continue;
      wrong += 1;
      console.error(`${tool}: ${path}: expected [${expected.join(', ')}], reported [${actual}]`);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
}
if (wrong > 0) process.exitCode = 1;
else console.log(`architecture rules: all ${planted} planted violations found, nothing else reported`);
