import type { Credentials } from '../access/access.ts';
import type { TokenList } from '../access/token-list.ts';
import type { ClientPort, PortTls } from '../server/client-port.ts';
import { proveSession } from '../transport/session-proof.ts';
import { AccessControl } from './access-control.ts';
import { portTlsOf } from './client-tls.ts';
import type { NodeConfiguration } from './node-configuration.ts';
import type { Node } from './node.ts';
import { validSecrets } from './settings.ts';
import { tokensOf } from './token-file.ts';

/** For how long a member lets its proof be good, by which another lets it in: a connection is opened within that. */
const PROOF_VALIDITY_MS = 60_000;

type Guarded = Pick<NodeConfiguration, 'cluster' | 'access' | 'tls'>;

/** What guards the doors of a peer and lies in files: certificates and tokens. Read at the start, and again when it is told to. */
export class Guards {
  readonly #configuration: Guarded;
  readonly #node: { clusterId: () => string; clusterTimeMs: () => number };
  readonly #control: AccessControl | undefined;
  #files: GuardFiles;

  constructor(configuration: Guarded, files: GuardFiles, { node }: { readonly node: Node }) {
    this.#configuration = configuration;
    this.#files = files;
    this.#node = { clusterId: () => node.clusterId, clusterTimeMs: () => node.gossip.clusterTimeMs() };
    const secrets = validSecrets(configuration.cluster);
    const { tokens } = files;
    this.#control = tokens && new AccessControl({ tokens, secrets, ...this.#node });
  }

  /** Undefined: everybody may come in. */
  get access(): AccessControl | undefined {
    return this.#control;
  }

  /** Undefined: without TLS. */
  get tls(): PortTls | undefined {
    return this.#files.tls;
  }

  /** What this member shows the others' client ports; undefined: there is no secret to show that it knows. */
  get credentials(): (() => Credentials) | undefined {
    const { secret } = this.#configuration.cluster;
    if (secret === '') return undefined;
    return () => {
      const session = {
        clusterId: this.#node.clusterId(),
        expiresMs: Math.round(this.#node.clusterTimeMs()) + PROOF_VALIDITY_MS,
      };
      return { kind: 'secret', expiresMs: session.expiresMs, proof: proveSession(secret, session) };
    };
  }

  /**
   * Reads the files again, and has the port mind them: new connections get the new certificate, and whose token was taken back is hung
   * up on.
   * @returns options whose files say something else than before
   * @throws StarlingError CONFIGURATION where one of them is wrong; nothing is changed then
   */
  reload(port: Pick<ClientPort, 'renewTls' | 'reviewAccess'>): string[] {
    const before = this.#files;
    const files = guardFilesOf(this.#configuration);
    const { tls, tokens } = files;
    if (tls !== undefined) port.renewTls(tls);
    if (this.#control !== undefined && tokens !== undefined) this.#control.tokens = tokens;
    port.reviewAccess();
    this.#files = files;
    const changed: string[] = [];
    if (tokens?.text !== before.tokens?.text) changed.push('access.tokensFile');
    if (tls?.cert !== before.tls?.cert) changed.push('tls.certFile');
    if (tls?.key !== before.tls?.key) changed.push('tls.keyFile');
    if (tls?.clientCa !== before.tls?.clientCa) changed.push('tls.clientCaFile');
    return changed;
  }
}

export interface GuardFiles {
  readonly tls: PortTls | undefined;
  readonly tokens: TokenList | undefined;
}

/** @throws StarlingError CONFIGURATION where one can't be read or is wrong */
export function guardFilesOf({ tls, access }: Guarded): GuardFiles {
  return { tls: portTlsOf(tls), tokens: tokensOf(access) };
}
