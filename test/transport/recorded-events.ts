import type { TransportEvents } from '../../src/transport/transport-events.ts';

/** Transport events that write down what they are told, as lines of words. */
export class RecordedEvents implements TransportEvents {
  readonly lines: string[] = [];

  count(prefix: string): number {
    return this.lines.filter((line) => line.startsWith(prefix)).length;
  }

  linkOpened: TransportEvents['linkOpened'] = (peer, _protocol, direction) =>
    this.#note('linkOpened', peer, direction);
  linkClosed: TransportEvents['linkClosed'] = (peer) => this.#note('linkClosed', peer);
  openFailed: TransportEvents['openFailed'] = (peer, _protocol, error) =>
    this.#note('openFailed', peer ?? '?', error.code, error.message);
  inboundRefused: TransportEvents['inboundRefused'] = (peer, _protocol, error) =>
    this.#note('inboundRefused', peer, error.code, error.message);
  malformedInput: TransportEvents['malformedInput'] = (peer) => this.#note('malformedInput', peer);
  messageDropped: TransportEvents['messageDropped'] = (peer) => this.#note('messageDropped', peer);
  requestTimedOut: TransportEvents['requestTimedOut'] = (peer) => this.#note('requestTimedOut', peer);
  lateAnswer: TransportEvents['lateAnswer'] = (peer) => this.#note('lateAnswer', peer);
  answerDropped: TransportEvents['answerDropped'] = (peer) => this.#note('answerDropped', peer);

  #note(...words: string[]): void {
    this.lines.push(words.join(' '));
  }
}
