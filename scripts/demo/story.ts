import path from 'node:path';
import { StarlingError } from '../../src/base/errors.ts';
import { Flock } from '../../src/cli/flock/flock.ts';
import { FlockFolder, type FlockPeer } from '../../src/cli/flock/folder.ts';
import { run } from '../../src/cli/program.ts';
import { count, duration, latency } from '../../src/base/quantity.ts';
import { type Terminal, paint } from '../../src/cli/terminal.ts';
import { type StarlingClient } from '../../src/client/client.ts';
import { connect } from '../../src/client/connect.ts';
import type { Consistency } from '../../src/quorum/consistency.ts';
import type { Status } from '../../src/wire/cluster-view.ts';
import { type Place, placesOfTheWorld, writeNdjson } from './cities.ts';
import { type Sweep, sweep, sweepText } from './sweep.ts';

export interface StoryOptions {
  readonly terminal: Terminal;
  /** Empty; the caller removes it. */
  readonly folder: string;
  /** How many places to import. */
  readonly places: number;
}

const UPDATED = 5000;
const ADDED = 2000;
const DELETED = 1000;

/**
 * What the demonstration does, step by step: a cluster, a data set, a peer that is killed and comes back. It keeps a copy of all
 * that was acknowledged, and compares every key with it.
 */
export class Story {
  readonly #options: StoryOptions;
  /** What the cluster must answer; undefined for a key that was deleted. */
  readonly #expected = new Map<string, string | undefined>();
  readonly #sweeps: Sweep[] = [];
  #flock: Flock | undefined;
  #step = 0;

  constructor(options: StoryOptions) {
    this.#options = options;
  }

  get flock(): Flock {
    if (!this.#flock) throw new Error('the peers have not been started');
    return this.#flock;
  }

  /** Whether every answer was right, so far. */
  get isFlawless(): boolean {
    return this.#sweeps.every(({ wrong, failed }) => wrong === 0 && failed === 0);
  }

  async tell(): Promise<void> {
    await this.#startPeers();
    const places = placesOfTheWorld(this.#options.places);
    await this.#import(places);
    const client = await connect({ addresses: this.flock.clientAddresses });
    try {
      await this.#ask(client, places);
      const victim = this.flock.peers.at(-1)!;
      await this.#goOnWithout(victim, client);
      await this.#welcomeBack(victim, client);
      await this.#askItAlone(victim);
    } finally {
      await client.close();
    }
    this.#conclude();
  }

  /** Ends every peer at once; all that was acknowledged is on disk. */
  async end(): Promise<void> {
    await this.#flock?.killAll();
  }

  async #startPeers(): Promise<void> {
    this.#title('Three peers, each a process of its own');
    const startedMs = performance.now();
    const folder = new FlockFolder(path.join(this.#options.folder, 'peers'));
    const quiet = { name: 'demo', path: 'log.level', value: 'error' };
    this.#flock = await Flock.prepare(
      folder,
      { nodes: 3, flags: [quiet] },
      {
        onLine: ({ name }, line) => this.#say(`${name}: ${line}`),
        onDeath: ({ name }, how) => this.#say(`${name} died (${how})`),
      },
    );
    await this.flock.start();
    for (const peer of this.flock.peers) {
      const { pid, ready } = this.flock.processOf(peer);
      this.#say(`${peer.name}  process ${pid ?? '?'}, serves clients at ${ready?.clientAddress ?? '?'}`);
    }
    this.#say(
      `up in ${duration(performance.now() - startedMs)}; every key will be on all three, two of which make a quorum`,
    );
  }

  async #import(places: readonly Place[]): Promise<void> {
    this.#title(`${count(places.length)} places of the world`);
    const file = path.join(this.#options.folder, 'places.ndjson');
    await writeNdjson(places, file);
    for (const { key, value } of places) this.#expected.set(key, value);
    this.#say('$ starling import places.ndjson');
    const startedMs = performance.now();
    const code = await run(['import', file, ...this.#addressFlags()], this.#options.terminal);
    if (code !== 0) throw new StarlingError('UNAVAILABLE', `the import ended with exit code ${code}`);
    const perSecond = (places.length / (performance.now() - startedMs)) * 1000;
    this.#say(`${count(perSecond)} places/s, each on the disks of two peers before it counted`);
  }

  async #ask(client: StarlingClient, places: readonly Place[]): Promise<void> {
    this.#title('A few questions');
    const largest = [...places].sort((a, b) => b.population - a.population).slice(0, 5);
    for (const { key, name } of largest) {
      const askedMs = performance.now();
      const { value } = await client.get(key);
      this.#say(`$ starling get ${key}   # ${name}, after ${latency(performance.now() - askedMs)}`);
      this.#say(`  ${value ?? 'not there'}`);
    }
  }

  async #goOnWithout(victim: FlockPeer, client: StarlingClient): Promise<void> {
    this.#title(`kill -9 ${victim.name}`);
    await this.flock.kill(victim);
    this.#say(`${victim.name} is gone; not a word was sent to the others. Two of three go on:`);
    await this.#write(client);
    await this.#verify('reading everything', client, undefined);
  }

  async #write(client: StarlingClient): Promise<void> {
    const keys = [...this.#expected.keys()];
    const changes = [
      ...keys.slice(0, UPDATED).map((key) => ({ key, value: `${this.#expected.get(key) ?? ''} (changed)` })),
      ...keys.slice(-DELETED).map((key) => ({ key, value: undefined })),
      ...Array.from({ length: ADDED }, (_, n) => ({ key: `visit:${n}`, value: `visit number ${n}` })),
    ];
    const result = await sweep({
      doing: 'writing',
      items: changes,
      visit: async ({ key, value }) => {
        await (value === undefined ? client.delete(key) : client.put(key, value));
        this.#expected.set(key, value);
        return true;
      },
      terminal: this.#options.terminal,
    });
    this.#sweeps.push(result);
    this.#say(
      `changed ${count(UPDATED)}, added ${count(ADDED)}, deleted ${count(DELETED)}: ${sweepText(result)}`,
    );
  }

  async #welcomeBack(victim: FlockPeer, client: StarlingClient): Promise<void> {
    this.#title(`${victim.name} comes back`);
    const startedMs = performance.now();
    await this.flock.restart(victim);
    await this.flock.untilActive();
    this.#say(
      `back after ${duration(performance.now() - startedMs)}; it read its log, and knows nothing of the writes since`,
    );
    const before = await this.#recordsOf(client);
    this.#say(`records: ${recordsText(before)}`);
    this.#say(
      'reading everything at consistency "all": owners that differ are compared, and the newest goes to each that lacks it',
    );
    await this.#verify('reading everything from all', client, 'all');
    const after = await this.#recordsOf(client);
    const repairs = sum(after, 'read_repairs') - sum(before, 'read_repairs');
    this.#say(`records: ${recordsText(after)}; ${count(repairs)} read repairs`);
  }

  /** Kills the others: what is answered now comes from the peer that was away. */
  async #askItAlone(survivor: FlockPeer): Promise<void> {
    this.#title(`${survivor.name} alone`);
    const others = this.flock.peers.filter((peer) => peer !== survivor);
    await Promise.all(others.map((peer) => this.flock.kill(peer)));
    this.#say(
      `${others.map(({ name }) => name).join(' and ')} are killed as well: is everything really on ${survivor.name}?`,
    );
    const client = await connect({
      addresses: [`127.0.0.1:${survivor.configuration.clientPort}`],
      timeoutMs: 20_000,
    });
    try {
      await this.#verify('reading everything from one', client, 'one');
    } finally {
      await client.close();
    }
    await Promise.all(others.map((peer) => this.flock.restart(peer)));
    await this.flock.untilActive();
    this.#say('the others are back as well');
  }

  async #verify(doing: string, client: StarlingClient, consistency: Consistency | undefined): Promise<void> {
    const result = await sweep({
      doing,
      items: [...this.#expected],
      visit: async ([key, value]) => (await client.get(key, { consistency })).value === value,
      terminal: this.#options.terminal,
    });
    this.#sweeps.push(result);
    this.#say(`read ${sweepText(result)}`);
  }

  async #recordsOf(client: StarlingClient): Promise<Status[]> {
    return Promise.all(this.flock.clientAddresses.map((address) => client.status(address)));
  }

  #conclude(): void {
    const answers = this.#sweeps.reduce((total, { visited }) => total + visited, 0);
    const wrong = this.#sweeps.reduce((total, result) => total + result.wrong, 0);
    const failed = this.#sweeps.reduce((total, result) => total + result.failed, 0);
    const { terminal } = this.#options;
    terminal.out('\n');
    terminal.out(
      this.isFlawless
        ? paint(
            terminal,
            'green',
            `Nothing was lost: ${count(answers)} answers, each as it had to be, through three kill -9.\n`,
          )
        : paint(
            terminal,
            'red',
            `Of ${count(answers)} answers ${count(wrong)} were wrong and ${count(failed)} failed.\n`,
          ),
    );
  }

  #addressFlags(): string[] {
    return this.flock.clientAddresses.flatMap((address) => ['--address', address]);
  }

  #title(text: string): void {
    const { terminal } = this.#options;
    terminal.out(`\n${paint(terminal, 'bold', `${++this.#step}. ${text}`)}\n`);
  }

  #say(text: string): void {
    this.#options.terminal.out(`   ${text}\n`);
  }
}

function recordsText(statuses: readonly Status[]): string {
  return statuses.map(({ storage }, index) => `peer-${index + 1} ${count(storage.records)}`).join(', ');
}

function sum(statuses: readonly Status[], counter: string): number {
  return statuses.reduce((total, { counters }) => total + (counters.get(counter) ?? 0), 0);
}
