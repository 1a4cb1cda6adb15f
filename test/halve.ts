/** Work for `on-all-cores.test.ts`, which goes wrong for some numbers. */
export function halve(number: number): Promise<Map<string, number>> {
  if (number === 13) return Promise.reject(new Error('13 is not halved'));
  if (number === 99) process.exit(7);
  return Promise.resolve(new Map([['half', number / 2]]));
}
