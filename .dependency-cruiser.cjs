/**
 * Who may import whom: the arrows of ARCHITECTURE.md, as an allow-list for each folder of src/.
 * What is not listed is forbidden, type-only imports included. scripts/self-test-rules.js plants
 * one violation of each rule and expects it to be found.
 */
'use strict';

/** folder of src/ -> the other folders it may import; '*' is everything but cli. */
const arrows = {
  base: [],
  access: ['base'],
  version: ['base'],
  ring: ['base', 'version'],
  membership: ['base'],
  quorum: ['base', 'version'],
  merkle: ['base', 'version'],
  storage: ['base', 'version', 'merkle'],
  telemetry: ['base'],
  wire: ['base', 'access', 'version', 'ring', 'membership', 'quorum', 'merkle', 'storage'],
  transport: ['base', 'wire'],
  gossip: ['base', 'membership', 'ring', 'wire', 'transport', 'telemetry'],
  replication: ['base', 'quorum', 'ring', 'version', 'storage', 'wire', 'transport', 'telemetry'],
  antientropy: ['base', 'merkle', 'ring', 'version', 'storage', 'wire'],
  server: ['base', 'access', 'wire', 'transport', 'replication', 'quorum', 'ring', 'telemetry', 'version'],
  admin: ['base', 'access', 'membership', 'ring', 'telemetry'],
  client: ['base', 'access', 'wire', 'transport', 'quorum', 'version', 'ring'],
  node: ['*'],
  cli: ['client', 'node', 'base', 'access', 'quorum', 'wire', 'version', 'ring'],
};

const folders = Object.keys(arrows).join('|');
const pure = 'version|ring|membership|quorum|merkle';

/** `cli` also works on the files of a peer without the peer: snapshot, verify, restore. The engine itself it leaves to `node`. */
const alsoAllowed = {
  cli: ['^src/storage/(backup|verify)/'],
  // What it needs to belong to the trace of the program that it is in.
  client: ['^src/telemetry/tracing/active-tracer\\.ts$'],
};

const arrowRules = Object.entries(arrows).map(([folder, allowed]) => ({
  name: `arrow-${folder}`,
  comment: `src/${folder} may import ${allowed.includes('*') ? 'everything but cli' : [...allowed, 'itself'].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: allowed.includes('*')
    ? { path: '^src/(cli/|index\\.ts$)' }
    : {
        path: '^src/',
        pathNot: [`^src/(${[folder, ...allowed].join('|')})/`, ...(alsoAllowed[folder] ?? [])],
      },
}));

module.exports = {
  forbidden: [
    ...arrowRules,
    {
      name: 'arrow-index',
      comment: 'src/index.ts may import node, client, base',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/', pathNot: '^src/(node|client|base)/' },
    },
    {
      name: 'known-folders',
      comment: 'a new folder of src/ needs a line in `arrows`',
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/(${folders})/`, '^src/index\\.ts$'] },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one file, or lack a third',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-node-in-pure-parts',
      comment: 'the pure parts and the ports do no I/O; only base/system touches node:*',
      severity: 'error',
      from: { path: `^src/(base|${pure})/`, pathNot: '^src/base/system/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'storage-log-is-picked-by-node',
      comment: 'the others know the storage interface, never the log engine',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(node|storage)/' },
      to: { path: '^src/storage/log/' },
    },
    {
      name: 'libp2p-is-picked-by-node',
      comment: 'the others know the transport interface, never its libp2p implementation',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(node|transport/libp2p)/' },
      to: { path: '^src/transport/libp2p/' },
    },
    {
      name: 'telemetry-owns-its-libraries',
      comment: 'the others call one telemetry function per event',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/telemetry/' },
      to: { path: '(^|/)(pino|prom-client|@opentelemetry)(/|$)' },
    },
    {
      name: 'no-unresolvable',
      comment: 'an import that leads nowhere escapes every other rule',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '(^|/)(pino|prom-client|@opentelemetry)(/|$)' },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'what src/ imports has to be installed with it',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/wire/gen/.*\\.d\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
};
