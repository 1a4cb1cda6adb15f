/**
 * The peer whose admin port this page came from. Events are read with `fetch`, since an EventSource can't send a token.
 * Where the peer asks for one (401), the person is asked, and it is kept for this tab alone.
 */
import { byId } from './dom.js';

const TOKEN = 'starling.token';

/** A feed that is silent for so long is taken for broken: it tells something every second. */
const SILENCE_MS = 8000;
const RETRY_MS = 2000;

/** @type {Promise<void> | undefined} */
let asking;

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>} one that is well
 */
async function request(path, init = {}) {
  for (;;) {
    const token = sessionStorage.getItem(TOKEN);
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(path, { ...init, headers, cache: 'no-store', credentials: 'same-origin' });
    if (response.status === 401) {
      await askForToken(token);
      continue;
    }
    if (response.ok) return response;
    throw new Error(await reasonOf(response));
  }
}

/** @param {string} path */
export async function get(path) {
  return (await request(path)).json();
}

/**
 * @param {string} path
 * @param {unknown} content
 */
export async function post(path, content) {
  const headers = { 'content-type': 'application/json' };
  return (await request(path, { method: 'POST', headers, body: JSON.stringify(content) })).json();
}

/**
 * Calls back with each snapshot, for as long as the page is open, and with what keeps them from coming.
 * @param {string} path
 * @param {{ onEvent: (content: any) => void, onBroken: (reason: string) => void }} listener
 */
export async function follow(path, { onEvent, onBroken }) {
  for (;;) {
    try {
      await readEvents(path, onEvent);
      onBroken('the peer hung up');
    } catch (error) {
      onBroken(error instanceof Error ? error.message : String(error));
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/**
 * @param {string} path
 * @param {(content: any) => void} onEvent
 */
async function readEvents(path, onEvent) {
  const patience = new AbortController();
  const { body } = await request(path, { signal: patience.signal });
  if (body === null) throw new Error('the peer sent nothing');
  let alarm = 0;
  const wind = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => patience.abort(new Error('the peer is silent')), SILENCE_MS);
  };
  try {
    wind();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      wind();
      text += value;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) onEvent(JSON.parse(dataOf(event)));
    }
  } finally {
    clearTimeout(alarm);
  }
}

/** @param {string} event */
function dataOf(event) {
  const lines = event.split('\n').filter((line) => line.startsWith('data: '));
  return lines.map((line) => line.slice('data: '.length)).join('\n');
}

/** @param {Response} response */
async function reasonOf(response) {
  const content = await response.json().catch(() => undefined);
  return content?.error?.message ?? `${response.status} ${response.statusText}`;
}

/**
 * Asks once, however many requests were refused. One that was refused with an older token than there is now goes on at once.
 * @param {string | null} refused
 */
async function askForToken(refused) {
  if (sessionStorage.getItem(TOKEN) !== refused) return;
  asking ??= tokenGiven().finally(() => (asking = undefined));
  await asking;
}

/** @returns {Promise<void>} */
function tokenGiven() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('token-dialog'));
  const input = /** @type {HTMLInputElement} */ (byId('token'));
  input.value = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        sessionStorage.setItem(TOKEN, input.value);
        input.value = '';
        resolve();
      },
      { once: true },
    );
  });
}
