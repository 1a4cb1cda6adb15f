import type { Clock } from '../base/clock.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import { type MembershipFacts, membersReport } from './members-report.ts';
import type { HistoryReport, RingReport, Snapshot } from './snapshot.ts';

/** Makes the answer to a GET of one path. */
export type Page = () => Answer | Promise<Answer>;

/** What the pages show, as it is when somebody asks. */
export interface AdminViews {
  membership(): MembershipFacts;
  /** Why this peer should be sent no requests just now, in a sentence; undefined where it should. */
  unreadiness(): string | undefined;
  snapshot(): Snapshot;
  ring(): RingReport;
  history(): HistoryReport;
  readonly metrics: MetricsView;
}

/** For Prometheus. */
export interface MetricsView {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Every page of figures that there is, by its path. They read, and change nothing. */
export function pagesOf(views: AdminViews, clock: Clock): ReadonlyMap<string, Page> {
  return new Map<string, Page>([
    ['/api/members', () => jsonAnswer(200, membersReport(views.membership(), clock.wallMs()))],
    ['/api/status', () => jsonAnswer(200, views.snapshot())],
    ['/api/ring', () => jsonAnswer(200, views.ring())],
    ['/api/history', () => jsonAnswer(200, views.history())],
    ['/healthz', () => jsonAnswer(200, { status: 'alive' })],
    ['/readyz', () => readiness(views.unreadiness())],
    ['/metrics', () => metrics(views.metrics)],
  ]);
}

function readiness(reason: string | undefined): Answer {
  return reason === undefined
    ? jsonAnswer(200, { status: 'ready' })
    : jsonAnswer(503, { status: 'not ready', reason });
}

async function metrics(view: MetricsView): Promise<Answer> {
  return { status: 200, contentType: view.contentType, body: await view.text() };
}
