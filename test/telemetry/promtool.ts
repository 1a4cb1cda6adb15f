import { spawnSync } from 'node:child_process';

/** Why Prometheus' own tool can't be run on this machine; undefined where it can. */
export function promtoolObstacle(): string | undefined {
  const { error } = spawnSync('promtool', ['--version']);
  return error && 'promtool is missing (apt-get install prometheus)';
}

/** What Prometheus' own tool finds wrong with the text of an exporter; empty: nothing. */
export function problemsOf(text: string): string {
  const { stdout, stderr, status } = spawnSync('promtool', ['check', 'metrics'], {
    input: text,
    encoding: 'utf8',
  });
  const problems = `${stdout}${stderr}`.trim();
  return problems === '' && status !== 0 ? `promtool ended with ${String(status)}` : problems;
}
