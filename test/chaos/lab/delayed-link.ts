import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Host, Impairment } from './lab.ts';
import type { InSwitch } from './packet-rules.ts';

const RELAY = join(import.meta.dirname, 'delay.py');
const PROBE_TIMEOUT_MS = 5000;

export interface DelayedLinkOptions {
  readonly host: Host;
  readonly ms: number;
  /** Network namespace of the switch. */
  readonly namespace: string;
  readonly inSwitch: InSwitch;
}

/**
 * A program between a host's port and the switch that passes everything on, late:
 *
 *     host -- port of its own   (delay.py)   detour -- detourb, port of the switch
 */
export class DelayedLink implements Impairment {
  readonly #options: DelayedLinkOptions;
  readonly #relay: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(options: DelayedLinkOptions, relay: ChildProcess) {
    this.#options = options;
    this.#relay = relay;
    this.#ended = once(relay, 'close');
  }

  static async make(options: DelayedLinkOptions): Promise<DelayedLink> {
    const { host, ms, namespace, inSwitch } = options;
    await inSwitch('ip', 'link', 'add', 'detour', 'type', 'veth', 'peer', 'name', 'detourb');
    await inSwitch('ip', 'link', 'set', 'detour', 'up');
    await inSwitch('ip', 'link', 'set', 'detourb', 'master', 'br0', 'up');
    await inSwitch('ip', 'link', 'set', host.name, 'nomaster');
    const line = ['netns', 'exec', namespace, 'python3', RELAY, host.name, 'detour', String(ms / 1000)];
    const relay = spawn('ip', line, { stdio: ['ignore', 'pipe', 'inherit'] });
    const link = new DelayedLink(options, relay);
    const failed = once(relay, 'exit').then(() => {
      throw new Error('the relay of a delayed link has ended');
    });
    await Promise.race([once(relay.stdout, 'data'), failed]);
    // From here on its end is what `end` asks for.
    failed.catch(() => undefined);
    return link;
  }

  /** 1 where a connection to the host takes as long as it should at least: the way there, and the way back. */
  async hits(): Promise<number> {
    const { host, ms } = this.#options;
    const startMs = performance.now();
    const socket = connect({ host: host.address, port: host.clientPort, timeout: PROBE_TIMEOUT_MS });
    try {
      await once(socket, 'connect');
    } finally {
      socket.destroy();
    }
    return performance.now() - startMs >= 2 * ms ? 1 : 0;
  }

  async end(): Promise<void> {
    const { host, inSwitch } = this.#options;
    this.#relay.kill('SIGKILL');
    await this.#ended;
    await inSwitch('ip', 'link', 'delete', 'detour');
    await inSwitch('ip', 'link', 'set', host.name, 'master', 'br0');
  }
}
