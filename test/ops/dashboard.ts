import { readFileSync } from 'node:fs';

/** The part of a dashboard of Grafana that tests look at. */
export interface Dashboard {
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}

export function readDashboard(): Dashboard {
  return JSON.parse(
    readFileSync(new URL('../../ops/grafana/starling.json', import.meta.url), 'utf8'),
  ) as Dashboard;
}

/** What its panels ask Prometheus, as Grafana would send it. */
export function queriesOf({ panels }: Dashboard): string[] {
  const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  return queries.map((query) =>
    query.replaceAll('$job', 'starling').replaceAll('$instance', '.*').replaceAll('$__rate_interval', '1m'),
  );
}

/** Panels that lie over others, share an id, or ask nothing, in sentences; empty: none. */
export function flawsOf({ panels }: Dashboard): string[] {
  const flaws: string[] = [];
  panels.forEach((panel, index) => {
    if (panel.type !== 'row' && (panel.targets ?? []).length === 0) flaws.push(`${panel.title} asks nothing`);
    for (const other of panels.slice(index + 1)) {
      if (panel.id === other.id) flaws.push(`${panel.title} and ${other.title} share an id`);
      if (overlap(panel.gridPos, other.gridPos)) flaws.push(`${panel.title} lies over ${other.title}`);
    }
    if (panel.gridPos.x + panel.gridPos.w > 24) flaws.push(`${panel.title} is too wide`);
  });
  return flaws;
}

function overlap(a: Panel['gridPos'], b: Panel['gridPos']): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
