/**
 * Pieces of news as text: `suspect f@1 by b` is "b says that f is suspect in its incarnation 1". Names that are
 * counted through may be one range: `suspect m1..m40@1 by b`.
 */
import type { Liveness, LivenessUpdate } from '../../../src/membership/member.ts';

const PIECE = /^(?<liveness>alive|suspect|dead) (?<names>\S+)@(?<incarnation>\d+) by (?<from>\S+)$/;
const COUNTED_NAME = /^(?<stem>[a-z]+)(?<number>\d+)$/;

export function parseNews(text: string): LivenessUpdate[] {
  const { liveness, names, incarnation, from } = PIECE.exec(text)?.groups ?? {};
  if (names === undefined) throw new Error(`not a piece of news: ${text}`);
  return namesIn(names).map((peer) => ({
    peer,
    liveness: liveness as Liveness,
    incarnation: Number(incarnation),
    from: from!,
  }));
}

/** `b`, `b,c` or `m1..m40`. */
export function namesIn(text: string): string[] {
  return text.split(',').flatMap((part) => {
    const [first, last] = part.split('..').map((name) => COUNTED_NAME.exec(name)?.groups);
    if (first === undefined || last === undefined) return [part];
    const from = Number(first['number']);
    const count = Number(last['number']) - from + 1;
    return Array.from({ length: count }, (_, i) => `${first['stem']}${from + i}`);
  });
}

/** In the order in which they stand in the message; neighbours that differ in a counted name alone as a range. */
export function formatNews(updates: readonly LivenessUpdate[]): string {
  const runs: LivenessUpdate[][] = [];
  for (const update of updates) {
    const run = runs.at(-1);
    if (run !== undefined && continues(run.at(-1)!, update)) run.push(update);
    else runs.push([update]);
  }
  return runs.map(formatRun).join(', ');
}

function formatRun(run: readonly LivenessUpdate[]): string {
  const { peer, liveness, incarnation, from } = run[0]!;
  const names = run.length === 1 ? peer : `${peer}..${run.at(-1)!.peer}`;
  return `${liveness} ${names}@${incarnation} by ${from}`;
}

function continues(previous: LivenessUpdate, next: LivenessUpdate): boolean {
  const a = COUNTED_NAME.exec(previous.peer)?.groups;
  const b = COUNTED_NAME.exec(next.peer)?.groups;
  return (
    a !== undefined &&
    b !== undefined &&
    a['stem'] === b['stem'] &&
    Number(a['number']) + 1 === Number(b['number']) &&
    previous.liveness === next.liveness &&
    previous.incarnation === next.incarnation &&
    previous.from === next.from
  );
}
