import type { Impairment } from './lab.ts';

/** Runs a command in the namespace of the switch, and gives what it printed. */
export type InSwitch = (...line: readonly string[]) => Promise<string>;

/** Rules of the switch, each of which drops packets and counts them. */
export class PacketRules implements Impairment {
  readonly #inSwitch: InSwitch;

  private constructor(inSwitch: InSwitch) {
    this.#inSwitch = inSwitch;
  }

  /** @param matches what each rule drops, in the words of nft */
  static async set(inSwitch: InSwitch, matches: readonly string[]): Promise<PacketRules> {
    const rules = matches.map((match) => `${match} counter drop`);
    const chain = ['type filter hook forward priority 0', ...rules].join('\n');
    await inSwitch('nft', `table bridge trouble {\nchain paths {\n${chain}\n}\n}`);
    return new PacketRules(inSwitch);
  }

  async hits(): Promise<number> {
    const listing = await this.#inSwitch('nft', 'list', 'table', 'bridge', 'trouble');
    return [...listing.matchAll(/counter packets (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  }

  async end(): Promise<void> {
    await this.#inSwitch('nft', 'delete', 'table', 'bridge', 'trouble');
  }
}
