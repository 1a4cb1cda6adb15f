import { toStarlingError } from '../../src/base/errors.ts';
import { type StarlingClient, connect } from '../../src/client/index.ts';
import { decodeVersion } from '../../src/version/version.ts';
import type { Operation } from '../simulation/history.ts';
import type { SeededRandom } from '../simulation/world/seeded-random.ts';

export interface SessionsOptions {
  /** At once; each has one request under way at a time. */
  readonly sessions: number;
  /** That all of them write, read and delete. */
  readonly hotKeys: number;
  readonly addresses: readonly string[];
  readonly random: SeededRandom;
}

const TIMEOUT_MS = 3000;
const THINK_MS = 15;
/** One in so many writes is of a key of its own, which nobody writes again. */
const ONCE_IN = 5;

/** Client programs that work all the time, and write down what they were told. */
export class Sessions {
  readonly operations: Operation[] = [];
  /** Every key that was ever written to. */
  readonly keys = new Set<string>();
  readonly #options: SessionsOptions;
  readonly #startMs = performance.now();
  #running: Promise<void>[] = [];
  #isOver = false;
  #values = 0;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** Milliseconds since the beginning, on the one clock that all times of the history are by. */
  nowMs(): number {
    return performance.now() - this.#startMs;
  }

  async start(): Promise<void> {
    const { sessions, addresses, random } = this.#options;
    for (let session = 0; session < sessions; session++) {
      // No session token and no second attempt: whatever holds must hold without their help.
      const client = await connect({ addresses, retries: 0, readYourWrites: false, timeoutMs: TIMEOUT_MS });
      this.#running.push(this.#run(session, client, random.fork(`session ${session}`)));
    }
  }

  /** Resolves when the last request has its answer. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  async #run(session: number, client: StarlingClient, random: SeededRandom): Promise<void> {
    while (!this.#isOver) {
      await this.#act(session, client, random);
      await sleep(random.between(0, 2 * THINK_MS));
    }
    await client.close();
  }

  async #act(session: number, client: StarlingClient, random: SeededRandom): Promise<void> {
    const value = `value${++this.#values}`;
    const isOnce = random.integer(ONCE_IN) === 0;
    const key = isOnce ? `once${this.#values}` : `hot${random.integer(this.#options.hotKeys)}`;
    const dice = random.fraction();
    const action: Operation['action'] =
      isOnce || dice < 0.5 ? { kind: 'put', value } : dice < 0.6 ? { kind: 'delete' } : { kind: 'get' };
    if (action.kind !== 'get') this.keys.add(key);
    const startMs = this.nowMs();
    const outcome = await perform(client, key, action).catch((error: unknown): Operation['outcome'] => ({
      kind: 'error',
      error: toStarlingError(error),
    }));
    this.operations.push({
      session,
      key,
      startMs,
      endMs: this.nowMs(),
      coordinator: 'a peer',
      action,
      outcome,
    });
  }
}

async function perform(
  client: StarlingClient,
  key: string,
  action: Operation['action'],
): Promise<Operation['outcome']> {
  switch (action.kind) {
    case 'put':
      return { kind: 'written', version: versionOf((await client.put(key, action.value)).version) };
    case 'delete':
      return { kind: 'written', version: versionOf((await client.delete(key)).version) };
    case 'get': {
      const { value, version } = await client.get(key);
      return { kind: 'read', value, version: version === undefined ? undefined : versionOf(version) };
    }
  }
}

/** From the 28 hexadecimal digits that clients know it by. */
export function versionOf(text: string): ReturnType<typeof decodeVersion> {
  return decodeVersion(Buffer.from(text, 'hex'));
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
