import { isIP } from 'node:net';
import { z } from 'zod';
import { isPeerId } from './peer-id.ts';

/**
 * The kinds of values that options have. Each refuses with the same sentence whatever is wrong: what it was given,
 * and what it takes instead.
 */

const SHOWN_CHARACTERS = 60;

type Refusal = (issue: { readonly input?: unknown }) => string;

function refusal(advice: string): { readonly error: Refusal } {
  return { error: ({ input }) => `${shown(input)}; ${advice}` };
}

function shown(input: unknown): string {
  if (input === undefined) return 'it is missing';
  const json = JSON.stringify(input);
  return `it is ${json.length > SHOWN_CHARACTERS ? `${json.slice(0, SHOWN_CHARACTERS)}...` : json}`;
}

export function wholeNumber(low: number, high: number, unit = '') {
  const advice = refusal(`give a whole number${unit && ` of ${unit}`} from ${low} to ${high}`);
  return z.number(advice).int(advice).min(low, advice).max(high, advice);
}

/** A TCP port, or one of these words. */
export function portOr<const Word extends string>(...words: readonly Word[]) {
  const advice = refusal(
    `give a whole number from 0 to 65535, or ${words.map((word) => `"${word}"`).join(' or ')}`,
  );
  const port = z.number(advice).int(advice).min(0, advice).max(65_535, advice);
  return z.union([port, z.enum(words, advice)], advice);
}

export function decimal(low: number, high: number) {
  const advice = refusal(`give a number from ${low} to ${high}`);
  return z.number(advice).min(low, advice).max(high, advice);
}

export function powerOfTwo(low: number, high: number) {
  const advice = refusal(`give a power of two from ${low} to ${high}`);
  const isPower = (value: number): boolean =>
    value >= low && value <= high && Number.isInteger(Math.log2(value));
  return z.number(advice).refine(isPower, advice);
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]) {
  return z.enum(choices, refusal(`give one of ${choices.join(', ')}`));
}

export function yesOrNo() {
  return z.boolean(refusal('give true or false'));
}

/** Text of so many bytes of UTF-8. */
export function text(minBytes: number, maxBytes: number) {
  const advice = refusal(`give text of ${minBytes} to ${maxBytes} bytes`);
  return z.string(advice).refine((value) => isWithin(Buffer.byteLength(value), minBytes, maxBytes), advice);
}

/** The same, but a refusal doesn't show it. */
export function secretText(maxBytes: number) {
  const advice = { error: `give text of at most ${maxBytes} bytes` };
  return z.string(advice).refine((value) => isWithin(Buffer.byteLength(value), 0, maxBytes), advice);
}

/** Address of an HTTP server, or empty. */
export function httpUrlOrNone() {
  const advice = refusal('give an address such as http://127.0.0.1:4318, or nothing');
  const isHttp = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return z.string(advice).refine((value) => value === '' || isHttp(value), advice);
}

/** TCP multiaddrs, with or without the peer's id at their end. */
export function multiaddrs(least: number, most: number, maxBytes: number) {
  const advice = refusal(`give a list of ${least} to ${most} multiaddrs, such as ["/ip4/10.0.0.7/tcp/7500"]`);
  const one = refusal(
    'give a multiaddr such as /ip4/10.0.0.7/tcp/7500, /ip6/::1/tcp/7500 or /dns4/peer.example/tcp/7500',
  );
  return z
    .array(
      z.string(one).refine((value) => value.length <= maxBytes && isTcpMultiaddr(value), one),
      advice,
    )
    .min(least, advice)
    .max(most, advice);
}

/** Ids of peers, as libp2p writes them. */
export function peerIds(most: number) {
  const advice = refusal(`give a list of at most ${most} peer ids`);
  const one = refusal(
    'give the id of a peer, 12D3KooW and 44 more characters, as `starling status --json` lists them',
  );
  return z.array(z.string(one).refine(isPeerId, one), advice).max(most, advice);
}

/** One of them, or empty. */
export function peerIdOrNone() {
  const advice = refusal(
    'give the id of a peer, 12D3KooW and 44 more characters, as `starling status --json` lists them',
  );
  return z.string(advice).refine((value) => value === '' || isPeerId(value), advice);
}

const TCP_MULTIADDR =
  /^\/(?<kind>ip4|ip6|dns|dns4|dns6)\/(?<host>[^/\s]+)\/tcp\/(?<port>\d{1,5})(?:\/p2p\/\w+)?$/;

function isTcpMultiaddr(value: string): boolean {
  const groups = TCP_MULTIADDR.exec(value)?.groups;
  if (!groups || Number(groups['port']) > 65_535) return false;
  const { kind, host = '' } = groups;
  if (kind === 'ip4') return isIP(host) === 4;
  if (kind === 'ip6') return isIP(host) === 6;
  return true;
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
