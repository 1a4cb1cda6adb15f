import { type StarlingClient, connect } from '../../src/client/index.ts';
import type { SeededRandom } from '../simulation/world/seeded-random.ts';
import type { MortalKeys } from './mortal-keys.ts';
import type { Recorder } from './recorder.ts';

export interface SessionsOptions {
  /** At once; each has one request under way at a time. */
  readonly sessions: number;
  /** That all of them write, read and delete. */
  readonly hotKeys: number;
  readonly addresses: readonly string[];
  readonly random: SeededRandom;
  readonly recorder: Recorder;
  readonly mortals: MortalKeys;
}

const TIMEOUT_MS = 3000;
const THINK_MS = 15;
const BATCH_ITEMS = 8;
/** The session number of whoever overloads the cluster. */
const CROWD = -1;
const CROWD_CLIENTS = 2;
const CROWD_IN_FLIGHT = 1000;
const CROWD_KEYS = 200;
const CROWD_VALUE = 'x'.repeat(1000);

/** Client programs that work all the time. */
export class Sessions {
  readonly #options: SessionsOptions;
  #running: Promise<void>[] = [];
  #isOver = false;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { sessions, random } = this.#options;
    for (let session = 0; session < sessions; session++)
      this.#running.push(this.#run(session, await this.#connect(), random.fork(`session ${session}`)));
  }

  /** Resolves when the last request has its answer. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }

  /** Two thousand writes at once, until the returned function is called. */
  async overload(): Promise<() => Promise<void>> {
    const { recorder } = this.#options;
    const clients = await Promise.all(Array.from({ length: CROWD_CLIENTS }, () => this.#connect()));
    let isOver = false;
    const write = async (client: StarlingClient) => {
      while (!isOver) {
        const number = recorder.nextNumber();
        const value = `value${number}${CROWD_VALUE}`;
        await recorder.act(CROWD, client, `crowd${number % CROWD_KEYS}`, { kind: 'put', value });
      }
    };
    const writers = clients.flatMap((client) => Array.from({ length: CROWD_IN_FLIGHT }, () => write(client)));
    return async () => {
      isOver = true;
      await Promise.all(writers);
      await Promise.all(clients.map((client) => client.close()));
    };
  }

  /** No session token and no second attempt: whatever holds must hold without their help. */
  #connect(): Promise<StarlingClient> {
    const { addresses } = this.#options;
    return connect({ addresses, retries: 0, readYourWrites: false, timeoutMs: TIMEOUT_MS });
  }

  async #run(session: number, client: StarlingClient, random: SeededRandom): Promise<void> {
    while (!this.#isOver) {
      await this.#act(session, client, random);
      await sleep(random.between(0, 2 * THINK_MS));
    }
    await client.close();
  }

  async #act(session: number, client: StarlingClient, random: SeededRandom): Promise<void> {
    const { recorder, mortals, hotKeys } = this.#options;
    const value = () => `value${recorder.nextNumber()}`;
    const hotKey = () => `hot${random.integer(hotKeys)}`;
    // Which nobody writes again.
    const onceKey = () => `once${recorder.nextNumber()}`;
    const dice = random.integer(100);
    if (dice < 18) return recorder.act(session, client, onceKey(), { kind: 'put', value: value() });
    if (dice < 22) {
      const items = Array.from({ length: BATCH_ITEMS }, (_, i) => ({
        key: i % 2 === 0 ? onceKey() : hotKey(),
        value: value(),
      }));
      return recorder.putMany(session, client, items);
    }
    if (dice < 27) return mortals.write(client, random);
    if (dice < 35) return mortals.look(client, random);
    if (dice < 65) return recorder.act(session, client, hotKey(), { kind: 'put', value: value() });
    if (dice < 73) return recorder.act(session, client, hotKey(), { kind: 'delete' });
    return recorder.act(session, client, hotKey(), { kind: 'get' });
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
