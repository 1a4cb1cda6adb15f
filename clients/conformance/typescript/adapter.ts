/** The line protocol of ../README.md for this project's own client: it shows that the checks can be passed. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { StarlingError } from '../../../src/base/errors.ts';
import {
  type ConnectOptions,
  type StarlingClient,
  type TlsClientOptions,
  connect,
} from '../../../src/client/index.ts';
import type { PutItem, PutOptions, ReadResult, WriteResult } from '../../../src/client/store.ts';
import { keyOf, partitionOfToken } from '../../../src/version/key.ts';
import type { Command } from '../adapter.ts';

let client: StarlingClient | undefined;

async function carryOut(command: Command): Promise<object> {
  const { key, value, keys, items, commands, ...rest } = command as Command & {
    readonly key: string;
    readonly value: string;
    readonly keys: readonly string[];
    readonly items: readonly PutItem[];
    readonly commands: readonly Command[];
  };
  const options = rest as PutOptions;
  if (command.do === 'connect') {
    await client?.close();
    const { tls, ...others } = rest as unknown as ConnectOptions;
    client = await connect({ ...others, tls: tls && withTexts(tls) });
    return {};
  }
  if (client === undefined) throw new StarlingError('STOPPED', 'not connected yet');
  switch (command.do) {
    case 'put':
      return client.put(key, value, options);
    case 'get':
      return found(await client.get(key, options));
    case 'delete':
      return client.delete(key, options);
    case 'putMany':
      return many(await client.putMany(items, options));
    case 'getMany':
      return many(await client.getMany(keys, options));
    case 'deleteMany':
      return many(await client.deleteMany(keys, options));
    case 'route':
      return route(key, client);
    case 'session':
      return { session: client.session ?? null };
    case 'together':
      return { outcomes: await Promise.all(commands.map(outcomeOf)) };
    case 'close':
      await client.close();
      return {};
    default:
      throw new Error(`unknown command "${command.do}"`);
  }
}

/** The content of files instead of their paths. */
function withTexts(files: TlsClientOptions): TlsClientOptions {
  const texts = Object.entries(files).map(([name, file]) => [name, readFileSync(String(file), 'utf8')]);
  return Object.fromEntries(texts) as TlsClientOptions;
}

async function route(key: string, client: StarlingClient): Promise<object> {
  const { tokenHigh, tokenLow } = keyOf(key);
  const { members, owners, width, partitions } = await client.topology();
  const partition = partitionOfToken(tokenHigh, Math.log2(partitions));
  return {
    token: [tokenHigh, tokenLow].map((half) => half.toString(16).padStart(8, '0')).join(''),
    partition,
    owners: owners
      .slice(partition * width, (partition + 1) * width)
      .map((index) => members[index]!.clientAddress),
  };
}

function found({ value, version, expiresAtMs }: ReadResult): object {
  return { value: value ?? null, version: version ?? null, expiresAtMs: expiresAtMs ?? null };
}

function many(results: readonly (WriteResult | ReadResult | StarlingError)[]): object {
  return {
    results: results.map((item) => {
      if (item instanceof StarlingError) return { error: plain(item) };
      return 'value' in item ? found(item) : item;
    }),
  };
}

function plain({ code, message, retryable, facts }: StarlingError): object {
  return { code, message, retryable, retryAfterMs: facts['retryAfterMs'] ?? null };
}

async function outcomeOf(command: Command): Promise<object> {
  try {
    return { ok: await carryOut(command) };
  } catch (error) {
    if (error instanceof StarlingError) return { error: plain(error) };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await outcomeOf(JSON.parse(line) as Command)));
}
await client?.close();
