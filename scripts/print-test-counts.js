/**
 * Prints `N passed, N failed` from the JSON report that mocha wrote, as the last line.
 * Exits with 1 when there is no complete report: a run that died has no counts.
 *
 * Usage: node scripts/print-test-counts.js <mocha-report.json>
 */
import { readFileSync } from 'node:fs';

const path = process.argv[2];
try {
  const { stats } = JSON.parse(readFileSync(path, 'utf8'));
  console.log(
    `mocha: ${stats.tests} tests in ${stats.suites} suites, ${stats.pending} pending, ${stats.duration} ms`,
  );
  console.log(`${stats.passes} passed, ${stats.failures} failed`);
} catch (error) {
  console.log(`no test counts: ${path} is not a complete mocha report (${error.message})`);
  process.exitCode = 1;
}
