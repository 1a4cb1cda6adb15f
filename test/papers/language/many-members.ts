import type { Liveness } from '../../../src/membership/member.ts';
import type { SwimOptions } from '../../../src/membership/swim-options.ts';
import { Group } from '../group.ts';

export interface ManyMembersInit {
  readonly names: readonly string[];
  readonly options: Partial<SwimOptions>;
  readonly seed: number;
}

/** Many real cores; what they did is told as who saw whom change, without the times, which are chance. */
export class ManyMembers {
  readonly #group: Group;
  #told = 0;

  constructor({ names, options, seed }: ManyMembersInit) {
    this.#group = Group.settled(names, { seed, options });
  }

  run(forMs: number): string[] {
    this.#group.run(forMs);
    const changes = this.#group.changes.slice(this.#told);
    this.#told = this.#group.changes.length;
    const pathsOf = new Map<string, Map<string, string>>();
    for (const { observer, peer, liveness, previous } of changes) {
      const paths = pathsOf.get(peer) ?? new Map<string, string>();
      pathsOf.set(peer, paths);
      paths.set(observer, `${paths.get(observer) ?? previous ?? 'unknown'} -> ${liveness}`);
    }
    const lines = [...pathsOf].flatMap(([peer, paths]) =>
      [...groupBy(paths)].map(([path, observers]) => `${peer}: ${path}, as ${inOrder(observers)} see it`),
    );
    return lines.toSorted();
  }

  /** Whom each running member believes to be what. */
  views(): string[] {
    const views = new Map<string, string>();
    for (const { name, swim } of this.#group.running()) {
      const others = [...swim.members()].filter(({ peer }) => peer !== name);
      const isLike = (wanted: Liveness) => others.filter(({ liveness }) => liveness === wanted);
      const parts = (['suspect', 'dead'] as const).flatMap((liveness) => {
        const peers = isLike(liveness).map(({ peer }) => peer);
        return peers.length === 0 ? [] : [`${inOrder(peers)} ${liveness}`];
      });
      views.set(name, parts.length === 0 ? 'everybody alive' : parts.join(', '));
    }
    const byView = [...groupBy(views)];
    if (byView.length === 1) return [`all see ${byView[0]![0]}`];
    return byView.map(([view, names]) => `${inOrder(names)} see ${view}`).toSorted();
  }

  /** The member's incarnation. */
  incarnation(name: string): string {
    return `${name} is in its incarnation ${this.#group.member(name).incarnation}`;
  }

  kill(name: string): void {
    this.#group.kill(name);
  }

  restart(name: string): void {
    this.#group.start(name, this.#group.members.keys());
  }

  /** Starts a member that knows nobody but the one whose address it was given. */
  join(name: string, contact: string): void {
    const member = this.#group.start(name, []);
    this.#group.tell(member, { kind: 'join', peer: contact });
  }

  leave(name: string): void {
    this.#group.tell(this.#group.member(name), { kind: 'leave' });
  }

  pause(name: string): void {
    this.#group.pause(name);
  }

  resume(name: string): void {
    this.#group.resume(name);
  }

  /** The member probes the other now, whoever's turn it is. */
  probe(name: string, peer: string): void {
    this.#group.tell(this.#group.member(name), { kind: 'peerUnreachable', peer });
  }

  /** Only members of one part reach each other; nobody is in two. */
  split(...parts: readonly (readonly string[])[]): void {
    const partOf = new Map(parts.flatMap((names, part) => names.map((name) => [name, part] as const)));
    this.#group.isCut = (from, to) => partOf.get(from) !== partOf.get(to);
  }

  /** Nothing gets from one to the other, either way. */
  cut(from: string, to: string): void {
    const isOn = this.#group.isCut;
    const ends = new Set([from, to]);
    this.#group.isCut = (a, b) => (ends.has(a) && ends.has(b)) || isOn(a, b);
  }

  heal(): void {
    this.#group.isCut = () => false;
  }
}

function groupBy(valueOf: ReadonlyMap<string, string>): Map<string, string[]> {
  const keysOf = new Map<string, string[]>();
  for (const [key, value] of valueOf) keysOf.set(value, [...(keysOf.get(value) ?? []), key]);
  return keysOf;
}

function inOrder(names: readonly string[]): string {
  return names.toSorted().join(',');
}
