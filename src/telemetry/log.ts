import { type Logger, pino } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Facts that go with a log line. Never a value, never a secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where log lines go. A line is a sentence for a person; the facts are for programs. */
export interface Log {
  debug(facts: LogFacts, message: string): void;
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}

/** JSON lines on standard output, each with the node's name. */
export function createLog(level: LogLevel, name: string): Log {
  const logger: Logger = pino({ level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}

/** Swallows everything: for simulations and for programs that embed a node and want quiet. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
