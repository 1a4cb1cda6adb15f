import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { BrowserPage } from './browser-page.ts';

/** A message of Chromium's DevTools protocol. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

type Listener = (message: Message) => void;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chromium is; undefined: not on this machine. */
export function chromiumPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A headless Chromium of its own, driven over two pipes: messages of its DevTools protocol, each with a zero behind it. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #exited: Promise<void>;
  readonly #waiting = new Map<number, (answer: Message) => void>();
  readonly #listeners = new Map<string, Listener>();
  #lastId = 0;
  #received = '';
  #isGone = false;

  private constructor(executable: string, profile: string) {
    this.#profile = profile;
    const flags = [
      '--headless=new',
      '--remote-debugging-pipe',
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--hide-scrollbars',
      `--user-data-dir=${profile}`,
      'about:blank',
    ];
    this.#process = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#exited = new Promise((resolve) => {
      const gone = () => {
        this.#isGone = true;
        for (const answer of this.#waiting.values()) answer({ error: { message: 'Chromium has ended' } });
        resolve();
      };
      this.#process.once('exit', gone);
      this.#process.once('error', gone);
    });
    const output = this.#process.stdio[4] as Readable;
    output.setEncoding('utf8');
    output.on('data', (text: string) => this.#handleText(text));
    (this.#process.stdio[3] as Writable).on('error', () => undefined);
  }

  static async start(executable: string): Promise<Browser> {
    return new Browser(executable, await mkdtemp(path.join(tmpdir(), 'starling-chromium-')));
  }

  /** A page of its own, with nothing stored of other pages. */
  async open(): Promise<BrowserPage> {
    const { browserContextId } = await this.send('Target.createBrowserContext', {});
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BrowserPage({
      send: (method, params) => this.send(method, params, sessionId as string),
      onMessage: (listener) => void this.#listeners.set(sessionId as string, listener),
    });
    await page.begin();
    return page;
  }

  /** @throws Error where Chromium answers with one, or has ended */
  async send(method: string, params: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#lastId;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    if (this.#isGone) throw new Error('Chromium has ended');
    (this.#process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited;
    // Its helpers may still write for a moment.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  #handleText(text: string): void {
    const messages = (this.#received + text).split('\0');
    this.#received = messages.pop() ?? '';
    for (const message of messages) this.#handle(JSON.parse(message) as Message);
  }

  #handle(message: Message): void {
    const { id, sessionId = '' } = message;
    if (id === undefined) {
      this.#listeners.get(sessionId)?.(message);
      return;
    }
    this.#waiting.get(id)?.(message);
    this.#waiting.delete(id);
  }
}
