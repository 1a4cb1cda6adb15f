import type { Credentials } from '../access/access.ts';
import { StarlingClient } from './client.ts';
import { Cluster } from './cluster.ts';
import { tlsDialer } from './dial.ts';
import { type ClientSettings, type ConnectOptions, type TlsClientOptions, settingsOf } from './options.ts';
import { realWorld } from './real-world.ts';
import type { ClientWorld } from './world.ts';

/**
 * Connects to a cluster: resolves when one of the addresses has answered who the members are.
 *
 *     const client = await connect({ addresses: ['127.0.0.1:7400'] });
 *     await client.put('greeting', 'hello');
 *     const { value } = await client.get('greeting');
 *     await client.close();
 *
 * @throws StarlingError INVALID_ARGUMENT on an option out of its range; UNAVAILABLE | TIMEOUT where nobody answered;
 *   FORBIDDEN where a token is wanted that it doesn't have
 */
export async function connect(options: ConnectOptions): Promise<StarlingClient> {
  return connectIn(worldFor(options.tls), options);
}

/** As `connect`, with the clock, timers, randomness and network given: for simulations and tests. */
export async function connectIn(world: ClientWorld, options: ConnectOptions): Promise<StarlingClient> {
  return connectAs(world, settingsOf(options));
}

/** A member's connection to the others, whom it shows that it knows the secret. */
export async function connectAsMember(
  { tls, ...options }: ConnectOptions,
  credentials: (() => Credentials) | undefined,
): Promise<StarlingClient> {
  return connectAs(worldFor(tls), { ...settingsOf(options), credentials });
}

function worldFor(tls: TlsClientOptions | undefined): ClientWorld {
  return tls === undefined ? realWorld : { ...realWorld, dial: tlsDialer(tls) };
}

async function connectAs(world: ClientWorld, settings: ClientSettings): Promise<StarlingClient> {
  const cluster = new Cluster(world, settings);
  try {
    await cluster.refresh();
  } catch (error) {
    cluster.close();
    throw error;
  }
  return new StarlingClient(cluster, settings);
}
