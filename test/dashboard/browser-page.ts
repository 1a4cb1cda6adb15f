import { writeFile } from 'node:fs/promises';
import { until } from '../until.ts';
import type { Message } from './browser.ts';

interface PageLink {
  readonly send: (method: string, params: object) => Promise<Readonly<Record<string, unknown>>>;
  readonly onMessage: (listener: (message: Message) => void) => void;
}

export interface Look {
  readonly width: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** As a phone: a touch screen. */
  readonly isPhone?: boolean;
}

const WITHIN_MS = 30_000;

/** One page in a browser: what it shows, what it asked for, and what it complained about. */
export class BrowserPage {
  /** Errors and warnings of the console, and what was thrown. */
  readonly complaints: string[] = [];
  /** Every address that it loaded something from. */
  readonly requested: string[] = [];
  readonly #link: PageLink;

  constructor(link: PageLink) {
    this.#link = link;
    link.onMessage((message) => this.#handle(message));
  }

  async begin(): Promise<void> {
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.#link.send(`${domain}.enable`, {});
  }

  async goTo(url: string): Promise<void> {
    await this.#link.send('Page.navigate', { url });
  }

  async look({ width, height = 900, theme = 'light', isPhone = false }: Look): Promise<void> {
    await this.#link.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: isPhone ? 2 : 1,
      mobile: isPhone,
    });
    await this.#link.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  }

  /** The value of a JavaScript expression on the page. @throws Error where that throws */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.#link.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const { result, exceptionDetails } = answer as {
      result: { value: Value };
      exceptionDetails?: { exception?: { description?: string } };
    };
    if (exceptionDetails !== undefined)
      throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? 'it failed'}`);
    return result.value;
  }

  /** Waits until an expression is true on the page; what fails meanwhile, as in a page that has yet to load, is tried again. */
  async until(expression: string): Promise<void> {
    let last: unknown;
    const isTrue = async () => {
      last = await this.evaluate<unknown>(expression).catch((error: unknown) => error);
      return last === true;
    };
    await until(isTrue, WITHIN_MS).catch(() => {
      throw new Error(`${expression} did not become true within ${WITHIN_MS} ms: ${String(last)}`);
    });
  }

  /** What an element shows. */
  textOf(selector: string): Promise<string> {
    return this.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`);
  }

  /** Types, as somebody at a keyboard would, into what has the focus. */
  async type(text: string): Promise<void> {
    await this.#link.send('Input.insertText', { text });
  }

  async press(key: 'Enter' | 'Tab'): Promise<void> {
    const code = { Enter: 13, Tab: 9 }[key];
    const event = { key, code: key, windowsVirtualKeyCode: code };
    await this.#link.send('Input.dispatchKeyEvent', {
      ...event,
      type: 'keyDown',
      ...(key === 'Enter' ? { text: '\r' } : {}),
    });
    await this.#link.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }

  /** Of what a screen of that size shows, as PNG; without a height of the whole page. */
  async screenshot(file: string, look: Look): Promise<void> {
    await this.look(look);
    const height = look.height ?? (await this.evaluate<number>('document.documentElement.scrollHeight'));
    await this.look({ ...look, height });
    const { data } = await this.#link.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(file, Buffer.from(data as string, 'base64'));
  }

  #handle({ method, params = {} }: Message): void {
    if (method === 'Runtime.exceptionThrown')
      this.complaints.push(JSON.stringify(params['exceptionDetails']));
    if (method === 'Log.entryAdded') {
      const { level, text, url = '' } = params['entry'] as { level: string; text: string; url?: string };
      if (level === 'error' || level === 'warning') this.complaints.push(`${text} ${url}`);
    }
    if (method === 'Runtime.consoleAPICalled' && (params['type'] === 'error' || params['type'] === 'warning'))
      this.complaints.push(JSON.stringify(params['args']));
    if (method === 'Network.requestWillBeSent')
      this.requested.push((params['request'] as { url: string }).url);
  }
}
