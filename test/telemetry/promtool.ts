import { spawnSync } from 'node:child_process';

const PROMTOOL = 'promtool';

/** Why Prometheus' own tool can't be run on this machine; undefined where it can. */
export function promtoolObstacle(): string | undefined {
  const { error } = spawnSync(PROMTOOL, ['--version']);
  return error && `${PROMTOOL} is missing (apt-get install prometheus)`;
}

/** What Prometheus' own tool finds wrong with the text of an exporter; empty: nothing. */
export function problemsOf(text: string): string {
  const { stdout, stderr, status } = spawnSync(PROMTOOL, ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  });
  const problems = `${stdout}${stderr}`.trim();
  return problems === '' && status !== 0 ? `${PROMTOOL} ended with ${String(status)}` : problems;
}
