import { createHmac, hkdfSync } from 'node:crypto';
import { expect } from 'chai';
import { proofOf } from '../../src/transport/handshake-proof.ts';
import { readHello } from '../../src/transport/hello.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { PROTOCOL_VERSION } from '../../src/wire/protocols.ts';
import { testTerms, type NodeOptions } from './lane-world.ts';
import { converse, endingOf, type Frame, makeEnd, meet, overTheWire } from './handshake-ends.ts';

const HELLO = makeEnd('opener', testTerms(), 'a', 'b').begin().say!.hello!;

describe('the handshake', () => {
  it('opens where both ends know the secret and agree on the terms', () => {
    const { opener, acceptor } = meet({}, {});
    expect([opener.kind, acceptor.kind]).to.deep.equal(['open', 'open']);
  });

  it('opens without a secret where neither end has one', () => {
    const { opener, acceptor } = meet({ secret: '' }, { secret: '' });
    expect([opener.kind, acceptor.kind]).to.deep.equal(['open', 'open']);
  });

  it('refuses another secret, and both ends learn what to check and nothing about the secrets', () => {
    for (const [ours, theirs] of [
      ['first-secret', 'other-secret'],
      ['first-secret', ''],
      ['', 'other-secret'],
    ] as const) {
      const { opener, acceptor } = meet({ secret: ours }, { secret: theirs });
      for (const step of [opener, acceptor]) {
        expect(endingOf(step))
          .to.match(/^FORBIDDEN: .*the cluster secrets differ: .*--secret-file, .*cluster\.previousSecret\)$/)
          .and.not.match(/first|other/);
      }
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
      for (const step of [opener, acceptor]) {
        expect(endingOf(step))
          .to.match(reason)
          .and.match(/FORBIDDEN/);
      }
    }
  });

  it('compares the terms at the opener, too, whatever an acceptor thinks of them', () => {
    const opener = makeEnd('opener', testTerms(), 'a', 'b');
    opener.begin();
    const step = opener.handle({ welcome: { hello: { ...HELLO, replicas: 5 }, proofs: [] } });
    expect(endingOf(step)).to.match(/numbers of replicas \(N\) differ: 3 at a, 5 at b/);
  });

  it('keeps nothing of the buffers that the words came in', () => {
    const ends = {
      opener: makeEnd('opener', testTerms(), 'a', 'b'),
      acceptor: makeEnd('acceptor', testTerms(), 'b', 'a'),
    };
    const passOn = (to: 'opener' | 'acceptor', word: Frame) => {
      const bytes = starling.v1.HandshakeFrame.encode(word).finish();
      const step = ends[to].handle(starling.v1.HandshakeFrame.decode(bytes));
      bytes.fill(0);
      return step;
    };
    const welcome = passOn('acceptor', ends.opener.begin().say!).say!;
    const proof = passOn('opener', welcome).say!;
    expect(passOn('acceptor', proof).kind).to.equal('open');
  });

  it('refuses another protocol version', () => {
    const acceptor = makeEnd('acceptor', testTerms(), 'b', 'a');
    expect(endingOf(acceptor.handle({ hello: { ...HELLO, protocolVersion: 99 } }))).to.match(
      /versions differ: 2 .*99/,
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
    const opener = makeEnd('opener', terms, 'a', 'b');
    const acceptor = makeEnd('acceptor', testTerms({ clusterId: 'two' }), 'b', 'a');
    const welcome = acceptor.handle(opener.begin().say!).say!;
    terms.adoptClusterId('one');
    expect(endingOf(opener.handle(welcome))).to.match(/cluster ids differ/);
    expect(terms.clusterId()).to.equal('one');
  });

  it('refuses this peer itself', () => {
    const { opener, acceptor } = converse(
      makeEnd('opener', testTerms(), 'a', 'a'),
      makeEnd('acceptor', testTerms(), 'a', 'a'),
    );
    expect(endingOf(acceptor)).to.match(/this peer itself/);
    expect(endingOf(opener)).to.match(/this peer itself/);
  });

  it('shows a refusal without its control characters and with an end', () => {
    const step = makeEnd('opener', testTerms(), 'a', 'b').handle({
      refusal: { reason: `\u001b[2J${'x'.repeat(5000)}` },
    });
    expect(endingOf(step)).to.match(/refused this peer: \?\[2Jx+$/);
    expect(endingOf(step).length).to.be.below(400);
  });
});

describe('the handshake while the secret is being changed', () => {
  const old: NodeOptions = { secret: 'old' };
  const both: NodeOptions = { secret: 'new', previousSecret: 'old' };
  const renewed: NodeOptions = { secret: 'new' };

  it('opens between any two that have a secret in common, whoever opens', () => {
    for (const [ours, theirs] of [
      [old, both],
      [both, both],
      [both, renewed],
    ] as const) {
      for (const { opener, acceptor } of [meet(ours, theirs), meet(theirs, ours)]) {
        expect([endingOf(opener), endingOf(acceptor)]).to.deep.equal(['open', 'open']);
      }
    }
  });

  it('refuses those that have none in common, and both ends learn that', () => {
    const stranger: NodeOptions = { secret: 'another', previousSecret: 'yet another' };
    for (const [ours, theirs] of [
      [old, renewed],
      [both, stranger],
    ] as const) {
      for (const { opener, acceptor } of [meet(ours, theirs), meet(theirs, ours)]) {
        expect(endingOf(opener)).to.match(/^FORBIDDEN: .*the cluster secrets differ/);
        expect(endingOf(acceptor)).to.match(/^FORBIDDEN: .*the cluster secrets differ/);
      }
    }
  });

  it('proves nothing under the new secret to an acceptor that proved the old one alone', () => {
    const terms = testTerms(both);
    const opener = makeEnd('opener', terms, 'a', 'b');
    const hello = opener.begin().say!;
    const welcome = makeEnd('acceptor', testTerms(old), 'b', 'a').handle(hello).say!;
    const { proof } = opener.handle(overTheWire(welcome)).say!;
    const ends = {
      opener: { peer: 'a', hello: readHello(hello.hello!) },
      acceptor: { peer: 'b', hello: readHello(welcome.welcome!.hello!) },
    };
    const [ofNew, ofOld] = terms.keys.map((key) => proofOf(key, 'opener', ends));
    expect(proof?.proof).to.deep.equal(ofOld).and.not.deep.equal(ofNew);
  });

  it('looks at two proofs at most', () => {
    const opener = makeEnd('opener', testTerms(both), 'a', 'b');
    const { welcome } = makeEnd('acceptor', testTerms(both), 'b', 'a').handle(opener.begin().say!).say!;
    const proofs = [new Uint8Array(32), ...welcome!.proofs!];
    expect(endingOf(opener.handle({ welcome: { ...welcome, proofs } }))).to.match(/^PROTOCOL: 3 proofs/);
  });
});

describe('the handshake with an allow-list', () => {
  const only = (...peers: string[]) => ({ isAllowed: (peer: string) => peers.includes(peer) });

  it('opens between peers that are on it', () => {
    const { opener, acceptor } = meet(only('b'), only('a'));
    expect([opener.kind, acceptor.kind]).to.deep.equal(['open', 'open']);
  });

  it('refuses who is not on it, as opener and as acceptor, and both ends learn whom to add', () => {
    for (const [{ opener, acceptor }, whose] of [
      [meet({}, only('c')), /a is not in cluster\.allowedPeers of b: add its id/],
      [meet(only('c'), {}), /b is not in cluster\.allowedPeers of a: add its id/],
    ] as const) {
      expect(endingOf(opener))
        .to.match(/^FORBIDDEN/)
        .and.match(whose);
      expect(endingOf(acceptor))
        .to.match(/^FORBIDDEN/)
        .and.match(whose);
    }
  });

  it('gives a stranger nothing but the reason: no hello, no proof', () => {
    for (const role of ['opener', 'acceptor'] as const) {
      const { say } = makeEnd(role, testTerms(only('c')), 'b', 'a').begin();
      expect(Object.keys(say!)).to.deep.equal(['refusal']);
    }
  });
});

describe('a proof', () => {
  it('is the HMAC that handshake-proof.ts specifies, so that somebody else could write it', () => {
    const acceptor = makeEnd('acceptor', testTerms({ secret: 'a secret', clusterId: 'id' }), 'b', 'a');
    const { welcome } = acceptor.handle({ hello: HELLO }).say!;
    const key = Buffer.from(hkdfSync('sha256', 'a secret', '', 'starling handshake 1', 32));
    const hmac = createHmac('sha256', key);
    const { nonce } = welcome!.hello!;
    const terms = [String(PROTOCOL_VERSION), 'test'];
    for (const field of [
      'acceptor',
      'a',
      ...terms,
      '',
      '3',
      '1024',
      HELLO.nonce!,
      'b',
      ...terms,
      'id',
      '3',
      '1024',
      nonce!,
    ]) {
      const bytes = Buffer.from(field);
      hmac.update(Uint8Array.of(0, 0, 0, bytes.length)).update(bytes);
    }
    expect(welcome!.proofs!.map((proof) => Buffer.from(proof))).to.deep.equal([hmac.digest()]);
  });
});

describe('words of the handshake', () => {
  it('are refused out of turn, unknown, or with parts that are wrong', () => {
    const welcome: Frame = { welcome: { hello: HELLO, proofs: [new Uint8Array(32)] } };
    const frames: Frame[] = [
      {},
      { proof: { proof: new Uint8Array(32) } },
      welcome,
      { hello: { ...HELLO, nonce: new Uint8Array(31) } },
      { hello: { ...HELLO, nonce: new Uint8Array(33) } },
      { hello: { ...HELLO, cluster: 'x'.repeat(65) } },
      { hello: { ...HELLO, clusterId: 'x'.repeat(65) } },
    ];
    for (const frame of frames) {
      const acceptor = makeEnd('acceptor', testTerms(), 'b', 'a');
      expect(endingOf(acceptor.handle(overTheWire(frame))), JSON.stringify(frame)).to.match(/^PROTOCOL/);
    }
    for (const frame of [{}, { hello: HELLO }, { welcome: {} }, { proof: { proof: new Uint8Array(32) } }]) {
      const opener = makeEnd('opener', testTerms(), 'a', 'b');
      opener.begin();
      expect(endingOf(opener.handle(overTheWire(frame))), JSON.stringify(frame)).to.match(/^PROTOCOL/);
    }
  });

  it('are refused when they come twice', () => {
    const acceptor = makeEnd('acceptor', testTerms(), 'b', 'a');
    expect(acceptor.handle({ hello: HELLO }).kind).to.equal('wait');
    expect(endingOf(acceptor.handle({ hello: HELLO }))).to.match(/^PROTOCOL: .*unexpected word/);
  });
});
