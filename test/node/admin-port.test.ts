import { type Server, createServer } from 'node:net';
import path from 'node:path';
import { expect } from 'chai';
import type { MembersReport } from '../../src/admin/members-report.ts';
import { LIMITS } from '../../src/base/limits.ts';
import { type MembershipEvent, StarlingError, type StarlingNode, configurationOf } from '../../src/index.ts';
import type { ConfigurationInput } from '../../src/node/configuration.ts';
import { ATTACKS } from '../admin/attacks.ts';
import { familiesOf } from '../telemetry/exposition.ts';
import { disagreements, documentedMetrics } from '../telemetry/metrics-document.ts';
import { problemsOf, promtoolObstacle } from '../telemetry/promtool.ts';
import { until } from '../until.ts';
import { StartedNodes } from './started-nodes.ts';

const WITHIN_MS = 30_000;

/** On the machine's own network and disks. */
describe('the admin port of a node', function () {
  this.timeout('60s');

  let nodes: StartedNodes;

  beforeEach(async () => {
    nodes = await StartedNodes.of('observed');
  });

  afterEach(() => nodes.end());

  const start = (input: ConfigurationInput) => nodes.start(input);

  const joining = (node: StarlingNode) => start({ bootstrap: [...node.addresses] });
  const get = (node: StarlingNode, page: string) => fetch(`http://${node.adminAddress}${page}`);
  const membersAt = async (node: StarlingNode) =>
    (await (await get(node, '/api/members')).json()) as MembersReport;

  async function metricsAt(node: StarlingNode): Promise<Map<string, number>> {
    const text = await (await get(node, '/metrics')).text();
    const samples = text.matchAll(/^starling_(\S+) (\S+)$/gm);
    return new Map([...samples].map(([, name = '', value]) => [name, Number(value)]));
  }

  async function eventually(condition: () => Promise<boolean>): Promise<void> {
    const deadlineMs = performance.now() + WITHIN_MS;
    while (!(await condition())) {
      if (performance.now() > deadlineMs) throw new Error(`it did not happen within ${WITHIN_MS} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('tells of the members as its peer sees them, and each peer of the same ring', async () => {
    const one = await start({ found: true, zone: 'north', weight: 200 });
    const other = await joining(one);
    await until(() => one.isActive && other.isActive, WITHIN_MS);
    // A peer knows a neighbour's intent a little before it has derived its ring from it: for that long both can be of the former ring.
    let report = await membersAt(one);
    await eventually(async () => {
      report = await membersAt(one);
      const { members, ringId } = report;
      const isSettled = members.every(({ intent }) => intent === 'active');
      const isMeasured = members.some(({ roundTripMs }) => roundTripMs !== null);
      const isOneRing = ringId === one.topology().ringId && ringId === (await membersAt(other)).ringId;
      return isSettled && isMeasured && isOneRing;
    });

    expect(report).to.include({ peer: one.peerId, cluster: 'observed' });
    expect(report.localHealthMultiplier).to.be.within(1, 8);
    expect(report.clusterId).to.match(/^[0-9a-f]{16}$/);
    expect(report.ringId).to.match(/^[0-9a-f]{16}$/);
    expect(Math.abs(Date.parse(report.time) - Date.now())).to.be.lessThan(WITHIN_MS);
    const itself = report.members.find(({ peer }) => peer === one.peerId);
    expect(itself).to.deep.include({
      liveness: 'alive',
      accusers: [],
      roundTripMs: null,
      intent: 'active',
      zone: 'north',
      weight: 200,
      clientAddress: one.clientAddress,
      addresses: [...one.addresses],
      storageReplacedAt: null,
    });
    const neighbour = report.members.find(({ peer }) => peer === other.peerId);
    expect(neighbour?.roundTripMs).to.be.greaterThan(0);
    expect(Date.parse(report.time) - Date.parse(neighbour!.livenessSince)).to.be.closeTo(
      neighbour!.livenessSinceMs,
      1,
    );
  });

  it('counts what membership does, and has seen a neighbour stop; programs are told as well', async () => {
    const one = await start({ found: true });
    const other = await joining(one);
    await until(() => one.isActive && other.isActive, WITHIN_MS);
    await eventually(async () => ((await metricsAt(one)).get('membership_probes_total') ?? 0) > 0);
    const before = await metricsAt(one);
    expect(before.get('membership_members{liveness="alive"}')).to.equal(2);
    for (const name of ['sent_bytes', 'received_bytes', 'sent_messages', 'received_messages']) {
      expect(before.get(`membership_${name}_total`), name).to.be.greaterThan(0);
    }

    const events: MembershipEvent[] = [];
    const off = one.onMembership((event) => events.push(event));
    await other.stop();
    await eventually(async () => (await metricsAt(one)).get('membership_members{liveness="dead"}') === 1);
    const after = await metricsAt(one);
    expect(after.get('membership_deaths_total')).to.be.greaterThan(before.get('membership_deaths_total')!);
    for (const [name, value] of before) {
      if (name.endsWith('_total')) expect(after.get(name), name).to.be.at.least(value);
    }
    const told = events.map((event) => event.kind === 'liveness' && `${event.peer} ${event.liveness}`);
    expect(told).to.include(`${other.peerId} dead`);
    const member = (await membersAt(one)).members.find(({ peer }) => peer === other.peerId);
    expect(member?.accusers, 'it said so itself').to.deep.equal([other.peerId]);
    off();
  });

  it('says that it is not ready, and why, while it looks for its cluster', async () => {
    const [peerPort, adminPort] = [await freePort(), await freePort()];
    const cluster = `/ip4/127.0.0.1/tcp/${peerPort}`;
    const joined = start({ bootstrap: [cluster], adminPort });
    const page = (name: string) => fetch(`http://127.0.0.1:${adminPort}/${name}`).catch(() => undefined);
    await eventually(async () => (await page('readyz'))?.status === 503);
    // It has yet to load what it knows for a moment, and is joining from then on.
    await eventually(async () => (await (await page('readyz'))?.text())?.includes('joining') === true);
    expect((await page('healthz'))?.status).to.equal(200);
    const metrics = (await (await page('metrics'))?.text()) ?? '';
    expect(disagreements(documentedMetrics(), familiesOf(metrics))).to.deep.equal([]);
    expect(metrics).to.include('\nstarling_ready 0\n').and.include('\nstarling_ring_owners 0\n');

    await start({ found: true, listen: [cluster] });
    const node = await joined;
    await eventually(async () => (await get(node, '/readyz')).status === 200);
  });

  it('has nothing wrong in the eyes of promtool', async function () {
    const obstacle = promtoolObstacle();
    if (obstacle !== undefined) {
      if (process.env['CI']) throw new Error(obstacle);
      console.log(`    skipped: ${obstacle}`);
      this.skip();
    }
    const node = await start({ found: true });
    await node.put('a', 'b');
    await node.get('a', { consistency: 'all' });
    expect(problemsOf(await (await get(node, '/metrics')).text())).to.equal('');
  });

  it('lets nobody change anything, or learn what it keeps', async () => {
    const node = await start({ found: true, cluster: { name: 'observed', partitions: 16, secret: 'hush' } });
    await node.put('a key of its own', 'a value of its own');
    await eventually(async () => (await get(node, '/readyz')).status === 200);
    const state = async () => {
      const { members, ringId, clusterId } = await membersAt(node);
      const { records, diskBytes, liveBytes } = node.status().storage;
      const lasting = members.map(({ livenessSinceMs: _ms, livenessSince: _at, ...member }) => member);
      return { lasting, ringId, clusterId, records, diskBytes, liveBytes, topology: node.topology().owners };
    };
    const before = await state();
    const target = {
      address: node.adminAddress ?? '',
      connections: LIMITS.adminConnections,
      patienceMs: WITHIN_MS,
    };
    for (const { name, run, needsSmallServer } of ATTACKS) {
      if (!needsSmallServer) expect(await run(target), name).to.equal(undefined);
    }
    await eventually(async () => (await get(node, '/healthz').catch(() => undefined))?.status === 200);
    expect(await state()).to.deep.equal(before);
    const pages = [
      '/',
      '/api/members',
      '/api/status',
      '/api/ring',
      '/api/history',
      '/metrics',
      '/readyz',
      '/healthz',
    ];
    for (const page of [...pages, '/nowhere']) {
      expect(await (await get(node, page)).text(), page).to.not.match(/hush|of its own/);
    }
  });

  it('is 200 above the client port, or another where that is taken', async () => {
    const clientPort = await freePortBelow(65_000);
    const one = await start({ found: true, clientPort });
    expect(one.adminAddress).to.equal(`127.0.0.1:${clientPort + 200}`);
    await one.stop();
    const squatter = await listenAt(clientPort + 200);
    try {
      const other = await start({ found: true, clientPort });
      expect(other.adminAddress)
        .to.match(/^127\.0\.0\.1:\d+$/)
        .and.not.equal(one.adminAddress);
      expect((await get(other, '/healthz')).status).to.equal(200);
    } finally {
      squatter.close();
    }
  });

  it('keeps the node from starting where the one that was chosen is taken, and nothing is left running', async () => {
    const one = await start({ found: true });
    const adminPort = Number(one.adminAddress?.split(':')[1]);
    const dataDirectory = path.join(nodes.folder, 'refused');
    const refusal: unknown = await start({ found: true, adminPort, dataDirectory }).catch(
      (error: unknown) => error,
    );
    expect(refusal).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
    expect((await start({ found: true, dataDirectory })).isActive, 'the directory is free again').to.be.true;
  });

  it('is not there where it is off', async () => {
    const node = await start({ found: true, adminPort: 'off' });
    expect(node.adminAddress).to.equal(undefined);
  });

  it('is closed when the node has stopped', async () => {
    const node = await start({ found: true });
    await node.stop();
    expect(await get(node, '/healthz').catch(() => 'nobody there')).to.equal('nobody there');
  });
});

describe('the option adminPort', () => {
  it('is a port, auto or off', () => {
    expect(configurationOf({})).to.include({ adminHost: '127.0.0.1', adminPort: 'auto' });
    for (const adminPort of [0, 7600, 'auto', 'off'] as const) {
      expect(configurationOf({ adminPort }).adminPort).to.equal(adminPort);
    }
    for (const adminPort of [-1, 65_536, 1.5, 'none', '7600', true]) {
      expect(() => configurationOf({ adminPort } as ConfigurationInput)).to.throw(
        `adminPort: it is ${JSON.stringify(adminPort)}; give a whole number from 0 to 65535, or "auto" or "off"`,
      );
    }
  });
});

function listenAt(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function freePort(): Promise<number> {
  const server = await listenAt(0);
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A free port with a free one 200 above it. */
async function freePortBelow(limit: number): Promise<number> {
  for (;;) {
    const port = await freePort();
    const above = port < limit && (await listenAt(port + 200).catch(() => undefined));
    if (!above) continue;
    await new Promise((resolve) => above.close(resolve));
    return port;
  }
}
