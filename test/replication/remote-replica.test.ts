import { expect } from 'chai';
import protobuf from 'protobufjs/minimal.js';
import { StarlingError } from '../../src/base/errors.ts';
import { RemoteReplica, type ReplicaLane } from '../../src/replication/remote-replica.ts';
import type { Replica } from '../../src/replication/replica.ts';
import { serveReplicaRequest } from '../../src/replication/replica-server.ts';
import { starling } from '../../src/wire/gen/messages.js';
import { record, tombstone, version } from '../storage/records.ts';
import { keyOf } from '../../src/version/key.ts';

const { ReplicaRequest, ReplicaResponse } = starling.v1;
type Response = starling.v1.ReplicaResponse.$Properties;

const key = keyOf('k');
const trace = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8), isSampled: true };
const failure = new StarlingError('DISK_FULL', 'the disk is full');

/** A replica that answers everything alike, and remembers what it was asked. */
class AnsweringReplica implements Replica {
  readonly seen: unknown[] = [];
  readonly #answer: unknown;

  constructor(answer: unknown) {
    this.#answer = answer;
  }

  write: Replica['write'] = (request, _timeoutMs, onAnswer) => this.#take({ write: request }, onAnswer);
  keep: Replica['keep'] = (request, _timeoutMs, onAnswer) => this.#take({ keep: request }, onAnswer);
  read: Replica['read'] = (request, _timeoutMs, onAnswer) => this.#take({ read: request }, onAnswer);
  readVersion: Replica['readVersion'] = (request, _timeoutMs, onAnswer) =>
    this.#take({ readVersion: request }, onAnswer);
  compare: Replica['compare'] = (request, _timeoutMs, onAnswer) => this.#take({ compare: request }, onAnswer);
  scan: Replica['scan'] = (request, _timeoutMs, onAnswer) => this.#take({ scan: request }, onAnswer);

  #take(request: unknown, onAnswer: (answer: never) => void): void {
    this.seen.push(request);
    onAnswer(this.#answer as never);
  }
}

/** A remote replica whose lane carries bytes to a server, which asks a replica that answers so. */
function remoteTo(answer: unknown) {
  const served = new AnsweringReplica(answer);
  const lane: ReplicaLane = {
    request: (_peer, request, timeoutMs, onAnswer) => {
      const bytes = ReplicaRequest.encode({ ...request, timeoutMs }, protobuf.Writer.create()).finish();
      serveReplicaRequest(served, ReplicaRequest.decode(bytes), (response) => {
        onAnswer(ReplicaResponse.decode(ReplicaResponse.encode(response, protobuf.Writer.create()).finish()));
      });
    },
  };
  return { served, remote: new RemoteReplica('b', lane) };
}

/** A remote replica whose peer answers with this, whatever it is asked. */
function remoteAnswering(response: Response | StarlingError): Replica {
  return new RemoteReplica('b', { request: (_peer, _request, _timeoutMs, onAnswer) => onAnswer(response) });
}

function outcome(ask: (onAnswer: (answer: unknown) => void) => void): unknown {
  let result: unknown;
  ask((answer) => (result = answer));
  return result;
}

const everything: readonly [string, (replica: Replica) => unknown][] = [
  [
    'write',
    (replica) =>
      outcome((on) =>
        replica.write({ ownersHash: 1, record: record(key, 1), durability: 'fsync', repair: false }, 9, on),
      ),
  ],
  ['keeping', (replica) => outcome((on) => replica.keep({ peer: 'c', record: record(key, 1) }, 9, on))],
  ['read', (replica) => outcome((on) => replica.read({ ownersHash: 1, key }, 9, on))],
  ['read of a version', (replica) => outcome((on) => replica.readVersion({ ownersHash: 1, key }, 9, on))],
  [
    'comparison',
    (replica) => outcome((on) => replica.compare([{ ownersHash: 1, key, version: undefined }], 9, on)),
  ],
  [
    'scan',
    (replica) =>
      outcome((on) => replica.scan({ ownersHash: 1, partition: 1, after: undefined, limitBytes: 9 }, 9, on)),
  ],
];

const errorOf = (answer: unknown) =>
  answer instanceof StarlingError ? answer : (answer as { error: StarlingError }).error;

describe('replica at the other end of a lane', () => {
  for (const written of [
    record(key, 1),
    record(key, 2, ''),
    tombstone(key, 3),
    { ...record(key, 4), expiresAtMs: 5 },
  ]) {
    it(`is written ${JSON.stringify(written.value?.length)} bytes as if it were here`, () => {
      const { served, remote } = remoteTo({ kind: 'acknowledged' });
      const write = {
        ownersHash: 0xffff_ffff,
        record: written,
        durability: 'memory',
        repair: true,
        trace,
      } as const;
      expect(outcome((on) => remote.write(write, 100, on))).to.deep.equal({ kind: 'acknowledged' });
      expect(served.seen).to.deep.equal([{ write }]);
    });
  }

  it('says which newer version it holds', () => {
    const { remote } = remoteTo({ kind: 'stale', version: version(7) });
    expect(everything[0]![1](remote)).to.deep.equal({ kind: 'stale', version: version(7) });
  });

  it('is read as if it were here', () => {
    for (const held of [record(key, 1), tombstone(key, 2), undefined]) {
      const { served, remote } = remoteTo({ kind: 'held', version: held?.version, record: held });
      const read = { ownersHash: 77, key, trace };
      expect(outcome((on) => remote.read(read, 100, on))).to.deep.equal({
        kind: 'held',
        version: held?.version,
        record: held,
      });
      expect(outcome((on) => remote.readVersion(read, 100, on))).to.deep.equal({
        kind: 'held',
        version: held?.version,
        record: undefined,
      });
      expect(served.seen).to.deep.equal([{ read }, { readVersion: read }]);
    }
  });

  it('is compared with as if it were here', () => {
    const { served, remote } = remoteTo([1]);
    const comparisons = [
      { ownersHash: 5, key, version: version(3) },
      { ownersHash: 6, key: keyOf('other'), version: undefined },
    ];
    expect(outcome((on) => remote.compare(comparisons, 100, on))).to.deep.equal([1]);
    expect(served.seen).to.deep.equal([{ compare: comparisons }]);
  });

  it('is scanned as if it were here, to the last token', () => {
    const page = {
      records: [record(key, 1), tombstone('l', 2)],
      next: { high: 0xffff_ffff, low: 0 },
      floorMs: 5000,
    };
    const { served, remote } = remoteTo(page);
    const scan = {
      ownersHash: 3,
      partition: 5,
      after: { high: 0, low: 0xffff_ffff },
      limitBytes: 1000,
      trace,
    };
    expect(outcome((on) => remote.scan(scan, 100, on))).to.deep.equal(page);
    expect(served.seen).to.deep.equal([{ scan }]);
  });

  for (const [what, ask] of everything) {
    it(`passes on why a ${what} was refused there`, () => {
      const { remote } = remoteTo(
        what === 'scan' || what === 'comparison' ? failure : { kind: 'failed', error: failure },
      );
      expect(errorOf(ask(remote))).to.include({ code: 'DISK_FULL', message: failure.message });
    });

    it(`passes on why a ${what} never arrived`, () => {
      const lost = new StarlingError('UNAVAILABLE', 'no connection');
      expect(errorOf(ask(remoteAnswering(lost)))).to.equal(lost);
    });

    it(`blames the peer, not the client, for an answer to a ${what} that is none`, () => {
      for (const response of nonsense) {
        expect(errorOf(ask(remoteAnswering(response)))).to.include({ code: 'PROTOCOL' });
      }
    });
  }

  it('blames the peer for versions, records and cursors that are none', () => {
    const bytes = new Uint8Array(3);
    const [write, read, readVersion, , scan] = everything.map(([, ask]) => ask) as ((
      replica: Replica,
    ) => unknown)[];
    const stale = { error: { code: starling.v1.ErrorCode.ERROR_CODE_STALE, version: bytes } };
    expect(errorOf(write!(remoteAnswering(stale)))).to.include({ code: 'PROTOCOL' });
    expect(errorOf(read!(remoteAnswering({ found: { record: { key: 'k', version: bytes } } })))).to.include({
      code: 'PROTOCOL',
    });
    expect(errorOf(readVersion!(remoteAnswering({ foundVersion: { version: bytes } })))).to.include({
      code: 'PROTOCOL',
    });
    expect(errorOf(scan!(remoteAnswering({ page: { nextToken: bytes } })))).to.include({ code: 'PROTOCOL' });
  });

  it('gives an honest peer an error for a request that it does not understand', () => {
    const served = new AnsweringReplica({ kind: 'acknowledged' });
    const bad: starling.v1.ReplicaRequest.$Properties[] = [
      {},
      { read: '' },
      { read: 'a\ud800' },
      { readVersion: 'x'.repeat(2000) },
      { write: {} },
      { write: { record: { key: 'k', version: new Uint8Array(3) } } },
      { scan: { afterToken: new Uint8Array(7) } },
      { compare: { items: [{ key: '' }] } },
    ];
    for (const request of bad) {
      const answers: Response[] = [];
      serveReplicaRequest(served, request, (response) => answers.push(response));
      expect(answers).to.have.length(1);
      expect(answers[0]?.error?.code).to.equal(starling.v1.ErrorCode.ERROR_CODE_INVALID_ARGUMENT);
    }
    expect(served.seen).to.deep.equal([]);
  });

  it('keeps no view of the bytes that a frame came in', () => {
    const served = new AnsweringReplica({ kind: 'acknowledged' });
    const lane: ReplicaLane = {
      request: (_peer, request) => {
        const frame = ReplicaRequest.encode(request, protobuf.Writer.create()).finish();
        serveReplicaRequest(served, ReplicaRequest.decode(frame), () => undefined);
        frame.fill(0);
      },
    };
    everything[0]![1](new RemoteReplica('b', lane));
    expect(served.seen[0]).to.have.deep.nested.property('write.record', record(key, 1));
  });
});

/** Answers that no request has. */
const nonsense: readonly Response[] = [{}, { error: { code: 99 as never } }];
