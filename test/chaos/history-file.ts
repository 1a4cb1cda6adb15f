import { formatVersion } from '../../src/version/version.ts';
import type { Operation } from '../simulation/history.ts';

/** One operation as a line of JSON: `{t0,t1,session,op,key,value,version,result}`, times in ms since the beginning. */
export function lineOf({ session, key, startMs, endMs, action, outcome }: Operation): string {
  const { kind } = outcome;
  const version = kind === 'error' ? undefined : outcome.version;
  return JSON.stringify({
    t0: round(startMs),
    t1: round(endMs),
    session,
    op: action.kind,
    key,
    value: action.kind === 'put' ? action.value : kind === 'read' ? (outcome.value ?? null) : undefined,
    version: version && formatVersion(version),
    result: kind === 'error' ? outcome.error.code : 'ok',
  });
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
