import { toStarlingError } from '../../src/base/errors.ts';
import type { SimulatedCluster } from './cluster.ts';
import type { Operation } from './history.ts';
import type { SimulatedNode } from './simulated-node.ts';
import type { SeededRandom } from './world/seeded-random.ts';

export interface WorkloadOptions {
  /** Sessions at once; each has one request under way at a time, through a random living node. */
  readonly sessions: number;
  readonly keys: number;
  /** Virtual time from one answer to the next request, at most. */
  readonly thinkMs: number;
  /** Default true: four in ten requests are reads. */
  readonly reads?: boolean;
  /** Between two keys that are written, deleted and then left alone. Default: there are none. */
  readonly oncePerMs?: number;
}

const TIMEOUT_MS = 2000;
const LONGEST_LIFE_MS = 3000;
/** Sessions from here on have one key each. */
const ONCE_SESSION = 1000;

/** Programs that put, get and delete a few hot keys, and write down what they were told. */
export class Workload {
  readonly operations: Operation[] = [];
  readonly keys: string[];
  readonly #cluster: SimulatedCluster;
  readonly #options: WorkloadOptions;
  #stopped = false;
  #values = 0;

  constructor(cluster: SimulatedCluster, options: WorkloadOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.keys = Array.from({ length: options.keys }, (_, i) => `key${i}`);
  }

  start(): void {
    const { oncePerMs } = this.#options;
    if (oncePerMs !== undefined) this.#beginOnce(oncePerMs, this.#cluster.random.fork('once'));
    for (let session = 0; session < this.#options.sessions; session++) {
      const random = this.#cluster.random.fork(`session ${session}`);
      this.#think(session, random);
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  #think(session: number, random: SeededRandom): void {
    this.#cluster.time.after(random.between(0, this.#options.thinkMs), () => {
      if (this.#stopped) return;
      const { up } = this.#cluster;
      const coordinator = up[random.integer(up.length)];
      if (coordinator === undefined) this.#think(session, random);
      else this.#act(session, random, coordinator);
    });
  }

  /** Writes a key and deletes it some time later, for ever with new ones. */
  #beginOnce(everyMs: number, random: SeededRandom): void {
    this.#cluster.time.after(random.between(0.5, 1.5) * everyMs, () => {
      if (this.#stopped) return;
      this.#beginOnce(everyMs, random);
      const key = `once${++this.#values}`;
      this.keys.push(key);
      const session = ONCE_SESSION + this.#values;
      this.#perform(session, random, key, { kind: 'put', value: `value${this.#values}` }, () =>
        this.#cluster.time.after(random.between(0, LONGEST_LIFE_MS), () =>
          this.#perform(session, random, key, { kind: 'delete' }, () => undefined),
        ),
      );
    });
  }

  /** Through a random living node, if there is one. */
  #perform(
    session: number,
    random: SeededRandom,
    key: string,
    action: Operation['action'],
    afterwards: () => void,
  ): void {
    const { up } = this.#cluster;
    const coordinator = up[random.integer(Math.max(1, up.length))];
    if (coordinator !== undefined) this.#ask(session, key, action, coordinator, afterwards);
  }

  #act(session: number, random: SeededRandom, coordinator: SimulatedNode): void {
    const key = this.keys[random.integer(this.#options.keys)]!;
    const dice = random.fraction();
    const action: Operation['action'] =
      dice < 0.5
        ? { kind: 'put', value: `value${++this.#values}` }
        : dice < 0.6
          ? { kind: 'delete' }
          : this.#options.reads === false
            ? { kind: 'put', value: `value${++this.#values}` }
            : { kind: 'get' };
    this.#ask(session, key, action, coordinator, () => this.#think(session, random));
  }

  #ask(
    session: number,
    key: string,
    action: Operation['action'],
    coordinator: SimulatedNode,
    afterwards: () => void,
  ): void {
    const startMs = this.#cluster.time.nowMs;
    let isAnswered = false;
    const finish = (outcome: Operation['outcome']) => {
      if (isAnswered) return;
      isAnswered = true;
      const endMs = this.#cluster.time.nowMs;
      this.operations.push({ session, key, startMs, endMs, coordinator: coordinator.peer, action, outcome });
      afterwards();
    };
    // A coordinator that is killed never answers: the client gives up by itself.
    this.#cluster.time.after(TIMEOUT_MS + 500, () =>
      finish({ kind: 'error', error: toStarlingError(new Error('the coordinator went away')) }),
    );
    perform(coordinator, key, action).then(finish, (error: unknown) =>
      finish({ kind: 'error', error: toStarlingError(error) }),
    );
  }
}

async function perform(
  { requests }: SimulatedNode,
  key: string,
  action: Operation['action'],
): Promise<Operation['outcome']> {
  const read = { consistency: undefined, timeoutMs: TIMEOUT_MS };
  const write = { ...read, durability: 'fsync' as const, session: undefined };
  switch (action.kind) {
    case 'put':
      return { kind: 'written', version: await requests!.put(key, action.value, write) };
    case 'delete':
      return { kind: 'written', version: await requests!.delete(key, write) };
    case 'get': {
      const { value, version } = await requests!.get(key, read);
      return { kind: 'read', value: value && Buffer.from(value).toString(), version };
    }
  }
}
