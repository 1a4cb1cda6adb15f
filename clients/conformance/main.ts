/**
 * Builds each client, runs its own tests, and holds it against a real cluster and peers that fail on purpose.
 *
 *   npm run test:clients                     every language whose tools are here
 *   npm run test:clients -- go python        these
 *
 * Prints a line for each statement, and one for each language: what it passed, or why it was skipped. A skipped language counts as
 * neither passed nor failed. Exits with 1 where anything failed, or where nothing was run.
 */
import { Bench } from './bench.ts';
import { CHECKS } from './checks.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './languages.ts';
import { readmeCheck } from './readme.ts';

interface Tally {
  passed: number;
  failed: number;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !LANGUAGES.some((language) => language.name === name));
if (unknown.length > 0) {
  console.error(
    `no client is called ${unknown.join(', ')}; there are ${LANGUAGES.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const total: Tally = { passed: 0, failed: 0 };
const verdicts: string[] = [];
for (const language of LANGUAGES) {
  if (wanted.length > 0 && !wanted.includes(language.name)) continue;
  const obstacle = await language.obstacle();
  if (obstacle !== undefined) {
    verdicts.push(`${language.name}: skipped: ${obstacle}`);
    continue;
  }
  const { passed, failed } = await examine(language);
  total.passed += passed;
  total.failed += failed;
  verdicts.push(`${language.name}: ${passed} passed, ${failed} failed`);
}
console.log(`\n${verdicts.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function examine(language: Language): Promise<Tally> {
  console.log(`\n${language.name}`);
  const tally: Tally = { passed: 0, failed: 0 };
  try {
    await language.build();
    const own = await language.ownTests();
    if (own > 0) console.log(`  ok  passes ${own} tests of its own`);
    tally.passed += own;
  } catch (error) {
    report(tally, 'builds and passes its own tests', error);
    return tally;
  }
  const bench = new Bench(language.adapter);
  const checks = language.runReadme === undefined ? CHECKS : [readmeCheck(language), ...CHECKS];
  try {
    for (const check of checks) {
      const failure = await bench.run(check).then(
        () => undefined,
        (error: unknown) => error,
      );
      report(tally, check.name, failure);
    }
  } finally {
    await bench.close();
  }
  return tally;
}

function report(tally: Tally, name: string, failure: unknown): void {
  if (failure === undefined) {
    tally.passed++;
    console.log(`  ok  ${name}`);
    return;
  }
  tally.failed++;
  const reason = failure instanceof Error ? failure.message : JSON.stringify(failure);
  console.log(`  NOT ${name}\n      ${reason.replaceAll('\n', '\n      ')}`);
}
