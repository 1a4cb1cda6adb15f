import type { Violation } from '../history.ts';

/** What one node thinks of every member. */
export interface MembershipView {
  readonly node: string;
  readonly liveness: ReadonlyMap<string, string>;
  readonly ringId: string;
}

/** P7: views converge to the live set, no live peer stays declared dead, and one ring is derived everywhere. */
export function checkMembershipViews(
  views: readonly MembershipView[],
  live: ReadonlySet<string>,
): Violation[] {
  const violations: Violation[] = [];
  const violation = (message: string) => violations.push({ promise: 'P7', message });
  for (const view of views) {
    for (const peer of live) {
      const seen = view.liveness.get(peer) ?? 'unknown';
      if (seen !== 'alive') violation(`${view.node} holds the living ${peer} for ${seen}`);
    }
    for (const [peer, seen] of view.liveness) {
      if (!live.has(peer) && seen !== 'dead') violation(`${view.node} holds the dead ${peer} for ${seen}`);
    }
  }
  const rings = new Set(views.map(({ ringId }) => ringId));
  if (rings.size > 1) violation(`${rings.size} different rings: ${[...rings].join(', ')}`);
  return violations;
}
