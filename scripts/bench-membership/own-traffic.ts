import type { Seat } from './engine.ts';

/** What a member has sent since it was started, as it counts itself: messages of membership alone, before encryption. */
export interface OwnTraffic {
  readonly bytes: number;
  readonly messages: number;
}

/** How far Starling's admin port is above its client port. */
export const ADMIN_ABOVE_CONTROL = 200;

/** Of all members at these seats together, from their metrics. @throws Error where one doesn't tell */
export async function ownTraffic(seats: readonly Seat[]): Promise<OwnTraffic> {
  const all = await Promise.all(
    seats.map(async ({ host, controlPort }) => {
      const answer = await fetch(`http://${host}:${controlPort + ADMIN_ABOVE_CONTROL}/metrics`);
      return ownTrafficIn(await answer.text());
    }),
  );
  return {
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    messages: all.reduce((sum, { messages }) => sum + messages, 0),
  };
}

/** @param metrics in Prometheus's format */
export function ownTrafficIn(metrics: string): OwnTraffic {
  return {
    bytes: counter(metrics, 'starling_membership_sent_bytes_total'),
    messages: counter(metrics, 'starling_membership_sent_messages_total'),
  };
}

function counter(metrics: string, name: string): number {
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1];
  if (value === undefined) throw new Error(`the metrics lack ${name}`);
  return Number(value);
}
