/**
 * Typed lint rules, and two walls of the architecture: the pure parts know neither time nor chance
 * nor I/O, and everything else in src/ gets them through the ports of src/base.
 * Who may import whom is the business of .dependency-cruiser.cjs.
 */
import { builtinModules } from 'node:module';

import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PURE_PARTS = ['src/{version,ring,membership,quorum,merkle}/**/*.ts'];

/** Where real time and chance enter: the ports' implementations, the edges, and the client library. */
const USES_REAL_WORLD = [
  'src/base/system/**',
  'src/cli/**',
  'src/node/**',
  'src/transport/libp2p/**',
  'src/client/**',
];

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

const forbidGlobals = (names, message) => [
  'error',
  { globals: names.map((name) => ({ name, message })), checkGlobalObject: true },
];

const NO_WALL_CLOCK = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take the time from the Clock port.',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'src/wire/gen/', '.test-results/', '.starling/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Indexing a typed array inside its bounds is not worth a branch in a hot loop.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An implementation of an asynchronous port may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [...PURE_PARTS, ...USES_REAL_WORLD],
    rules: {
      'no-restricted-globals': forbidGlobals(
        [...TIMERS.filter((name) => name !== 'queueMicrotask'), 'performance'],
        'Use the Clock and Timers ports, so that the simulator can move time.',
      ),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time from the Clock port.' },
        { object: 'process', property: 'hrtime', message: 'Take the time from the Clock port.' },
        { object: 'Math', property: 'random', message: 'Take chance from the Random port.' },
      ],
      'no-restricted-syntax': ['error', NO_WALL_CLOCK],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:)?(timers|perf_hooks)(/|$)', message: 'Use the Clock and Timers ports.' },
          ],
        },
      ],
    },
  },
  {
    files: PURE_PARTS,
    rules: {
      'no-restricted-globals': forbidGlobals(
        [...TIMERS, 'Date', 'performance', 'console', 'process', 'crypto', 'fetch'],
        'The pure parts are given events and the time, and give back effects.',
      ),
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The pure parts are given their random numbers.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({ name, message: 'The pure parts do no I/O.' })),
          patterns: [{ regex: '^node:', message: 'The pure parts do no I/O.' }],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  {
    // What runs in a browser; tsconfig.dashboard.json checks its types, and so its names.
    files: ['src/admin/dashboard/*.js'],
    rules: {
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write'].map((property) => ({
          property,
          message: 'What a peer sends is text: textContent, never markup.',
        })),
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
  },
);
