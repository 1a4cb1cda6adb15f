import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A certificate and its private key: paths of files, PEM. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

/** Who signs certificates for a test, in a folder of its own, as README has operators do it. */
export class Authority {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'starling-tls-'));
  /** Path of the certificate that others trust. */
  readonly ca = path.join(this.folder, 'ca.crt');
  readonly #key = path.join(this.folder, 'ca.key');
  #issued = 0;

  constructor(name: string) {
    this.#openssl(
      'req',
      '-x509',
      '-new',
      '-nodes',
      ...newKey(this.#key),
      '-subj',
      `/CN=${name}`,
      '-days',
      '2',
      '-out',
      this.ca,
    );
  }

  get caText(): string {
    return readFileSync(this.ca, 'utf8');
  }

  /** @param names what the certificate is of, as OpenSSL has it: `IP:127.0.0.1` */
  issue(names: string): Issued {
    const file = (end: string) => path.join(this.folder, `${this.#issued}.${end}`);
    this.#issued++;
    const [cert, key, request, extensions] = [file('crt'), file('key'), file('csr'), file('ext')];
    writeFileSync(extensions, `subjectAltName=${names}\n`);
    this.#openssl('req', '-new', '-nodes', ...newKey(key), '-subj', '/CN=peer', '-out', request);
    const by = ['-CA', this.ca, '-CAkey', this.#key, '-CAcreateserial'];
    this.#openssl('x509', '-req', '-in', request, ...by, '-days', '2', '-extfile', extensions, '-out', cert);
    chmodSync(key, 0o600);
    return { cert, key };
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }
}

function newKey(file: string): string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', file];
}

/** Both as text. */
export function textOf({ cert, key }: Issued): Issued {
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}
