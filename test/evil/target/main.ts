/** The process that the attacked cluster runs in: does what the process of the tests asks, and ends with it. */
import { HostedCluster } from './hosted-cluster.ts';
import { MEMBERSHIP_BUGS } from './membership-bugs.ts';
import { refusals } from './refusals.ts';
import { TRANSPORT_BUGS } from './transport-bugs.ts';
import type { TargetAnswer, TargetRequest, TargetRequests, Usage } from './target-requests.ts';

const BUGS = { ...TRANSPORT_BUGS, ...MEMBERSHIP_BUGS };

let cluster: HostedCluster | undefined;
const removals: (() => void)[] = [];

function running(): HostedCluster {
  if (cluster === undefined) throw new Error('no cluster is running');
  return cluster;
}

const requests: TargetRequests = {
  async start(options) {
    cluster = await HostedCluster.start(options);
    return cluster.addresses();
  },
  async stop() {
    for (const remove of removals.splice(0)) remove();
    await cluster?.stop();
    cluster = undefined;
  },
  plant: (bug) => void removals.push(BUGS[bug]()),
  kill: (index) => running().kill(index),
  restart: (index) => running().restart(index),
  copy: (index) => running().copy(index),
  lure: (address) => running().lure(address),
  endOthers: () => running().endOthers(),
  snapshot: () => running().snapshot(),
  read: () => running().read(),
  write: () => running().write(),
  count: (counter) => running().count(counter),
  refusals: (peer) => refusals.filter((line) => line.startsWith(peer)),
  clockErrorMs: () => running().clockErrorMs(),
  usage,
};

let collectedMs = 0;

function usage(): Usage {
  const beforeMs = cpuMs();
  // What the first collection finalises, such as the memory of buffers, only the second one frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  collectedMs += cpuMs() - beforeMs;
  return {
    heapBytes: heapUsed + external,
    sockets: process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length,
    cpuMs: cpuMs() - collectedMs,
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function answer({ id, name, args }: TargetRequest): Promise<TargetAnswer> {
  try {
    const handlers: Readonly<Record<string, (...given: never[]) => unknown>> = { ...requests };
    return { id, result: await handlers[name]!(...(args as never[])) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}

process.on('message', (request: TargetRequest) => {
  void answer(request).then((reply) => process.send!(reply));
});
process.on('disconnect', () => process.exit());
