import { command } from '../../power/machine.ts';
import type { Impairment } from './lab.ts';

/** One end of a link: a device in a network namespace. */
export interface LinkEnd {
  readonly namespace: string;
  readonly device: string;
}

/** How long a packet may wait for its turn before it is dropped. */
const QUEUE = '400ms';
const BURST = '16kb';

/** A link that carries no more than so much each way: token buckets at both of its ends. */
export class SlowLink implements Impairment {
  readonly #ends: readonly LinkEnd[];

  private constructor(ends: readonly LinkEnd[]) {
    this.#ends = ends;
  }

  static async make(ends: readonly LinkEnd[], bitsPerSecond: number): Promise<SlowLink> {
    const bucket = ['tbf', 'rate', `${bitsPerSecond}bit`, 'burst', BURST, 'latency', QUEUE];
    for (const { namespace, device } of ends)
      await command('tc', '-n', namespace, 'qdisc', 'add', 'dev', device, 'root', ...bucket);
    return new SlowLink(ends);
  }

  /** Packets that came before there was a token for them. */
  async hits(): Promise<number> {
    let overLimits = 0;
    for (const { namespace, device } of this.#ends) {
      const listing = await command('tc', '-n', namespace, '-j', '-s', 'qdisc', 'show', 'dev', device);
      for (const { overlimits } of JSON.parse(listing) as { overlimits: number }[]) overLimits += overlimits;
    }
    return overLimits;
  }

  async end(): Promise<void> {
    for (const { namespace, device } of this.#ends)
      await command('tc', '-n', namespace, 'qdisc', 'delete', 'dev', device, 'root');
  }
}
