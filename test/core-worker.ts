import type { Call, Called } from './on-all-cores.ts';

/** Calls what it is told to call; a process that `onAllCores` starts. */
const [module = '', name = ''] = process.argv.slice(2);
const exported = (await import(module)) as Record<string, (...args: unknown[]) => Promise<unknown>>;

async function perform({ index, args }: Call): Promise<Called> {
  try {
    return { index, result: await exported[name]?.(...args) };
  } catch (error) {
    return { index, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (call: Call) => {
  void perform(call).then((called) => process.send?.(called));
});
