import type { CollectedSpan } from './collector.ts';

/** What one request must have been recorded as. */
export interface ExpectedRequest {
  /** The client's operation. */
  readonly operation: string;
  /** Of the owners that did it, one by one: what they were asked, and what they did with their disk for it. */
  readonly owners: readonly { readonly asked: string; readonly disk: string | undefined }[];
}

/**
 * What is wrong with the tree of a request; nothing, where it is
 *
 *     root -> client -> coordinator -+-> ask (itself) ------------------> disk
 *                                    '-> ask (another) -> serve (there) -> disk
 */
export function problemsOf(
  all: readonly CollectedSpan[],
  root: { readonly traceId: string; readonly spanId: string },
  { operation, owners }: ExpectedRequest,
): string[] {
  const spans = all.filter(({ traceId }) => traceId === root.traceId);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const below = (parentId: string) => spans.filter(({ parentSpanId }) => parentSpanId === parentId);
  const problems = spans
    .filter(({ spanId, parentSpanId }) => spanId !== root.spanId && !byId.has(parentSpanId))
    .map(({ name }) => `orphan: ${name}`);
  const calls = below(root.spanId).filter(({ name, role }) => name === operation && role === 'client');
  const coordinated = calls.flatMap(({ spanId }) => below(spanId));
  if (coordinated.length !== 1) return [...problems, `coordinated ${coordinated.length} times`];
  const [coordinator] = coordinated as [CollectedSpan];
  if (coordinator.name !== operation || coordinator.role !== 'server') {
    problems.push(`the client's request is ${coordinator.role} ${coordinator.name}`);
  }
  const done = below(coordinator.spanId).map((ask) => workOf(ask, coordinator, below));
  for (const { asked, disk } of owners) {
    const wanted = `${asked}, then ${disk ?? 'nothing'}`;
    const index = done.indexOf(wanted);
    if (index === -1) problems.push(`missing: ${wanted}`);
    else done.splice(index, 1);
  }
  return [...problems, ...done.map((work) => `unexpected: ${work}`)];
}

/** What became of one question of the coordinator's. */
function workOf(
  ask: CollectedSpan,
  coordinator: CollectedSpan,
  below: (parentId: string) => readonly CollectedSpan[],
): string {
  const peer = ask.attributes['starling.peer'];
  const operation = ask.name.replace(/^ask /, '');
  if (ask.instance !== coordinator.instance) return `${ask.name} by another than the coordinator`;
  let worker = ask;
  if (ask.role === 'client') {
    const served = below(ask.spanId);
    if (served.length !== 1) return `${ask.name} served ${served.length} times`;
    worker = served[0]!;
    if (worker.name !== `serve ${operation}` || worker.role !== 'server')
      return `${ask.name} served as ${worker.name}`;
  }
  if (worker.instance !== peer) return `${ask.name} of another peer than was asked`;
  const disk = below(worker.spanId).map(({ name }) => name);
  return `${operation}, then ${disk.join(' and ') || 'nothing'}`;
}
