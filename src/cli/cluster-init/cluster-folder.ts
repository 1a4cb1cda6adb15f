import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newToken } from '../../access/new-token.ts';
import { tokenLine } from '../../access/token-list.ts';
import { StarlingError } from '../../base/errors.ts';
import { systemRandom } from '../../base/system/random.ts';
import { preparePeer } from '../../node/identity.ts';
import type { NodeConfiguration } from '../../node/node-configuration.ts';
import { commandLine } from '../shell-word.ts';
import { firstPeerFile, joinersFile } from './configuration-files.ts';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const SECRET_BYTES = 32;

/** Paths. */
export interface ClusterFiles {
  readonly configuration: string;
  readonly joinConfiguration: string;
  readonly secret: string;
  readonly dataDirectory: string;
  /** Who may come in, and a token to do so; left out where only this machine reaches the cluster. */
  readonly tokens?: string;
  readonly clientToken?: string;
}

/**
 * The folder in which `starling cluster init` makes a cluster:
 *
 *     network.json        configuration of the first peer
 *     network.join.json   configuration of every other
 *     cluster.secret      what they share
 *     starling-data/      data directory of the first peer, with its identity
 *     cluster.tokens      who may come in, where other machines reach it
 *     client.token        the one token that may, to begin with
 */
export class ClusterFolder {
  readonly files: ClusterFiles;
  readonly #folder: string;

  /** @param folder as it is to be named in messages: relative to the working directory, or absolute */
  constructor(folder: string, { hasTokens }: { readonly hasTokens: boolean }) {
    this.#folder = folder;
    this.files = {
      configuration: path.join(folder, 'network.json'),
      joinConfiguration: path.join(folder, 'network.join.json'),
      secret: path.join(folder, 'cluster.secret'),
      dataDirectory: path.join(folder, 'starling-data'),
      ...(hasTokens && {
        tokens: path.join(folder, 'cluster.tokens'),
        clientToken: path.join(folder, 'client.token'),
      }),
    };
  }

  /**
   * Makes all of it, or nothing.
   * @param configuration of the first peer, checked
   * @param addressesOf where others find the peer of this id
   * @returns the first peer's id, and where it is found
   * @throws StarlingError CONFIGURATION where something of it is there already
   */
  async make(
    configuration: NodeConfiguration,
    addressesOf: (peer: string) => string[],
  ): Promise<{ peer: string; bootstrap: readonly string[] }> {
    this.#refuseToOverwrite();
    mkdirSync(this.#folder, { recursive: true, mode: FOLDER_MODE });
    const { files } = this;
    const names = {
      secretFile: path.basename(files.secret),
      dataDirectory: path.basename(files.dataDirectory),
      tokensFile: files.tokens && path.basename(files.tokens),
    };
    const made = [files.dataDirectory];
    const write = (file: string, text: string): void => {
      writeFileSync(file, text, { flag: 'wx', mode: FILE_MODE, flush: true });
      made.push(file);
    };
    try {
      const peer = await preparePeer(configuration);
      const bootstrap = addressesOf(peer);
      write(files.secret, `${Buffer.from(systemRandom.bytes(SECRET_BYTES)).toString('base64url')}\n`);
      if (files.tokens !== undefined && files.clientToken !== undefined) {
        const token = newToken(systemRandom);
        write(files.tokens, tokenLine('client', 'write', token));
        write(files.clientToken, `${token}\n`);
      }
      write(files.joinConfiguration, joinersFile(configuration, { ...names, bootstrap }));
      write(files.configuration, firstPeerFile(configuration, names));
      return { peer, bootstrap };
    } catch (error) {
      for (const name of made) rmSync(name, { recursive: true, force: true });
      throw error;
    }
  }

  #refuseToOverwrite(): void {
    const { joinConfiguration } = this.files;
    const there = Object.values<string>({ ...this.files }).filter((name) => existsSync(name));
    if (there.length === 0) return;
    throw new StarlingError(
      'CONFIGURATION',
      `nothing was made: ${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already\n` +
        `To add a peer to that cluster: ${commandLine('starling', 'start', '--config', joinConfiguration)} and --data with a folder of its own\n` +
        'To make another cluster: name another folder, or move these away; who loses them loses the first peer and the secret',
      { path: there[0] ?? '' },
    );
  }
}
