import { spawnSync } from 'node:child_process';

const PROMTOOL = 'promtool';

/** Why a program of Prometheus can't be run on this machine; undefined where it can. */
export function prometheusObstacle(program: 'promtool' | 'prometheus'): string | undefined {
  const { error } = spawnSync(program, ['--version']);
  return error && `${program} is missing (apt-get install prometheus)`;
}

/** Why Prometheus' own tool can't be run on this machine; undefined where it can. */
export function promtoolObstacle(): string | undefined {
  return prometheusObstacle(PROMTOOL);
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

/** What it says of files, such as `check rules alerts.yml`; undefined: all is well. */
export function complaintOf(...args: readonly string[]): string | undefined {
  const { stdout, stderr, status } = spawnSync(PROMTOOL, args, { encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
