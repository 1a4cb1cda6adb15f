import type { Answer } from './answer.ts';
import type { Page } from './pages.ts';

/** A file of the dashboard, as it was read when the peer started. */
export interface DashboardFile {
  /** `index.html`, `ring.js`, ... */
  readonly name: string;
  readonly text: string;
}

/**
 * What the page may do, and so what somebody could who got something into it after all: run and load what this server has,
 * and nothing else. A string can't become markup or a script in it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: readonly (readonly [ending: string, contentType: string])[] = [
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
];

/** Whether a file is one that the dashboard is made of. */
export function isDashboardFile(name: string): boolean {
  return typeOf(name) !== undefined;
}

/** The dashboard at `/`, and what it loads at `/dashboard/`. */
export function dashboardPages(files: readonly DashboardFile[]): ReadonlyMap<string, Page> {
  return new Map(
    files.map(({ name, text }): [string, Page] => {
      const answer: Answer = {
        status: 200,
        contentType: typeOf(name) ?? 'application/octet-stream',
        body: text,
        contentSecurityPolicy: POLICY,
      };
      return [name === 'index.html' ? '/' : `/dashboard/${name}`, () => answer];
    }),
  );
}

function typeOf(name: string): string | undefined {
  return TYPES.find(([ending]) => name.endsWith(ending))?.[1];
}
