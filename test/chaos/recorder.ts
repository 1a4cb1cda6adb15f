import { StarlingError, toStarlingError } from '../../src/base/errors.ts';
import type { StarlingClient, WriteResult } from '../../src/client/index.ts';
import { decodeVersion } from '../../src/version/version.ts';
import type { Operation } from '../simulation/history.ts';

type Outcome = Operation['outcome'];

/** Has clients do things, and writes down what they were told. */
export class Recorder {
  readonly operations: Operation[] = [];
  /** Every key that was ever written to. */
  readonly keys = new Set<string>();
  readonly #startMs = performance.now();
  #values = 0;

  /** Milliseconds since the beginning, on the one clock that all times of the history are by. */
  nowMs(): number {
    return performance.now() - this.#startMs;
  }

  /** A number that nobody was given before: of a value, or of a key. */
  nextNumber(): number {
    return ++this.#values;
  }

  async act(
    session: number,
    client: StarlingClient,
    key: string,
    action: Operation['action'],
  ): Promise<void> {
    if (action.kind !== 'get') this.keys.add(key);
    const startMs = this.nowMs();
    const outcome = await perform(client, key, action).catch(failed);
    this.#note(session, startMs, { key, action, outcome });
  }

  /** All in one request; each key has an answer of its own. */
  async putMany(session: number, client: StarlingClient, items: readonly { key: string; value: string }[]) {
    for (const { key } of items) this.keys.add(key);
    const startMs = this.nowMs();
    const results = await client
      .putMany(items)
      .catch((error: unknown) => items.map(() => toStarlingError(error)));
    for (const [index, { key, value }] of items.entries()) {
      const outcome = outcomeOf(results[index]!);
      this.#note(session, startMs, { key, action: { kind: 'put', value }, outcome });
    }
  }

  #note(session: number, startMs: number, what: Pick<Operation, 'key' | 'action' | 'outcome'>): void {
    this.operations.push({ session, startMs, endMs: this.nowMs(), coordinator: 'a peer', ...what });
  }
}

async function perform(client: StarlingClient, key: string, action: Operation['action']): Promise<Outcome> {
  switch (action.kind) {
    case 'put':
      return outcomeOf(await client.put(key, action.value));
    case 'delete':
      return outcomeOf(await client.delete(key));
    case 'get': {
      const { value, version } = await client.get(key);
      return { kind: 'read', value, version: version === undefined ? undefined : versionOf(version) };
    }
  }
}

function outcomeOf(result: WriteResult | StarlingError): Outcome {
  return result instanceof StarlingError
    ? failed(result)
    : { kind: 'written', version: versionOf(result.version) };
}

function failed(error: unknown): Outcome {
  return { kind: 'error', error: toStarlingError(error) };
}

/** From the 28 hexadecimal digits that clients know it by. */
export function versionOf(text: string): ReturnType<typeof decodeVersion> {
  return decodeVersion(Buffer.from(text, 'hex'));
}
