import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import type { BootstrapFailure } from '../../src/gossip/gossip-events.ts';
import { type GossipNode, GossipWorld } from './gossip-world.ts';

function toldOf(node: GossipNode, event: string): unknown[] {
  return node.told.filter((line) => line.event === event).map(({ argument }) => argument);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error as StarlingError).code,
  );
}

describe('gossip: joining', () => {
  it('makes one cluster of a founder and of nodes that know its address', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(5);
    expect(await world.time.runUntil(() => world.isConverged(), 2000)).to.equal(true);
    expect(nodes.map((node) => toldOf(node, 'arrived')[0])).to.deep.equal([
      'founded',
      'joined',
      'joined',
      'joined',
      'joined',
    ]);
    expect(nodes[4]!.gossip.addressesOf('n2')).to.deep.equal(nodes[2]!.port.addresses());
  });

  it('works through any member, not the founder alone', async () => {
    const world = new GossipWorld();
    const [, second] = await world.cluster(2);
    await world.add('late', { bootstrap: [second!.port.address] });
    expect(await world.time.runUntil(() => world.isConverged(), 2000)).to.equal(true);
  });

  it('goes on trying for ever, saying so ever more seldom, until a member answers', async () => {
    const world = new GossipWorld();
    const address = '/virtual/nobody-yet';
    const newcomer = await world.make('newcomer', { bootstrap: [address] });
    const joined = world.start(newcomer);
    await world.time.run(120_000);
    const failures = toldOf(newcomer, 'bootstrapFailed') as BootstrapFailure[];
    expect(failures.length).to.be.within(10, 30);
    expect(failures[0]).to.deep.include({ addresses: [address], attempt: 1 });
    expect(failures[0]!.error).to.be.instanceOf(StarlingError);
    expect(failures.at(-1)!.retryInMs).to.be.within(7500, 12_500);
    expect(toldOf(newcomer, 'arrived')).to.deep.equal([]);

    world.network.join('n0', world.time.process('reserve the address'), address);
    await world.add('n0', { found: true });
    expect(await world.time.settle(joined, 15_000)).to.equal('joined');
  });

  it('never makes a cluster of newcomers that know only each other', async () => {
    const world = new GossipWorld();
    const a = await world.make('a');
    const b = await world.make('b', { bootstrap: [a.port.address] });
    const seesOthers = await world.make('a2', { bootstrap: [b.port.address] });
    for (const node of [b, seesOthers]) world.start(node).catch(() => undefined);
    await world.time.run(60_000);
    expect(seesOthers.gossip.liveness('b')).to.equal('alive');
    expect([...toldOf(b, 'arrived'), ...toldOf(seesOthers, 'arrived')]).to.deep.equal([]);
  });

  it('refuses to start with nothing to join and no leave to found a cluster', async () => {
    const world = new GossipWorld();
    const node = await world.make('n0');
    expect(await codeOf(world.start(node))).to.equal('CONFIGURATION');
  });

  it('does not mind its own address among the bootstrap addresses', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(1);
    const node = await world.make('n1');
    await world.add('n1', { bootstrap: [node.port.address, founder!.port.address] });
    expect(await world.time.runUntil(() => world.isConverged(), 2000)).to.equal(true);
  });

  it('ends the wait for a cluster with an error when the node is stopped', async () => {
    const world = new GossipWorld();
    const node = await world.make('n1', { bootstrap: ['/virtual/nobody'] });
    const code = codeOf(world.start(node));
    await world.time.run(1000);
    await world.time.settle(node.gossip.stop({ graceful: false }), 1000);
    expect(await code).to.equal('STOPPED');
  });
});

describe('gossip: restarting', () => {
  it('goes on as the same member without any bootstrap address', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(3);
    await world.time.run(5000);
    const before = nodes[1]!.gossip.members().find(({ peer }) => peer === 'n1')!.incarnation;
    world.kill('n1');
    await world.time.run(10_000);
    expect(nodes[0]!.gossip.liveness('n1')).to.equal('dead');

    const restarted = await world.make('n1');
    expect(await world.time.settle(world.start(restarted), 1000)).to.equal('resumed');
    expect(await world.time.runUntil(() => world.isConverged(), 2000)).to.equal(true);
    const [again] = restarted.gossip.members().filter(({ peer }) => peer === 'n1');
    expect(again!.incarnation).to.be.greaterThan(before);
  });

  it('uses no incarnation and no counter twice, though nobody is there to remind it', async () => {
    const world = new GossipWorld();
    await world.cluster(1);
    await world.time.run(5000);
    const lives = ['first', 'second', 'third'].map(() => ({ incarnation: 0, counter: 0 }));
    for (const life of lives) {
      world.kill('n0');
      const node = await world.make('n0');
      await world.time.settle(world.start(node), 1000);
      life.incarnation = node.gossip.members()[0]!.incarnation;
      life.counter = world.intentAt(node, 'n0')!.counter;
    }
    expect(lives.map(({ incarnation }) => incarnation)).to.deep.equal([2, 3, 4]);
    expect(lives.map(({ counter }) => counter)).to.deep.equal([3, 4, 5]);
  });

  it('brings back a whole cluster that was killed at once, from the address books alone', async () => {
    const world = new GossipWorld();
    await world.cluster(4);
    await world.time.run(5000);
    for (const name of ['n0', 'n1', 'n2', 'n3']) world.kill(name);
    await world.time.run(5000);
    for (const name of ['n3', 'n0', 'n2', 'n1']) {
      const node = await world.make(name);
      expect(await world.time.settle(world.start(node), 1000)).to.equal('resumed');
      await world.time.run(world.time.nowMs + 4000);
    }
    expect(await world.time.runUntil(() => world.isConverged(), 30_000)).to.equal(true);
  });

  it('is found at its new address', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(3);
    await world.time.run(5000);
    world.kill('n1');
    world.network.join('n1', world.time.process('moved'), '/virtual/elsewhere');
    const moved = await world.make('n1');
    await world.time.settle(world.start(moved), 1000);
    const allKnow = () =>
      nodes.every(
        ({ gossip, process }) => !process.isAlive || gossip.addressesOf('n1')[0] === '/virtual/elsewhere',
      );
    expect(await world.time.runUntil(allKnow, 5000)).to.equal(true);
    await world.time.run(world.time.nowMs + 15_000);
    expect(world.isConverged()).to.equal(true);
  });

  it('goes on above its old intent, as the member it was, when its state was lost', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(3);
    nodes[1]!.gossip.updateOwnIntent({ weight: 7 });
    await world.time.run(5000);
    const before = world.intentAt(nodes[0]!, 'n1')!.counter;
    world.kill('n1');
    world.disks.delete('n1');
    await world.time.run(10_000);
    await world.add('n1', { bootstrap: [nodes[0]!.port.address] });
    expect(await world.time.runUntil(() => world.isConverged(), 5000)).to.equal(true);
    expect(world.intentAt(nodes[0]!, 'n1')).to.deep.include({
      status: 'active',
      weight: 7,
      next: { zone: '', weight: 100 },
    });
    expect(world.intentAt(nodes[0]!, 'n1')!.counter).to.be.greaterThan(before);
  });

  it('joins as a new member after it had left', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(3);
    nodes[1]!.gossip.updateOwnIntent({ status: 'left' });
    await world.time.settle(nodes[1]!.gossip.stop({ graceful: true }), 1000);
    world.kill('n1');
    const again = await world.make('n1');
    await world.time.settle(world.start(again), 1000);
    await world.time.run(world.time.nowMs + 1000);
    expect(world.intentAt(nodes[0]!, 'n1')?.status).to.equal('joining');
  });

  it('is over for a peer that was removed while it ran, and it refuses to start again', async () => {
    const world = new GossipWorld();
    const [founder, removed] = await world.cluster(2);
    founder!.gossip.beginRemoval('n1');
    await world.time.run(1000);
    const [why] = toldOf(removed!, 'expelled') as StarlingError[];
    expect(why?.code).to.equal('FORBIDDEN');
    world.kill('n1');
    expect(await codeOf(world.start(await world.make('n1')))).to.equal('FORBIDDEN');
  });

  it('is over for a peer that was removed while it was away, once it hears of it', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(3);
    world.kill('n1');
    founder!.gossip.beginRemoval('n1');
    await world.time.run(5000);
    const returned = await world.make('n1');
    await world.time.settle(world.start(returned), 20_000);
    const isExpelled = () => toldOf(returned, 'expelled').length > 0;
    expect(await world.time.runUntil(isExpelled, 5000)).to.equal(true);
  });

  it('is refused where the saved state is damaged', async () => {
    const world = new GossipWorld();
    await world.cluster(1);
    await world.time.run(5000);
    world.kill('n0');
    for (const damaged of [
      null,
      7,
      {},
      { format: 1, incarnation: -1 },
      { ...(world.disks.get('n0') as object), ownIntent: '!' },
    ]) {
      world.disks.set('n0', damaged);
      expect(await codeOf(world.start(await world.make('n0')))).to.equal('CONFIGURATION');
    }
  });
});

describe('gossip: running', () => {
  it('tells every member of a changed intent, by the topic at once', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(5);
    await world.time.run(3000);
    nodes[2]!.gossip.updateOwnIntent({ zone: 'attic' });
    const heardMs = world.time.nowMs;
    const allKnow = () => nodes.every((node) => world.intentAt(node, 'n2')?.zone === 'attic');
    expect(await world.time.runUntil(allKnow, 1000, 1)).to.equal(true);
    expect(world.time.nowMs - heardMs).to.be.at.most(20);
  });

  it('tells every member of a changed intent without the topic, too', async () => {
    const world = new GossipWorld();
    const deafen = ({ port }: GossipNode) => {
      port.publish = () => {};
    };
    world.onMade = deafen;
    const founder = await world.add('n0', { found: true });
    const bootstrap = [founder.port.address];
    for (const name of ['n1', 'n2', 'n3']) await world.add(name, { bootstrap });
    expect(await world.time.runUntil(() => world.isConverged(), 2000)).to.equal(true);
    founder.gossip.updateOwnIntent({ zone: 'attic' });
    const allKnow = () =>
      [...world.nodes.values()].every((node) => world.intentAt(node, 'n0')?.zone === 'attic');
    expect(await world.time.runUntil(allKnow, 1000)).to.equal(true);
  });

  it('takes no intent from the topic that was not sealed with the cluster’s secret', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(2);
    await world.time.run(3000);
    const outsider = await world.make('outsider', { secrets: ['a guess'], found: true });
    await world.time.settle(world.start(outsider), 1000);
    outsider.port.publish('/starling/1/intents/test', Uint8Array.of(1, 2, 3));
    await world.time.run(world.time.nowMs + 1000);
    for (const node of nodes) {
      expect(toldOf(node, 'sealRefused').map((error) => (error as StarlingError).code)).to.include.members([
        'FORBIDDEN',
        'PROTOCOL',
      ]);
      expect(node.gossip.liveness('outsider')).to.equal(undefined);
    }
  });

  it('hears on the topic whoever has one of its secrets, while the secret is being changed', async () => {
    const world = new GossipWorld();
    const bootstrap = [(await world.add('n0', { found: true, secrets: ['old'] })).port.address];
    await world.add('n1', { bootstrap, secrets: ['new', 'old'] });
    await world.time.run(3000);
    const [old, both] = [...world.nodes.values()];
    expect([...toldOf(old!, 'sealRefused'), ...toldOf(both!, 'sealRefused')]).to.deep.equal([]);
    const renewed = await world.add('n2', { bootstrap, secrets: ['new'] });
    await world.time.run(world.time.nowMs + 3000);
    expect(toldOf(both!, 'sealRefused')).to.deep.equal([]);
    expect(toldOf(old!, 'sealRefused')).to.not.be.empty;
    both!.gossip.updateOwnIntent({ zone: 'attic' });
    await world.time.run(world.time.nowMs + 1000);
    expect(world.intentAt(renewed, 'n1')?.zone).to.equal('attic');
    expect(world.intentAt(old!, 'n1')?.zone).to.equal('attic');
  });

  it('notices within 3 s that a member was killed', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(5);
    await world.time.runUntil(() => world.isConverged(), 2000);
    world.kill('n3');
    const allKnow = () => [...world.nodes.values()].every(({ gossip }) => gossip.liveness('n3') === 'dead');
    expect(await world.time.runUntil(allKnow, 3000)).to.equal(true);
    expect(world.intentAt(nodes[0]!, 'n3')?.status).to.equal('active');
  });

  it('notices at once, and suspects nobody, when a member stops gracefully', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(5);
    await world.time.runUntil(() => world.isConverged(), 2000);
    const changes: string[] = [];
    nodes[0]!.gossip.onLiveness(({ peer, liveness }) => changes.push(`${peer} ${liveness}`));
    await world.time.settle(nodes[3]!.gossip.stop({ graceful: true }), 1000);
    world.kill('n3');
    await world.time.run(world.time.nowMs + 500);
    expect(changes).to.deep.equal(['n3 dead']);
  });

  it('finds the other half of a healed split unaided', async () => {
    const world = new GossipWorld();
    await world.cluster(6);
    await world.time.runUntil(() => world.isConverged(), 2000);
    world.network.split(['n0', 'n1', 'n2'], ['n3', 'n4', 'n5']);
    await world.time.run(60_000);
    expect(world.nodes.get('n0')!.gossip.liveness('n5')).to.equal('dead');
    expect(world.nodes.get('n5')!.gossip.liveness('n0')).to.equal('dead');
    world.network.heal();
    expect(await world.time.runUntil(() => world.isConverged(), 40_000)).to.equal(true);
  });

  it('blames itself and not the others when it was stopped for a while', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(4);
    await world.time.runUntil(() => world.isConverged(), 2000);
    const changes: string[] = [];
    nodes[1]!.gossip.onLiveness(({ peer, liveness }) => changes.push(`${peer} ${liveness}`));
    nodes[1]!.process.pause();
    await world.time.run(world.time.nowMs + 8000);
    expect(nodes[0]!.gossip.liveness('n1')).to.equal('dead');
    nodes[1]!.process.resume();
    expect(await world.time.runUntil(() => world.isConverged(), 20_000)).to.equal(true);
    expect(toldOf(nodes[1]!, 'eventLoopLagged').length).to.be.greaterThan(0);
    expect(toldOf(nodes[1]!, 'refuted').length).to.be.greaterThan(0);
    expect(changes.filter((change) => change.endsWith('dead'))).to.deep.equal([]);
  });

  it('agrees on the time though one machine’s clock is an hour ahead', async () => {
    const world = new GossipWorld();
    const nodes = await world.cluster(3);
    nodes[1]!.process.setWallErrorMs(3_600_000);
    await world.time.run(world.time.nowMs + 30_000);
    const [a, b, c] = nodes.map(({ gossip }) => gossip.clusterTimeMs());
    expect(Math.abs(a! - b!)).to.be.at.most(20);
    expect(Math.abs(a! - c!)).to.be.at.most(20);
    expect(nodes[0]!.process.clock.wallMs() - a!).to.be.within(-20, 20);
  });

  it('calls listeners back until they end that', async () => {
    const world = new GossipWorld();
    const [founder] = await world.cluster(1);
    const heard: string[] = [];
    const end = founder!.gossip.onIntents((changed) =>
      heard.push(...changed.map(({ peer, status }) => `${peer} ${status}`)),
    );
    await world.add('n1', { bootstrap: [founder!.port.address] });
    await world.time.run(world.time.nowMs + 1000);
    expect(heard).to.include.members(['n1 joining', 'n1 active']);
    end();
    heard.length = 0;
    founder!.gossip.updateOwnIntent({ weight: 5 });
    expect(heard).to.deep.equal([]);
  });

  it('does nothing any more once it was stopped', async () => {
    const world = new GossipWorld();
    const [founder, second] = await world.cluster(2);
    await world.time.settle(second!.gossip.stop({ graceful: false }), 1000);
    await second!.gossip.stop({ graceful: true });
    const intent = world.intentAt(second!, 'n1');
    second!.gossip.updateOwnIntent({ weight: 5 });
    expect(world.intentAt(second!, 'n1')).to.deep.equal(intent);
    await world.time.run(world.time.nowMs + 5000);
    expect(founder!.gossip.liveness('n1')).to.equal('dead');
  });
});
