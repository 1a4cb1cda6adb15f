import { expect } from 'chai';
import { Handshake, type HandshakeStep, type HandshakeTerms } from '../../src/transport/handshake.ts';
import { NONCE_BYTES } from '../../src/transport/hello.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { SeededRandom } from '../simulation/world/seeded-random.ts';
import { type NodeOptions, testTerms } from './lane-world.ts';

type Frame = starling.v1.HandshakeFrame.$Properties;

const random = new SeededRandom(1);

function end(role: 'opener' | 'acceptor', terms: HandshakeTerms, self: string, peer: string): Handshake {
  return new Handshake(role, terms, { self, peer, nonce: random.bytes(NONCE_BYTES) });
}

/** As it comes out at the other end of a wire. */
function overTheWire(frame: Frame): Frame {
  const { HandshakeFrame } = starling.v1;
  return HandshakeFrame.decode(HandshakeFrame.encode(frame).finish());
}

/** Lets two ends talk until neither has anything to say; gives how it ended for each. */
function converse(
  opener: Handshake,
  acceptor: Handshake,
): { opener: HandshakeStep; acceptor: HandshakeStep } {
  const last: { opener: HandshakeStep; acceptor: HandshakeStep } = {
    opener: { kind: 'wait' },
    acceptor: { kind: 'wait' },
  };
  let speaker: 'opener' | 'acceptor' = 'opener';
  let word = opener.begin();
  while (word !== undefined) {
    speaker = speaker === 'opener' ? 'acceptor' : 'opener';
    if (last[speaker].kind !== 'wait') break;
    const step: HandshakeStep = (speaker === 'opener' ? opener : acceptor).handle(overTheWire(word));
    last[speaker] = step;
    word = step.say;
  }
  return last;
}

function meet(ofOpener: NodeOptions, ofAcceptor: NodeOptions) {
  const opener = testTerms(ofOpener);
  const acceptor = testTerms(ofAcceptor);
  const result = converse(end('opener', opener, 'a', 'b'), end('acceptor', acceptor, 'b', 'a'));
  return { ...result, clusterIds: [opener.clusterId(), acceptor.clusterId()] };
}

function reasonOf(step: HandshakeStep): string {
  return step.kind === 'refused' ? `${step.error.code}: ${step.error.message}` : step.kind;
}

describe('the handshake', () => {
  it('opens where both ends know the secret and agree on the terms', () => {
    const { opener, acceptor } = meet({}, {});
    expect([opener.kind, acceptor.kind]).to.deep.equal(['open', 'open']);
  });

  it('opens without a secret where neither end has one', () => {
    const { opener, acceptor } = meet({ secret: '' }, { secret: '' });
    expect([opener.kind, acceptor.kind]).to.deep.equal(['open', 'open']);
  });

  it('refuses another secret, and both ends learn that', () => {
    for (const [ours, theirs] of [
      ['one', 'two'],
      ['one', ''],
      ['', 'two'],
    ] as const) {
      const { opener, acceptor } = meet({ secret: ours }, { secret: theirs });
      expect(reasonOf(opener)).to.match(/^FORBIDDEN: .*the cluster secrets differ/);
      expect(reasonOf(acceptor)).to.match(/^FORBIDDEN: .*the cluster secrets differ/);
    }
  });

  it('refuses other terms, and both ends learn which, with both values', () => {
    const cases: [NodeOptions, RegExp][] = [
      [{ cluster: 'herd' }, /cluster names differ: .*herd/],
      [{ replicas: 5 }, /numbers of replicas \(N\) differ: .*5/],
      [{ partitions: 2048 }, /numbers of partitions differ: .*2048/],
      [{ clusterId: 'other' }, /cluster ids differ: .*other/],
    ];
    for (const [difference, reason] of cases) {
      const { opener, acceptor } = meet({ clusterId: 'one', ...difference }, { clusterId: 'one' });
      expect(reasonOf(opener))
        .to.match(reason)
        .and.match(/FORBIDDEN/);
      expect(reasonOf(acceptor))
        .to.match(reason)
        .and.match(/FORBIDDEN/);
    }
  });

  it('refuses another protocol version', () => {
    const acceptor = end('acceptor', testTerms(), 'b', 'a');
    const hello = end('opener', testTerms(), 'a', 'b').begin()!.hello!;
    expect(reasonOf(acceptor.handle({ hello: { ...hello, protocolVersion: 99 } }))).to.match(
      /versions differ: 1 .*99/,
    );
  });

  it('gives the cluster id to an end that has none, whichever it is, and only after the proof', () => {
    expect(meet({ clusterId: 'id' }, {}).clusterIds).to.deep.equal(['id', 'id']);
    expect(meet({}, { clusterId: 'id' }).clusterIds).to.deep.equal(['id', 'id']);
    expect(meet({}, {}).clusterIds).to.deep.equal(['', '']);
    expect(meet({ secret: 'x' }, { clusterId: 'id' }).clusterIds).to.deep.equal(['', 'id']);
    expect(meet({ clusterId: 'id' }, { secret: 'x' }).clusterIds).to.deep.equal(['id', '']);
  });

  it('refuses an end that adopted another cluster id meanwhile', () => {
    const terms = testTerms();
    const opener = end('opener', terms, 'a', 'b');
    const acceptor = end('acceptor', testTerms({ clusterId: 'two' }), 'b', 'a');
    const welcome = acceptor.handle(opener.begin()!).say!;
    terms.adoptClusterId('one');
    expect(reasonOf(opener.handle(welcome))).to.match(/cluster ids differ/);
    expect(terms.clusterId()).to.equal('one');
  });

  it('is not fooled by a recorded conversation', () => {
    const recorded: Frame[] = [];
    const opener = end('opener', testTerms(), 'a', 'b');
    const acceptor = end('acceptor', testTerms(), 'b', 'a');
    recorded.push(opener.begin()!);
    recorded.push(acceptor.handle(recorded[0]!).say!);
    recorded.push(opener.handle(recorded[1]!).say!);
    expect(acceptor.handle(recorded[2]!).kind).to.equal('open');

    const nextAcceptor = end('acceptor', testTerms(), 'b', 'a');
    nextAcceptor.handle(recorded[0]!);
    expect(reasonOf(nextAcceptor.handle(recorded[2]!))).to.match(/secrets differ/);
    const nextOpener = end('opener', testTerms(), 'a', 'b');
    nextOpener.begin();
    expect(reasonOf(nextOpener.handle(recorded[1]!))).to.match(/secrets differ/);
  });

  it('is not fooled by its own words sent back', () => {
    // The attacker "m" doesn't know the secret: it opens to b, and lets b, opening to m, make the proof.
    const bAccepts = end('acceptor', testTerms(), 'b', 'm');
    const bOpens = end('opener', testTerms(), 'b', 'm');
    const helloOfB = bOpens.begin()!;
    const welcomeOfB = bAccepts.handle(helloOfB).say!;
    expect(reasonOf(bOpens.handle(welcomeOfB))).to.match(/secrets differ/);

    const bAcceptsAgain = end('acceptor', testTerms(), 'b', 'm');
    const welcome = bAcceptsAgain.handle(helloOfB).say!;
    expect(reasonOf(bAcceptsAgain.handle({ proof: { proof: welcome.welcome!.proof! } }))).to.match(
      /secrets differ/,
    );
  });

  it('is not fooled by an attacker between two ends whose ids it does not have', () => {
    const opener = end('opener', testTerms(), 'a', 'm');
    const acceptor = end('acceptor', testTerms(), 'b', 'm');
    const welcome = acceptor.handle(opener.begin()!).say!;
    expect(reasonOf(opener.handle(welcome))).to.match(/secrets differ/);
  });

  it('does not prove anything to an acceptor that has not proved itself', () => {
    const opener = end('opener', testTerms(), 'a', 'b');
    opener.begin();
    const hello = end('acceptor', testTerms(), 'b', 'a');
    const welcome = hello.handle(end('opener', testTerms(), 'a', 'b').begin()!).say!.welcome!;
    for (const proof of [new Uint8Array(), new Uint8Array(32), welcome.proof!.subarray(0, 31)]) {
      const fresh = end('opener', testTerms(), 'a', 'b');
      fresh.begin();
      const step = fresh.handle({ welcome: { hello: welcome.hello!, proof } });
      expect(step.kind).to.equal('refused');
      expect(step.say).to.have.keys(['refusal']);
    }
  });

  it('refuses words out of turn, empty ones and short nonces', () => {
    const hello = end('opener', testTerms(), 'a', 'b').begin()!.hello!;
    const frames: Frame[] = [
      {},
      { proof: { proof: new Uint8Array(32) } },
      { welcome: { hello, proof: new Uint8Array(32) } },
      { hello: { ...hello, nonce: new Uint8Array(31) } },
      { hello: { ...hello, cluster: 'x'.repeat(65) } },
    ];
    for (const frame of frames) {
      expect(reasonOf(end('acceptor', testTerms(), 'b', 'a').handle(overTheWire(frame)))).to.match(
        /^PROTOCOL/,
      );
    }
    expect(reasonOf(end('opener', testTerms(), 'a', 'b').handle({ hello }))).to.match(/^PROTOCOL/);
  });

  it('refuses this peer itself', () => {
    const { opener, acceptor } = converse(
      end('opener', testTerms(), 'a', 'a'),
      end('acceptor', testTerms(), 'a', 'a'),
    );
    expect(reasonOf(acceptor)).to.match(/this peer itself/);
    expect(reasonOf(opener)).to.match(/this peer itself/);
  });

  it('shows a refusal without its control characters and with an end', () => {
    const step = end('opener', testTerms(), 'a', 'b').handle({
      refusal: { reason: `\u001b[2J${'x'.repeat(5000)}` },
    });
    expect(reasonOf(step)).to.match(/refused this peer: \?\[2Jx+$/);
    expect(reasonOf(step).length).to.be.below(400);
  });
});
