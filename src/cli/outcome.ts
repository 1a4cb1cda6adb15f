/** Ends a command with an exit code of its own; the message, if any, is for the person. */
export class Outcome extends Error {
  override readonly name = 'Outcome';
  readonly exitCode: number;

  constructor(exitCode: number, message = '') {
    super(message);
    this.exitCode = exitCode;
  }
}
