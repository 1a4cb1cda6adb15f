import type { ErrorCode } from '../base/errors.ts';

/** What a command tells the shell. */
export const EXIT = {
  ok: 0,
  /** The answer is no: the key does not exist, the cluster is not well, something did not verify. */
  no: 1,
  /** The command line, the configuration or the input is wrong; nothing was tried. */
  usage: 2,
  /** The cluster could not be reached, or failed the request. */
  cluster: 3,
  /** An error of this machine or of Starling itself. */
  failure: 4,
  /** Ended by Ctrl-C, as shells count it: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** For `--help`. */
export const EXIT_CODE_HELP = `Exit codes:
  0    done
  1    the answer is no: the key does not exist, the cluster is not well, something did not verify
  2    the command line, the configuration or the input is wrong; nothing was tried
  3    the cluster could not be reached, or failed the request
  4    an error of this machine, or of Starling itself
  130  ended by Ctrl-C`;

/** What the failure of a request comes to. */
export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'INVALID_ARGUMENT':
    case 'CONFIGURATION':
    case 'FORBIDDEN':
      return EXIT.usage;
    case 'QUORUM_FAILED':
    case 'TIMEOUT':
    case 'OVERLOADED':
    case 'WRONG_OWNERS':
    case 'STALE':
    case 'CLOCK_DRIFT':
    case 'NOT_READY':
    case 'STORE_POISONED':
    case 'DISK_FULL':
    case 'STOPPED':
    case 'UNAVAILABLE':
      return EXIT.cluster;
    case 'CORRUPTION':
    case 'PROTOCOL':
      return EXIT.failure;
  }
}
