import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { ClusterSettings } from '../settings.ts';

/** Longest secret, in bytes of UTF-8. */
export const SECRET_BYTES = 256;

type Name = 'secret' | 'previousSecret';
type Secrets = Pick<ClusterSettings, Name>;

/** What the options say: each secret is given as text, or by the name of a file that holds it, or not at all (empty). */
export type GivenSecrets = Readonly<Record<Name | `${Name}File`, string>>;

/**
 * Finds the secrets of a cluster, and refuses what can't be meant. White space around a secret doesn't count: an editor or
 * `echo` leaves a line break behind it, and two peers that differ in that alone would never find out.
 */
export function clusterSecrets(given: GivenSecrets, context: z.RefinementCtx): Secrets {
  const refuse = (option: keyof GivenSecrets, message: string): void => {
    context.addIssue({ code: 'custom', path: [option], message });
  };
  const find = (name: Name): string | undefined => {
    const file = given[`${name}File`];
    if (file === '') return given[name].trim();
    const found =
      given[name] === ''
        ? secretIn(file)
        : { problem: `it is given, and cluster.${name} is too; drop one of the two` };
    if (typeof found === 'string') return found;
    refuse(`${name}File`, found.problem);
    return undefined;
  };
  const [secret, previousSecret] = [find('secret'), find('previousSecret')];
  if (secret === undefined || previousSecret === undefined) return { secret: '', previousSecret: '' };
  const secrets = { secret, previousSecret };
  const problem = contradictionIn(secrets);
  if (problem) refuse(given.previousSecretFile === '' ? 'previousSecret' : 'previousSecretFile', problem);
  return secrets;
}

function secretIn(file: string): string | { readonly problem: string } {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    return { problem: `can't read the secret: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (secret === '') {
    return { problem: `${file} is empty; put the secret there, or drop this where there is none` };
  }
  if (Buffer.byteLength(secret) > SECRET_BYTES) {
    return { problem: `${file} is longer than a secret may be, which is ${SECRET_BYTES} bytes` };
  }
  return secret;
}

function contradictionIn({ secret, previousSecret }: Secrets): string | undefined {
  if (previousSecret === '') return undefined;
  if (secret === '') {
    return 'it is given, and there is no cluster.secret that it could be previous to; give that, or drop this';
  }
  return secret === previousSecret
    ? 'it is the same as cluster.secret; give the one before it, or drop this'
    : undefined;
}
