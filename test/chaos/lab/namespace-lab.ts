import { command } from '../../power/machine.ts';
import { DelayedLink } from './delayed-link.ts';
import type { Host, Impairment, Lab, NetworkTrouble, Path } from './lab.ts';
import { type InSwitch, PacketRules } from './packet-rules.ts';
import { SlowLink } from './slow-link.ts';

const PEER_PORT = 7500;
const CLIENT_PORT = 7400;
const ADMIN_PORT = 7600;

/**
 * Each peer in a network namespace of its own, behind a switch in another, where paths are cut: what a peer sends is lost on its way, and
 * it hears of nothing.
 *
 *     clients -- root namespace --.
 *     peer 1  -- namespace 1   ---+--- bridge, with rules that drop what goes from one port to another
 *     peer 2  -- namespace 2   --'
 */
export class NamespaceLab implements Lab {
  readonly hosts: readonly Host[];
  readonly obstacles: ReadonlyMap<NetworkTrouble, string>;
  readonly #prefix: string;
  readonly #subnet: string;
  readonly #inSwitch: InSwitch = (...line) => command('ip', 'netns', 'exec', this.#switch, ...line);

  private constructor(hosts: number, obstacles: ReadonlyMap<NetworkTrouble, string>) {
    this.obstacles = obstacles;
    // Interfaces have at most 15 characters.
    this.#prefix = `sl${process.pid % 100_000}`;
    this.#subnet = `10.77.${process.pid % 251}`;
    this.hosts = Array.from({ length: hosts }, (_, i) => this.#host(i + 1));
  }

  /**
   * Needs root, iproute2 and nftables. Rejects, with nothing left behind, where it can't be had.
   * @param obstacles what is missing for some troubles
   */
  static async open(hosts: number, obstacles: ReadonlyMap<NetworkTrouble, string>): Promise<NamespaceLab> {
    const lab = new NamespaceLab(hosts, obstacles);
    try {
      await lab.#build();
    } catch (error) {
      await lab.close();
      throw error;
    }
    return lab;
  }

  cut(paths: readonly Path[]): Promise<Impairment> {
    const matches = paths.map(({ from, to }) => `iifname "${from.name}" oifname "${to.name}"`);
    return PacketRules.set(this.#inSwitch, matches);
  }

  lose({ name }: Host, fraction: number): Promise<Impairment> {
    const chance = `numgen random mod 1000 < ${Math.round(fraction * 1000)}`;
    return PacketRules.set(this.#inSwitch, [`iifname "${name}" ${chance}`, `oifname "${name}" ${chance}`]);
  }

  delay(host: Host, ms: number): Promise<Impairment> {
    return DelayedLink.make({ host, ms, namespace: this.#switch, inSwitch: this.#inSwitch });
  }

  slow(host: Host, bitsPerSecond: number): Promise<Impairment> {
    const ends = [
      { namespace: this.#switch, device: host.name },
      { namespace: this.#namespaceOf(host), device: 'eth0' },
    ];
    return SlowLink.make(ends, bitsPerSecond);
  }

  async close(): Promise<void> {
    for (const name of [this.#switch, ...this.hosts.map((host) => this.#namespaceOf(host))]) {
      // Where it was never made there is nothing to remove.
      await command('ip', 'netns', 'delete', name).catch(() => undefined);
    }
    await command('ip', 'link', 'delete', `${this.#prefix}c`).catch(() => undefined);
  }

  async #build(): Promise<void> {
    await command('ip', 'netns', 'add', this.#switch);
    await this.#inSwitch('ip', 'link', 'add', 'br0', 'type', 'bridge');
    await this.#inSwitch('ip', 'link', 'set', 'br0', 'up');
    for (const host of this.hosts) await this.#plugIn(host);
    const clients = `${this.#prefix}c`;
    await command('ip', 'link', 'add', clients, 'type', 'veth', 'peer', 'name', 'c0', 'netns', this.#switch);
    await this.#inSwitch('ip', 'link', 'set', 'c0', 'master', 'br0', 'up');
    await command('ip', 'address', 'add', `${this.#subnet}.254/24`, 'dev', clients);
    await command('ip', 'link', 'set', clients, 'up');
    // Without nft there would be no cuts, which is better known now.
    await this.#inSwitch('nft', 'list', 'tables');
  }

  async #plugIn(host: Host): Promise<void> {
    const namespace = this.#namespaceOf(host);
    await command('ip', 'netns', 'add', namespace);
    const pair = ['type', 'veth', 'peer', 'name', host.name, 'netns', this.#switch];
    await command('ip', '-n', namespace, 'link', 'add', 'eth0', ...pair);
    await this.#inSwitch('ip', 'link', 'set', host.name, 'master', 'br0', 'up');
    await command('ip', '-n', namespace, 'address', 'add', `${host.address}/24`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) await command('ip', '-n', namespace, 'link', 'set', device, 'up');
  }

  #host(number: number): Host {
    const name = `h${number}`;
    return {
      name,
      address: `${this.#subnet}.${number}`,
      peerPort: PEER_PORT,
      clientPort: CLIENT_PORT,
      adminPort: ADMIN_PORT,
      // Not by `ip netns exec`, which also gives it mounts of its own: a disk could not be taken from under all of them.
      wrap: (line) => ['nsenter', `--net=/run/netns/${this.#prefix}${name}`, ...line],
    };
  }

  get #switch(): string {
    return `${this.#prefix}sw`;
  }

  #namespaceOf(host: Host): string {
    return this.#prefix + host.name;
  }
}
