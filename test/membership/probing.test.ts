import { expect } from 'chai';
import { LIMITS } from '../../src/base/limits.ts';
import { DEFAULT_SWIM_OPTIONS } from '../../src/membership/swim-options.ts';
import { SingleCore, bodiesIn, messagesIn } from './single-core.ts';

const { probeIntervalMs, ackTimeoutMs } = DEFAULT_SWIM_OPTIONS;

/** Probes `peer` at once, and gives the ping's sequence number. */
function startProbe(core: SingleCore, peer: string): number {
  const [ping] = bodiesIn(core.tell({ kind: 'peerUnreachable', peer }), 'ping');
  return ping!.sequence;
}

describe('probing', () => {
  it('probes one member in each interval', () => {
    const core = new SingleCore(['b']);
    const pings = bodiesIn(core.run(10 * probeIntervalMs), 'ping');
    expect(pings.length).to.be.within(2, 10);
  });

  it('answers a ping with its sequence and this node’s wall clock', () => {
    const core = new SingleCore(['b']);
    core.run(5);
    const acks = bodiesIn(core.hear('b', { kind: 'ping', sequence: 7 }), 'ack');
    expect(acks).to.deep.equal([{ kind: 'ack', sequence: 7, wallMs: 1_800_000_000_005, to: 'b' }]);
  });

  it('asks three others when the ack is late (SWIM 3.1)', () => {
    const core = new SingleCore(['b', 'c', 'd', 'e', 'f']);
    const sequence = startProbe(core, 'b');
    const requests = bodiesIn(core.run(ackTimeoutMs), 'pingRequest').filter((r) => r.sequence === sequence);
    expect(requests.map(({ target }) => target)).to.deep.equal(['b', 'b', 'b']);
    expect(new Set(requests.map(({ to }) => to)).size).to.equal(3);
    expect(requests.map(({ to }) => to)).not.to.include('b');
  });

  it('suspects a member that neither it nor anybody else hears of', () => {
    const core = new SingleCore(['b', 'c']);
    startProbe(core, 'b');
    core.run(probeIntervalMs - 1);
    expect(core.liveness('b')).to.equal('alive');
    core.run(1);
    expect(core.liveness('b')).to.equal('suspect');
  });

  for (const [who, from] of [
    ['the member itself', 'b'],
    ['a member that was asked', 'c'],
  ] as const) {
    it(`does not suspect after an ack from ${who}`, () => {
      const core = new SingleCore(['b', 'c']);
      const sequence = startProbe(core, 'b');
      core.run(ackTimeoutMs);
      core.hear(from, { kind: 'ack', sequence, wallMs: 0 });
      core.run(ackTimeoutMs);
      expect(core.liveness('b')).to.equal('alive');
    });
  }

  it('counts no ack from somebody who was not asked, and none to another question', () => {
    const core = new SingleCore(['b', 'c']);
    const sequence = startProbe(core, 'b');
    core.hear('c', { kind: 'ack', sequence, wallMs: 0 });
    core.hear('b', { kind: 'ack', sequence: sequence + 1000, wallMs: 0 });
    core.run(probeIntervalMs);
    expect(core.liveness('b')).to.equal('suspect');
  });

  it('does not suspect a member that has refuted something during the probe', () => {
    const core = new SingleCore(['b', 'c']);
    startProbe(core, 'b');
    core.hearOf('b', 'alive', 9, 'b');
    core.run(probeIntervalMs);
    expect(core.liveness('b')).to.equal('alive');
  });

  it('draws no conclusion from a probe during which it was asleep itself', () => {
    const core = new SingleCore(['b', 'c']);
    startProbe(core, 'b');
    core.sleep(5000);
    core.run(0);
    expect(core.liveness('b')).to.equal('alive');
  });

  it('probes a peer at once when its connection breaks, but only once', () => {
    const core = new SingleCore(['b']);
    expect(bodiesIn(core.tell({ kind: 'peerUnreachable', peer: 'b' }), 'ping')).to.have.length(1);
    expect(bodiesIn(core.tell({ kind: 'peerUnreachable', peer: 'b' }), 'ping')).to.have.length(0);
    expect(bodiesIn(core.tell({ kind: 'peerUnreachable', peer: 'nobody' }), 'ping')).to.have.length(0);
  });

  it('bounds the probes under way when all connections break', () => {
    const peers = Array.from({ length: 2 * LIMITS.probesAtOnce }, (_, i) => `p${i}`);
    const core = new SingleCore(peers);
    const pings = peers.flatMap((peer) => bodiesIn(core.tell({ kind: 'peerUnreachable', peer }), 'ping'));
    expect(pings).to.have.length(LIMITS.probesAtOnce);
  });

  it('neither probes nor asks a dead member, or one of which no address is known', () => {
    const core = new SingleCore(['b', 'c']);
    core.hearOf('c', 'dead', 1, 'c');
    core.hearOf('unaddressed', 'alive', 1);
    const effects = core.run(700);
    expect(new Set(bodiesIn(effects, 'ping').map(({ to }) => to))).to.deep.equal(new Set(['b']));
    expect(bodiesIn(effects, 'pingRequest')).to.deep.equal([]);
  });
});

describe('a probe whose target has to be connected to first', () => {
  /** When the target is suspected, in ms after its probe began. */
  function suspectedAfterMs(act: (core: SingleCore, target: string) => void): number {
    const core = new SingleCore(['b']);
    core.run(DEFAULT_SWIM_OPTIONS.probeIntervalMs);
    const beganMs = core.nowMs - ((core.nowMs - firstProbeMs(core)) % DEFAULT_SWIM_OPTIONS.probeIntervalMs);
    act(core, 'b');
    while (core.liveness('b') === 'alive' && core.nowMs < 10_000) core.run(1);
    return core.nowMs - beganMs;
  }

  function firstProbeMs(core: SingleCore): number {
    const timer = core.effects.find(
      (effect) => effect.kind === 'schedule' && effect.timer.kind === 'ackTimeout',
    );
    return timer?.kind === 'schedule' ? timer.timer.dueMs - DEFAULT_SWIM_OPTIONS.ackTimeoutMs : 0;
  }

  const ordinary = suspectedAfterMs(() => {});

  it('is given a second more', () => {
    const connecting = suspectedAfterMs((core, peer) => void core.tell({ kind: 'connecting', peer }));
    expect(connecting - ordinary).to.be.within(990, 1010);
  });

  it('is given no more than that, however long it takes', () => {
    const forEver = suspectedAfterMs((core, peer) => {
      for (let i = 0; i < 15; i++) {
        core.tell({ kind: 'connecting', peer });
        core.run(100);
      }
    });
    expect(forEver).to.be.at.most(1700);
  });

  it('is over at once where it can’t be connected to', () => {
    const failed = suspectedAfterMs((core, peer) => {
      core.tell({ kind: 'connecting', peer });
      core.run(500);
      core.tell({ kind: 'connectFailed', peer });
    });
    expect(failed - ordinary).to.be.below(600);
  });
});

describe('probing for others', () => {
  it('pings the target and passes its ack on under the asking member’s sequence', () => {
    const core = new SingleCore(['b', 'c']);
    const [ping] = bodiesIn(core.hear('b', { kind: 'pingRequest', sequence: 77, target: 'c' }), 'ping');
    expect(ping!.to).to.equal('c');
    const acks = bodiesIn(core.hear('c', { kind: 'ack', sequence: ping!.sequence, wallMs: 5 }), 'ack');
    expect(acks).to.deep.equal([{ kind: 'ack', sequence: 77, wallMs: 5, to: 'b' }]);
  });

  it('says in time that it is well when the target is silent (Lifeguard IV-A), and passes on a slow ack', () => {
    const core = new SingleCore(['b', 'c']);
    const [ping] = bodiesIn(core.hear('b', { kind: 'pingRequest', sequence: 77, target: 'c' }), 'ping');
    const nacks = bodiesIn(core.run(ackTimeoutMs - 1), 'nack');
    expect(nacks).to.deep.equal([{ kind: 'nack', sequence: 77, to: 'b' }]);
    const acks = bodiesIn(core.hear('c', { kind: 'ack', sequence: ping!.sequence, wallMs: 5 }), 'ack');
    expect(acks.map(({ to }) => to)).to.deep.equal(['b']);
  });

  it('takes no ack from anybody but the target', () => {
    const core = new SingleCore(['b', 'c']);
    const [ping] = bodiesIn(core.hear('b', { kind: 'pingRequest', sequence: 77, target: 'c' }), 'ping');
    expect(
      bodiesIn(core.hear('b', { kind: 'ack', sequence: ping!.sequence, wallMs: 5 }), 'ack'),
    ).to.deep.equal([]);
  });

  it('pings nobody for others who is no member', () => {
    const core = new SingleCore(['b', 'c']);
    const effects = core.hear('b', { kind: 'pingRequest', sequence: 1, target: 'anything' });
    expect(messagesIn(effects, 'anything')).to.deep.equal([]);
  });

  it('bounds how many it has under way, for any one and for all', () => {
    const core = new SingleCore(['b', 'c']);
    const requesters = Array.from({ length: 40 }, (_, i) => `requester ${i}`);
    const pings = requesters.map(
      (requester) =>
        Array.from({ length: 40 }, (_, sequence) =>
          bodiesIn(core.hear(requester, { kind: 'pingRequest', sequence, target: 'c' }), 'ping'),
        ).flat().length,
    );
    expect(pings[0]).to.equal(LIMITS.relayedProbesEach);
    expect(pings.reduce((sum, count) => sum + count, 0)).to.equal(LIMITS.relayedProbes);
    core.run(1000);
    expect(
      bodiesIn(core.hear('b', { kind: 'pingRequest', sequence: 1, target: 'c' }), 'ping'),
    ).to.have.length(1);
  });
});

describe('the local health in probing', () => {
  it('gives others more time when nobody answers at all', () => {
    const core = new SingleCore(['b', 'c', 'd', 'e']);
    startProbe(core, 'b');
    core.run(probeIntervalMs);
    expect(core.swim.healthMultiplier).to.be.at.least(4);
  });

  it('gives others more time when its own event loop is late, and recovers with good probes', () => {
    const core = new SingleCore(['b']);
    core.tell({ kind: 'eventLoopLag', lagMs: ackTimeoutMs / 2 });
    expect(core.swim.healthMultiplier).to.equal(1);
    core.tell({ kind: 'eventLoopLag', lagMs: 2 * ackTimeoutMs });
    expect(core.swim.healthMultiplier).to.equal(3);
    const sequence = startProbe(core, 'b');
    core.run(probeIntervalMs);
    expect(core.liveness('b')).to.equal('alive');
    core.hear('b', { kind: 'ack', sequence, wallMs: 0 });
    expect(core.swim.healthMultiplier).to.equal(2);
  });

  it('suffers when others suspect it', () => {
    const core = new SingleCore(['b']);
    core.hearOf('self', 'suspect', 1);
    expect(core.swim.healthMultiplier).to.equal(2);
  });
});
