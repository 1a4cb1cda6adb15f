import { OPTION_LIST } from './option-list.ts';

const ABOUT =
  'Everything that a Starling peer can be told, with its default. Keys that begin with $ are comments, and every option may be ' +
  'left out.';

/** What the defaults that follow from other options come to where those have their defaults. */
const DERIVED: ReadonlyMap<string, unknown> = new Map([
  ['cluster.writeQuorum', 2],
  ['cluster.readQuorum', 2],
]);

/** A configuration file with every option at its default, each after a comment that explains it. */
export function exampleConfiguration(): string {
  const root: Record<string, unknown> = { $about: ABOUT };
  for (const { path, meaning, defaultText } of OPTION_LIST) {
    const steps = path.split('.');
    const option = steps.pop() ?? '';
    const group = steps.reduce((object, step) => (object[step] ??= {}) as Record<string, unknown>, root);
    group[`$${option}`] = meaning;
    group[option] = defaultText === undefined ? DERIVED.get(path) : JSON.parse(defaultText);
  }
  return `${JSON.stringify(root, undefined, 2)}\n`;
}
