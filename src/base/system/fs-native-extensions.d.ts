/** The one function used of a package that comes without types. */
declare module 'fs-native-extensions' {
  /** Takes an exclusive lock on the whole file, held by its open file description. False: somebody else holds it. */
  export function tryLock(fd: number): boolean;
}
