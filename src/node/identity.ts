import type { Disk } from '../base/disk.ts';
import { systemDisk } from '../base/system/disk.ts';
import { systemRandom } from '../base/system/random.ts';
import { DataDirectory } from '../storage/data-directory.ts';
import { IDENTITY } from '../storage/layout.ts';
import { createIdentity, peerIdOf } from '../transport/libp2p/identity.ts';
import type { NodeConfiguration } from './node-configuration.ts';

/** The private key of the peer whose data directory this is: made when it is first asked for, kept ever after. */
export async function identityIn(disk: Disk): Promise<Uint8Array> {
  const known = await disk.readFile(IDENTITY);
  if (known !== undefined) return known;
  const identity = createIdentity();
  await disk.replaceFile(IDENTITY, identity);
  return identity;
}

/**
 * Makes a peer's data directory, and its identity in that, without starting the peer; what is there already stays.
 * @returns the peer's id
 * @throws StarlingError CONFIGURATION where the directory is in use, or not for this cluster
 */
export async function preparePeer({ cluster, dataDirectory }: NodeConfiguration): Promise<string> {
  const directory = await DataDirectory.open({
    disk: systemDisk(dataDirectory),
    random: systemRandom,
    cluster: cluster.name,
    partitions: cluster.partitions,
  });
  try {
    return peerIdOf(await identityIn(directory.disk));
  } finally {
    await directory.close();
  }
}
