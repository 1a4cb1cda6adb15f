import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/cli/flock/free-port.ts';
import { until } from '../until.ts';

const OPS = fileURLToPath(new URL('../../ops/prometheus/', import.meta.url));

/** Where the search for a free port begins: below what the system gives to whoever asks for any. */
const FIRST_PORT = 19_090;

const WITHIN_MS = 30_000;

interface QueryAnswer {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data?: { readonly result: readonly { readonly value: readonly [number, string] }[] };
}

/** A real Prometheus, on loopback and in a folder of its own, with `ops/prometheus` as it is but for the targets and the pace. */
export class PrometheusServer {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #url: string;

  private constructor(process: ChildProcess, folder: string, url: string) {
    this.#process = process;
    this.#folder = folder;
    this.#url = url;
  }

  /** Resolves when it answers. @param targets `host:port` of admin ports */
  static async start(targets: readonly string[]): Promise<PrometheusServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'starling-prometheus-'));
    cpSync(OPS, folder, { recursive: true });
    const file = path.join(folder, 'prometheus.example.yml');
    writeFileSync(file, aimedAt(readFileSync(file, 'utf8'), targets));
    const port = await freePort(FIRST_PORT + Math.floor(Math.random() * 1000), new Set());
    const flags = [
      `--config.file=${file}`,
      `--storage.tsdb.path=${path.join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ];
    const process = spawn('prometheus', flags, { stdio: ['ignore', 'ignore', 'inherit'] });
    const server = new PrometheusServer(process, folder, `http://127.0.0.1:${port}`);
    try {
      await until(() => server.#isReady(), WITHIN_MS);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** The value of the only series that the query finds now; undefined where it finds none. @throws Error of the query itself */
  async value(query: string): Promise<number | undefined> {
    const response = await fetch(`${this.#url}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { status, error, data } = (await response.json()) as QueryAnswer;
    if (status === 'error') throw new Error(`${query}: ${error ?? ''}`);
    const sample = data?.result[0]?.value[1];
    return sample === undefined ? undefined : Number(sample);
  }

  /** Resolves when it has gone, and its folder with it. */
  async stop(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const gone = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await gone;
    }
    rmSync(this.#folder, { recursive: true });
  }

  async #isReady(): Promise<boolean> {
    const response = await fetch(`${this.#url}/-/ready`).catch(() => undefined);
    return response?.ok === true;
  }
}

/** The example's configuration with these targets for its own, every second. */
function aimedAt(configuration: string, targets: readonly string[]): string {
  return configuration
    .replaceAll('interval: 15s', 'interval: 1s')
    .replace(/( *- )127\.0\.0\.1:7600\n(?: *- .*\n)*/, (_, indent: string) =>
      targets.map((target) => `${indent}${target}\n`).join(''),
    );
}
