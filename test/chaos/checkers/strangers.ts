import type { MembersReport } from '../../../src/admin/members-report.ts';
import type { Violation } from '../../simulation/history.ts';

/** P10: in nobody's eyes is anybody a member, or about to be one, who doesn't know the secret. */
export function checkStrangers(
  reports: readonly Pick<MembersReport, 'peer' | 'members'>[],
  known: ReadonlySet<string>,
): Violation[] {
  return reports.flatMap(({ peer: viewer, members }) =>
    members.flatMap(({ peer, intent }): Violation[] => {
      if (known.has(peer) || (intent !== 'joining' && intent !== 'active')) return [];
      return [{ promise: 'P10', message: `${viewer} takes ${peer} for ${intent}, a stranger` }];
    }),
  );
}
