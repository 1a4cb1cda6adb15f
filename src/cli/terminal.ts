/** What a command may use of the world around it, so that tests can run it in their own process. */
export interface Terminal {
  /** Answers: what another program would read. */
  out(text: string): void;
  /** Everything else that a person should see: progress, warnings, errors. */
  err(text: string): void;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches `err`, so that a line may be drawn anew. */
  readonly isInteractive: boolean;
  /** Whether colours are wanted: a terminal, and no NO_COLOR. */
  readonly hasColour: boolean;
  /** Calls back on SIGINT and SIGTERM instead of dying of them, until the function given back is called. */
  onInterrupt(handler: (signal: 'SIGINT' | 'SIGTERM') => void): () => void;
  /** Calls back on SIGHUP instead of dying of it. */
  onHangUp(handler: () => void): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The terminal of this process. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  input: process.stdin,
  env: process.env,
  isInteractive: process.stderr.isTTY,
  hasColour: process.stdout.isTTY && !process.env['NO_COLOR'],
  onInterrupt(handler) {
    for (const signal of SIGNALS) process.on(signal, handler);
    return () => {
      for (const signal of SIGNALS) process.off(signal, handler);
    };
  },
  onHangUp: (handler) => void process.on('SIGHUP', handler),
};

const COLOURS = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, dim: 2, bold: 1 } as const;

export type Colour = keyof typeof COLOURS;

/** The text in a colour, where the terminal has them. */
export function paint(terminal: Pick<Terminal, 'hasColour'>, colour: Colour, text: string): string {
  return terminal.hasColour ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}
