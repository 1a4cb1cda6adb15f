import { StarlingError } from '../../base/errors.ts';
import type { Flag } from './load.ts';
import { OPTION_LIST, type OptionDescription } from './option-list.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'STARLING_';

/** Shorter names of options that are best given so, and what programs that use a cluster take from the environment. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['STARLING_SECRET', 'cluster.secret'],
  ['STARLING_PREVIOUS_SECRET', 'cluster.previousSecret'],
  ['STARLING_OTEL', 'otel.enabled'],
]);
const NO_OPTIONS: ReadonlySet<string> = new Set([
  'STARLING_ADDRESS',
  'STARLING_TOKEN',
  'STARLING_TOKEN_FILE',
  'STARLING_TLS_CA',
  'STARLING_TLS_CERT',
  'STARLING_TLS_KEY',
]);

/** `cluster.writeQuorum` is `STARLING_CLUSTER_WRITE_QUORUM`. */
export function variableOf(path: string): string {
  return PREFIX + path.replaceAll('.', '_').replaceAll(/[A-Z]/g, '_$&').toUpperCase();
}

const OPTION_OF: ReadonlyMap<string, OptionDescription> = new Map(
  OPTION_LIST.flatMap((option) => [
    [variableOf(option.path), option] as const,
    ...[...SHORT].filter(([, path]) => path === option.path).map(([name]) => [name, option] as const),
  ]),
);

/**
 * What the environment says, for `loadConfiguration`: lists with commas between, numbers and `true` or `false` as in JSON.
 * @throws StarlingError CONFIGURATION where a variable begins with STARLING_ and is no option
 */
export function environmentFlags(env: Environment): Flag[] {
  const names = Object.keys(env).filter((name) => name.startsWith(PREFIX) && env[name] !== undefined);
  return names
    .filter((name) => !NO_OPTIONS.has(name))
    .map((name) => {
      const option = OPTION_OF.get(name);
      if (option === undefined) throw unknownVariable(name);
      return { name, path: option.path, value: valueOf(env[name]!, option) };
    });
}

/** The cluster's secrets alone, where the environment has them. */
export function secretFlags(env: Environment): Flag[] {
  const secrets = [...OPTION_OF].filter(
    ([, { path }]) => path.startsWith('cluster.') && /secret/i.test(path),
  );
  return environmentFlags(Object.fromEntries(secrets.map(([name]) => [name, env[name]])));
}

/** What is no number or no list stays text, for the schema to refuse by name. */
function valueOf(text: string, { types }: OptionDescription): unknown {
  if (types.has('array')) return text === '' ? [] : text.split(',').map((item) => item.trim());
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if ((types.has('integer') || types.has('number')) && /^\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

function unknownVariable(name: string): StarlingError {
  return new StarlingError(
    'CONFIGURATION',
    `${name}: there is no such option; what is cluster.replicas in a file is ${variableOf('cluster.replicas')} here, and ` +
      '`starling config` lists them',
    { option: name },
  );
}
