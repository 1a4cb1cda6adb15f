import { StarlingError } from '../../base/errors.ts';
import type { Explanation } from '../../wire/explanation.ts';
import type { KeyReport } from './key-report.ts';
import { hintsIn, verdictOn } from './verdict.ts';

/** A report on a key for programs: JSON that `starling explain --json` prints, and the admin port answers with. */
export function keyDocumentOf(key: string, { location, views, notAsked }: KeyReport): object {
  return {
    key,
    ...location,
    members: views.map(({ answer, ...member }) =>
      answer instanceof StarlingError
        ? { ...member, error: { code: answer.code, message: answer.message } }
        : { ...member, ...ownOf(answer) },
    ),
    hints: hintsIn(views),
    notAsked,
    verdict: verdictOn(views),
  };
}

/** What the answer says of the member, without what it says of the key as all do. */
function ownOf({
  holding,
  record,
  unreadHints,
  floorMs,
  clusterTimeMs,
  custodians,
  pending,
}: Explanation): object {
  return { holding, record: record ?? null, unreadHints, floorMs, clusterTimeMs, custodians, pending };
}
