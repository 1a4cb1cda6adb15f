import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { type MembershipEvent, MembershipEvents } from '../../src/node/membership-events.ts';
import { GossipWorld } from '../gossip/gossip-world.ts';

/** Events of one node, as text. */
function linesOf(events: MembershipEvents): string[] {
  const lines: string[] = [];
  events.add((event) => lines.push(lineOf(event)));
  return lines;
}

function lineOf(event: MembershipEvent): string {
  switch (event.kind) {
    case 'liveness':
      return `${event.peer} is ${event.liveness}, was ${event.previous ?? 'unknown'}`;
    case 'intent':
      return `${event.peer} wants to be ${event.status}, was ${event.previous ?? 'unknown'}`;
    case 'storageReplaced':
      return `${event.peer} has another storage`;
    case 'localHealth':
      return `own health ${event.multiplier}`;
    case 'expelled':
      return `expelled: ${event.reason.code}`;
  }
}

/** What would have ended the process meanwhile. */
async function uncaughtDuring(run: () => Promise<void>): Promise<unknown[]> {
  const others = process.listeners('uncaughtException');
  const thrown: unknown[] = [];
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => thrown.push(error));
  try {
    await run();
    await new Promise(setImmediate);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const other of others) process.on('uncaughtException', other);
  }
  return thrown;
}

const NEVER = new Promise<undefined>(() => undefined);

describe('the events of the membership', () => {
  it('tell of a member that comes, changes, dies and comes back with another disk', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(1);
    const lines = linesOf(new MembershipEvents({ gossip: founder!.gossip, ended: NEVER }));

    const newcomer = await world.add('n1', { bootstrap: [founder!.port.address] });
    await world.time.run(world.time.nowMs + 2000);
    newcomer.gossip.updateOwnIntent({ zone: 'elsewhere' });
    await world.time.run(world.time.nowMs + 2000);
    expect(lines.splice(0)).to.deep.equal([
      'n1 is alive, was unknown',
      'n1 wants to be joining, was unknown',
      'n1 wants to be active, was joining',
    ]);

    world.kill('n1');
    await world.time.run(world.time.nowMs + 20_000);
    expect(lines.splice(0).filter((line) => line.startsWith('n1'))).to.deep.equal([
      'n1 is suspect, was alive',
      'n1 is dead, was suspect',
    ]);

    const again = await world.make('n1');
    await world.time.settle(
      again.gossip.start({
        zone: '',
        weight: 100,
        addresses: again.port.addresses(),
        clientAddress: '',
        complete: new Uint8Array(),
        storageId: 'another disk',
        replaces: '',
      }),
      20_000,
    );
    await world.time.run(world.time.nowMs + 20_000);
    expect(lines).to.include('n1 is alive, was dead').and.include('n1 has another storage');
    expect(founder!.gossip.observations.storageReplacedMs('n1', founder!.process.clock.monotonicMs()))
      .to.be.greaterThan(0)
      .and.be.at.most(20_000);
    expect(founder!.gossip.observations.storageReplacedMs('n0', 0)).to.equal(undefined);
  });

  it('tell when this peer is slow itself, once for each change, and when it is well again', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(3);
    const lines = linesOf(new MembershipEvents({ gossip: founder!.gossip, ended: NEVER }));
    world.network.block('n0', 'n1');
    world.network.block('n0', 'n2');
    await world.time.run(world.time.nowMs + 3000);
    world.network.heal();
    await world.time.run(world.time.nowMs + 30_000);
    const healths = lines.filter((line) => line.startsWith('own health'));
    expect(healths[0]).to.equal('own health 2');
    expect(healths.at(-1)).to.equal('own health 1');
    healths.slice(1).forEach((line, index) => expect(line).to.not.equal(healths[index]));
  });

  it('know what members wanted to be before the first change that is told', async () => {
    const world = new GossipWorld();
    const [founder, other] = await world.cluster(2);
    await world.time.run(world.time.nowMs + 2000);
    const lines = linesOf(new MembershipEvents({ gossip: founder!.gossip, ended: NEVER }));
    other!.gossip.updateOwnIntent({ status: 'leaving' });
    await world.time.run(world.time.nowMs + 2000);
    expect(lines).to.deep.equal(['n1 wants to be leaving, was active']);
  });

  it('tell why the node stopped of itself, and nothing where it was told to', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(1);
    const { gossip } = founder!;
    const why = new StarlingError('FORBIDDEN', 'this peer was removed');
    const expelled = linesOf(new MembershipEvents({ gossip, ended: Promise.resolve(why) }));
    const stopped = linesOf(new MembershipEvents({ gossip, ended: Promise.resolve(undefined) }));
    await new Promise(setImmediate);
    expect(expelled).to.deep.equal(['expelled: FORBIDDEN']);
    expect(stopped).to.deep.equal([]);
  });

  it('leave the node alone where a listener throws, which fails the program', async () => {
    const world = new GossipWorld();
    const [founder, other] = await world.cluster(2);
    await world.time.run(world.time.nowMs + 2000);
    const events = new MembershipEvents({ gossip: founder!.gossip, ended: NEVER });
    events.add(() => {
      throw new Error('a bug of the program');
    });
    const lines = linesOf(events);
    const thrown = await uncaughtDuring(async () => {
      other!.gossip.updateOwnIntent({ status: 'leaving' });
      await world.time.run(world.time.nowMs + 2000);
    });
    expect(thrown.map(String)).to.deep.equal(['Error: a bug of the program']);
    expect(lines).to.deep.equal(['n1 wants to be leaving, was active']);
    expect(world.intentAt(founder!, 'n1')?.status).to.equal('leaving');
  });

  it('are told to every listener, to none that has gone, and each only after the change', async () => {
    const world = new GossipWorld();
    const [founder, other] = await world.cluster(2);
    await world.time.run(world.time.nowMs + 2000);
    const events = new MembershipEvents({ gossip: founder!.gossip, ended: NEVER });
    const seen: string[] = [];
    const statusAtThatTime = () => world.intentAt(founder!, 'n1')?.status;
    const offFirst = events.add((event) => {
      if (event.kind === 'intent') seen.push(`first ${event.status} ${statusAtThatTime()}`);
      offSecond();
    });
    const offSecond = events.add(() => seen.push('second'));
    events.add(({ kind }) => seen.push(`third ${kind}`));
    other!.gossip.updateOwnIntent({ status: 'leaving' });
    await world.time.run(world.time.nowMs + 2000);
    expect(seen).to.deep.equal(['first leaving leaving', 'third intent']);
    offFirst();
    other!.gossip.updateOwnIntent({ status: 'left' });
    await world.time.run(world.time.nowMs + 2000);
    expect(seen.slice(2).filter((line) => line.startsWith('first'))).to.deep.equal([]);
    expect(seen.slice(2)).to.include('third intent');
  });
});
