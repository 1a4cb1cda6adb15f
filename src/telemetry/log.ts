import { type Logger, pino } from 'pino';
import { textOfLogLine } from './log-text.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A line for people, or an object a line for programs. */
export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Facts that go with a log line. Never a value, never a secret. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where log lines go. A line is a sentence for a person; the facts are for programs. */
export interface Log {
  debug(facts: LogFacts, message: string): void;
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}

/** A log that says more or less when it is told to. */
export interface AdjustableLog extends Log {
  level: string;
}

/** Lines on standard output; the JSON ones carry the node's name. */
export function createLog(level: LogLevel, name: string, format: LogFormat = 'json'): AdjustableLog {
  const options = { level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = format === 'json' ? pino(options) : pino(options, textOutput);
  return logger;
}

const textOutput = { write: (json: string): void => void process.stdout.write(textOfLogLine(json)) };

/** Swallows everything: for simulations and for programs that embed a node and want quiet. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
