import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import type { Access } from '../../src/access/access.ts';
import type { AdminServer } from '../../src/admin/admin-server.ts';
import { LIMITS } from '../../src/base/limits.ts';
import type { StarlingNode } from '../../src/index.ts';
import { StartedNodes } from '../node/started-nodes.ts';
import { until } from '../until.ts';
import { Browser, chromiumPath } from './browser.ts';
import type { BrowserPage, Look } from './browser-page.ts';
import { contrastOf } from './contrast.ts';
import { MARKUP, MadeUpCluster } from './made-up-cluster.ts';
import { startMadeUpServer } from './made-up-server.ts';

/** A folder for pictures of the pages, for a person to look at; undefined: they are thrown away. */
const KEPT_PICTURES = process.env['DASHBOARD_PICTURES'];
const WITHIN_MS = 30_000;
const PHONE: Look = { width: 360, height: 740, isPhone: true };
const DESK: Look = { width: 1280, height: 900 };
const LOOKS: readonly (readonly [string, Look])[] = [
  ['desk', DESK],
  ['desk-dark', { ...DESK, theme: 'dark' }],
  ['phone', PHONE],
  ['phone-dark', { ...PHONE, theme: 'dark' }],
];
const IS_LIVE = `document.documentElement.dataset.live === 'true'`;

describe('the dashboard in a real browser', function () {
  this.timeout('120s');

  let browser: Browser;
  let pictures: string;
  const servers: { stop(): Promise<void> }[] = [];

  before(async function () {
    const executable = chromiumPath();
    if (executable === undefined) {
      console.log('    skipped: no Chromium');
      this.skip();
    }
    browser = await Browser.start(executable);
    pictures = KEPT_PICTURES ?? (await mkdtemp(path.join(tmpdir(), 'starling-pictures-')));
  });

  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  after(async () => {
    // Undefined where there is no Chromium: hooks run for skipped tests as well.
    await (browser as Browser | undefined)?.stop();
    if (KEPT_PICTURES === undefined && pictures) await rm(pictures, { recursive: true });
  });

  async function open(address: string | undefined, look = DESK): Promise<BrowserPage> {
    const page = await browser.open();
    await page.look(look);
    await page.goTo(`http://${address}/`);
    await page.until(IS_LIVE);
    return page;
  }

  async function madeUp(members: number): Promise<AdminServer> {
    const server = await startMadeUpServer(new MadeUpCluster(members));
    servers.push(server);
    return server;
  }

  async function picture(page: BrowserPage, name: string, look: Look): Promise<void> {
    const file = path.join(pictures, `${name}.png`);
    await page.screenshot(file, look);
    expect((await stat(file)).size, name).to.be.greaterThan(20_000);
  }

  async function explain(page: BrowserPage, key: string): Promise<void> {
    await page.evaluate(`document.getElementById('key').focus()`);
    await page.type(key);
    await page.press('Enter');
    await page.until(`document.querySelector('.verdict') !== null`);
  }

  /** What is wider than the screen, by how many pixels; 0: nothing is. */
  const overflowOf = (page: BrowserPage) =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  function strangersIn({ requested }: BrowserPage, address: string | undefined): string[] {
    return requested.filter((url) => !url.startsWith(`http://${address}/`) && url !== 'about:blank');
  }

  describe('of three real nodes', () => {
    let nodes: StartedNodes;
    let one: StarlingNode;
    let others: StarlingNode[];

    beforeEach(async () => {
      nodes = await StartedNodes.of('flock');
      one = await nodes.start({ found: true, zone: 'north' });
      const bootstrap = [...one.addresses];
      others = [
        await nodes.start({ bootstrap, zone: 'south' }),
        await nodes.start({ bootstrap, zone: 'west' }),
      ];
      await until(() => [one, ...others].every(({ isActive }) => isActive), WITHIN_MS);
      await until(() => one.topology().width === 3, WITHIN_MS);
    });

    afterEach(() => nodes.end());

    const statesOf = (page: BrowserPage) =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('#members .state')].map(({ textContent }) => textContent)`,
      );

    it('shows them, explains a key and never its value, notices a death, and loads nothing from anywhere else', async () => {
      await one.put('greeting', 'a value that nobody shall see', { consistency: 'all' });
      const page = await open(one.adminAddress);
      await page.until(`document.querySelectorAll('#members tbody tr').length === 3`);
      await until(async () => (await statesOf(page)).join() === '● alive,● alive,● alive', WITHIN_MS);
      // What the others say themselves, once they were asked.
      await page.until(
        `[...document.querySelectorAll('[data-label="Version"]')].every((cell) => cell.innerText.includes('0.'))`,
      );
      await page.until(`document.querySelectorAll('#ring .share').length > 0`);
      expect(await page.textOf('#readiness')).to.equal('✓ ready');
      expect(await page.textOf('#members'))
        .to.include('north')
        .and.include('south')
        .and.include('west');

      await explain(page, 'greeting');
      expect(await page.textOf('.verdict')).to.equal('All three owners have the same version.');
      await picture(page, 'three-nodes', { width: 1280 });
      await picture(page, 'three-nodes-dark', { width: 1280, theme: 'dark' });
      await picture(page, 'three-nodes-phone', { width: 360, isPhone: true });
      expect(await overflowOf(page)).to.equal(0);

      await others[1]!.stop();
      await until(async () => (await statesOf(page)).includes('✕ dead'), WITHIN_MS);
      await page.until(`document.getElementById('warnings').innerText.includes('is dead')`);
      expect(await page.evaluate('document.body.innerText')).to.not.include('nobody shall see');
      expect(page.complaints).to.deep.equal([]);
      expect(strangersIn(page, one.adminAddress)).to.deep.equal([]);
    });

    it('draws how busy the node is from its history', async () => {
      const page = await open(one.adminAddress);
      let isDrawn = false;
      const keepBusy = async () => {
        while (!isDrawn) await one.put('wren', 'sings');
      };
      const busy = keepBusy();
      const lineOfPuts = `document.querySelectorAll('.chart .plot')[0].querySelectorAll('.line-1')[0].getAttribute('d')`;
      try {
        await page.until(`(${lineOfPuts} ?? '').length > 0`);
        await page.until(
          `/put [1-9]/.test(document.querySelector('.chart').innerText.replaceAll('\\n', ' '))`,
        );
      } finally {
        isDrawn = true;
        await busy;
      }
      expect(page.complaints).to.deep.equal([]);
    });
  });

  for (const members of [1, 3, 5, 50]) {
    it(`fits a phone and a desk with ${members} members, whatever they call themselves`, async () => {
      const server = await madeUp(members);
      const page = await open(server.address);
      await page.until(`document.querySelectorAll('#members tbody tr').length === ${members}`);
      await explain(page, 'greeting');
      for (const look of [DESK, PHONE, { ...PHONE, theme: 'dark' as const }, { ...DESK, width: 820 }]) {
        await page.look(look);
        expect(await overflowOf(page), JSON.stringify(look)).to.equal(0);
      }
      if (KEPT_PICTURES !== undefined) {
        await picture(page, `made-up-${members}`, { width: 1280 });
        await picture(page, `made-up-${members}-phone`, { width: 360, isPhone: true, theme: 'dark' });
      }
      expect(await page.evaluate(`document.querySelectorAll('main img, main script').length`)).to.equal(0);
      expect(await page.evaluate('document.title')).to.match(/: Starling$/);
      expect(page.complaints).to.deep.equal([]);
      expect(strangersIn(page, server.address)).to.deep.equal([]);
    });
  }

  it('shows what a member owns to whoever points at it, by the keyboard as well', async () => {
    const page = await open((await madeUp(5)).address);
    await page.until(`document.querySelectorAll('#ring .share').length === 5`);
    const second = `document.querySelectorAll('.member-name')[1]`;
    await page.evaluate(`${second}.focus()`);
    await page.press('Enter');
    await page.until(`${second}.getAttribute('aria-pressed') === 'true'`);
    expect(await page.textOf('#ring-note')).to.match(/^Member 2 \(.{8}\) owns \d+ of 1,024 partitions/);
    const pointedAt = `[...document.querySelectorAll('#ring .is-pointed-at')].map(({ dataset }) => dataset.member)`;
    const shown = await page.evaluate<string[]>(pointedAt);
    expect(new Set(shown).size).to.equal(1);
    expect(shown, 'a band for each rank, a share and its number').to.have.length(5);
    await page.press('Enter');
    await page.press('Tab');
    await page.until(`${second}.getAttribute('aria-pressed') === 'false'`);
    await page.evaluate('document.activeElement.blur()');
    expect(await page.textOf('#ring-note')).to.include('Point at a member');
  });

  it('draws who is to own what, hatched until it is copied, and says what that means', async () => {
    const cluster = new MadeUpCluster(5);
    const server = await startMadeUpServer(cluster);
    servers.push(server);
    const page = await open(server.address);
    const drawn = (role: string) =>
      page.evaluate<number>(
        `[...document.querySelectorAll('#ring path')].filter(({ textContent }) => textContent.endsWith('${role}')).length`,
      );
    await page.until(`document.querySelectorAll('#ring .copying').length === 1`);
    expect([await drawn('is copying this'), await drawn('is to own this, and has it')]).to.deep.equal([1, 1]);
    const fills = `[...document.querySelectorAll('#ring .copying')].map((piece) => getComputedStyle(piece).fill)`;
    expect(await page.evaluate(fills)).to.deep.equal(['url("#hatch-tone-4")']);
    expect(await page.textOf('#ring-key')).to.equal('is copying what it is to own\nhas copied it');
    for (const [name, look] of LOOKS) {
      await page.look(look);
      expect(await overflowOf(page), name).to.equal(0);
      await picture(page, `copying-${name}`, look);
    }
    await page.evaluate(`document.querySelectorAll('.member-name')[4].click()`);
    expect(await page.textOf('#ring-note')).to.include(
      'It is to own 256 more, and has yet to copy 161 of them.',
    );
    cluster.copyUpTo(256);
    await page.until(`document.querySelectorAll('#ring .copying').length === 0`);
    expect(await drawn('is to own this, and has it')).to.equal(1);
    expect(page.complaints).to.deep.equal([]);
  });

  it('has no key to what is not drawn', async () => {
    const page = await open((await madeUp(3)).address);
    await page.until(`document.querySelectorAll('#ring .share').length === 3`);
    expect(await page.evaluate(`getComputedStyle(document.getElementById('ring-key')).display`)).to.equal(
      'none',
    );
  });

  it('shows how far those are who copy, what waits, and what is wrong', async () => {
    const page = await open((await madeUp(5)).address);
    await page.until(`document.querySelectorAll('#transfers progress').length === 1`);
    expect(await page.textOf('#transfers')).to.match(
      /^Member 5 \(.{8}\): 37.0 %, 37 of 100 partitions, 117.7 MiB$/,
    );
    expect(await page.evaluate(`document.querySelector('#transfers progress').value`)).to.equal(0.37);
    expect(await page.textOf('#waiting')).to.include('waits for its turn');
    expect(await page.textOf('#unreadiness')).to.include('has yet to copy 12 partitions');
    expect(await page.textOf('#readiness')).to.equal('▲ not ready');
    expect(await page.textOf('#warnings'))
      .to.include('is dead')
      .and.include(MARKUP);
    expect(await page.textOf('[data-figure="hints"]')).to.equal('4,321 for 2 peers, 4.8 MiB');
    expect(await page.textOf('[data-figure="passAge"]')).to.equal('paused for another 1 h 0 min');
    expect(await page.textOf('#members tbody tr:nth-child(2)')).to.include('slow, ×3');
    expect(await page.textOf('#members tbody tr:nth-child(3) .state')).to.equal('▲ suspect');
  });

  it('lets the keyboard reach everything that can be used', async () => {
    const page = await open((await madeUp(3)).address);
    const reached: string[] = [];
    for (let presses = 0; presses < 6; presses++) {
      await page.press('Tab');
      reached.push(
        await page.evaluate<string>(
          'document.activeElement.className || document.activeElement.id || document.activeElement.type',
        ),
      );
    }
    expect(reached).to.deep.equal(['skip', ...Array<string>(3).fill('member-name mono'), 'key', 'submit']);
  });

  it('says that the connection is lost, and comes back when the peer does', async () => {
    const server = await startMadeUpServer(new MadeUpCluster(3));
    const page = await open(server.address);
    await server.stop();
    await page.until(`document.getElementById('connection').innerText === '✕ no connection'`);
    expect(await page.textOf('#broken')).to.include('What is below is old');
    const port = Number(server.address.split(':')[1]);
    servers.push(await startMadeUpServer(new MadeUpCluster(5), { port }));
    await page.until(`document.getElementById('connection').innerText === '● live'`);
    await page.until(`document.querySelectorAll('#members tbody tr').length === 5`);
    expect(await page.evaluate(`document.getElementById('broken').hidden`)).to.be.true;
  });

  it('says that too many look already, and gets a seat when one is free', async () => {
    const { address } = await madeUp(3);
    const seats = Array.from({ length: LIMITS.adminSubscribers }, () => new AbortController());
    await Promise.all(seats.map(({ signal }) => fetch(`http://${address}/api/events`, { signal })));
    const page = await browser.open();
    await page.goTo(`http://${address}/`);
    await page.until(`document.getElementById('broken').innerText.includes('close another dashboard')`);
    for (const seat of seats) seat.abort();
    await page.until(IS_LIVE);
  });

  it('asks for a token where the peer wants one, keeps it for the tab, and sends it with everything', async () => {
    const shown: string[] = [];
    const access: Access = {
      grantOf(credentials) {
        const token = credentials.kind === 'token' ? credentials.token : '';
        shown.push(token);
        return token === 'let-me-in' ? { name: 'a person', role: 'read', digest: '' } : undefined;
      },
      renewed: (grant) => grant,
    };
    const server = await startMadeUpServer(new MadeUpCluster(3), { access });
    servers.push(server);
    const page = await browser.open();
    await page.look(DESK);
    await page.goTo(`http://${server.address}/`);
    const isAsking = `document.getElementById('token-dialog').open && document.activeElement.id === 'token'`;
    for (const token of ['wrong', 'let-me-in']) {
      await page.until(isAsking);
      await page.type(token);
      await page.press('Enter');
    }
    await page.until(IS_LIVE);
    await explain(page, 'greeting');
    expect(shown.length).to.be.greaterThan(3);
    expect([...new Set(shown)]).to.deep.equal(['wrong', 'let-me-in']);
    expect(await page.evaluate('location.href')).to.equal(`http://${server.address}/`);
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).to.equal(1);
  });

  it('has text that can be read in the light and in the dark', async () => {
    const page = await open((await madeUp(3)).address);
    const valueOf = (name: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`,
      );
    for (const theme of ['light', 'dark'] as const) {
      await page.look({ ...DESK, theme });
      for (const [text, ground] of READ_ON) {
        const contrast = contrastOf(await valueOf(text), await valueOf(ground));
        expect(contrast, `${text} on ${ground}, ${theme}`).to.be.at.least(4.5);
      }
      for (let tone = 0; tone < 8; tone++) {
        const number = await page.evaluate<string>(colourOn(tone));
        expect(
          contrastOf(number, await valueOf(`tone-${tone}`)),
          `number on tone ${tone}, ${theme}`,
        ).to.be.at.least(4.5);
      }
    }
  });

  describe('has checks that fail where they should:', () => {
    it('what is wider than a phone is found', async () => {
      const page = await open((await madeUp(3)).address, PHONE);
      await page.evaluate(`document.querySelector('.verdict, h2').style.width = '500px'`);
      expect(await overflowOf(page)).to.be.greaterThan(0);
    });

    it('a request to somebody else is found, and the browser does not make it; nor does it run markup', async () => {
      const { address } = await madeUp(3);
      const page = await open(address);
      await page.evaluate(`fetch('http://127.0.0.2:9/').catch(() => undefined)`);
      await until(() => page.complaints.join().includes('Content Security Policy'));
      expect(
        await page.evaluate(
          `(() => { try { document.body.innerHTML = '<p>'; return 'done'; } catch ({ name }) { return name; } })()`,
        ),
      ).to.equal('TypeError');
      await page.evaluate(`void open('http://127.0.0.2:9/', '_self')`);
      await until(() => strangersIn(page, address).length > 0);
    });

    it('an error on the page is found', async () => {
      const page = await open((await madeUp(3)).address);
      await page.evaluate(`setTimeout(() => { throw new Error('planted') })`);
      await until(() => page.complaints.some((complaint) => complaint.includes('planted')));
    });

    it('grey on grey is found', () => {
      expect(contrastOf('#888888', '#999999')).to.be.lessThan(1.5);
      expect(contrastOf('#000000', '#ffffff')).to.be.closeTo(21, 0.001);
      expect(contrastOf('#767676', '#ffffff')).to.be.closeTo(4.54, 0.01);
    });
  });
});

/** Which text is on which ground. */
const READ_ON = [
  ['ink', 'ground'],
  ['ink', 'card'],
  ['ink', 'soft'],
  ['muted', 'ground'],
  ['muted', 'card'],
  ['muted', 'soft'],
  ['good', 'card'],
  ['good', 'soft'],
  ['good', 'good-soft'],
  ['warn', 'card'],
  ['warn', 'soft'],
  ['warn', 'warn-soft'],
  ['bad', 'card'],
  ['bad', 'soft'],
  ['bad', 'bad-soft'],
  ['on-accent', 'accent'],
] as const;

/** An expression: the colour of a member's number on a tone, `#rrggbb`. */
function colourOn(tone: number): string {
  return `(() => {
    const number = document.createElement('span');
    number.className = 'on-tone-${tone}';
    document.body.append(number);
    const [red, green, blue] = getComputedStyle(number).color.match(/\\d+/g);
    number.remove();
    return '#' + [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  })()`;
}
