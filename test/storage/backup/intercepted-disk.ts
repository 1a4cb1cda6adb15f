import type { Disk } from '../../../src/base/disk.ts';

/**
 * A disk that lets something else happen before an operation begins.
 * @param before is told the name of the method and the path
 */
export function interceptedDisk(
  disk: Disk,
  before: (method: keyof Disk, path: string) => Promise<unknown> | undefined,
): Disk {
  return new Proxy(disk, {
    get(target, name: keyof Disk) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (path: string, ...others: unknown[]) => {
        await before(name, path);
        return Reflect.apply(method, target, [path, ...others]) as unknown;
      };
    },
  });
}
