import { EvilPeer, type EvilPeerOptions } from './evil-peer.ts';
import { holdsWithin, SOON_MS } from './holds.ts';
import type { Target } from './target.ts';
import type { ClusterOptions, NodeAddress } from './target/target-requests.ts';

/** Known to the nodes, and to insiders. */
export const SECRET = 'of the nodes in the evil-peer suite';

/** Three nodes that nothing but an attack moves. What changed last is on disk after a second, or somewhat later. */
const CALM: ClusterOptions = {
  nodes: 3,
  secret: SECRET,
  probeIntervalMs: 5000,
  pushPullIntervalMs: 15_000,
  restMs: 2000,
};

/** A running cluster, and who attacks it. */
export class AttackedCluster {
  readonly target: Target;
  readonly #nodes: NodeAddress[];
  #peers: EvilPeer[] = [];

  private constructor(target: Target, nodes: readonly NodeAddress[]) {
    this.target = target;
    this.#nodes = [...nodes];
  }

  static async start(target: Target, options: Partial<ClusterOptions> = {}): Promise<AttackedCluster> {
    const nodes = await target.ask('start', { ...CALM, ...options });
    return new AttackedCluster(target, nodes);
  }

  get nodes(): readonly NodeAddress[] {
    return this.#nodes;
  }

  get first(): NodeAddress {
    return this.#nodes[0]!;
  }

  get last(): NodeAddress {
    return this.#nodes.at(-1)!;
  }

  /** Another attacker. */
  async peer(options?: EvilPeerOptions): Promise<EvilPeer> {
    const peer = await EvilPeer.start(options);
    this.#peers.push(peer);
    return peer;
  }

  /** Kills the last node, where it runs, and starts it again. False: others don't find it any more. */
  async restartLast(): Promise<boolean> {
    const index = this.#nodes.length - 1;
    await this.target.ask('kill', index);
    this.#nodes[index] = await this.target.ask('restart', index);
    const isFound = () =>
      this.target.ask('read').then(
        () => true,
        () => false,
      );
    return holdsWithin(SOON_MS, isFound);
  }

  /** Whether a node tells its operator something about this peer that matches. */
  tells(peer: string, pattern: RegExp, withinMs = SOON_MS): Promise<boolean> {
    const isIt = (line: string) => line.includes(peer) && pattern.test(line);
    return holdsWithin(withinMs, () => this.target.log.some(isIt));
  }

  /** Whether a node refused a stream of this peer, and told so, with a reason that matches. */
  refuses(peer: string, reason: RegExp): Promise<boolean> {
    return holdsWithin(SOON_MS, async () => {
      const refusals = await this.target.ask('refusals', peer);
      return refusals.some((line) => reason.test(line));
    });
  }

  /** Ends all attackers. */
  async dismiss(): Promise<void> {
    const peers = this.#peers;
    this.#peers = [];
    await Promise.all(peers.map((peer) => peer.stop()));
  }

  async stop(): Promise<void> {
    await this.dismiss();
    await this.target.ask('stop');
  }
}
