import { StarlingError, toStarlingError } from '../base/errors.ts';
import { keyOf } from '../version/key.ts';
import { errorToWire } from '../wire/error-codec.ts';
import type { starling } from '../wire/gen/messages.js';
import { recordFromWire } from '../wire/record-codec.ts';
import {
  comparedToWire,
  comparisonsFromWire,
  durabilityFromWire,
  pageToWire,
  readAnswerToWire,
  scanFromWire,
  writeAnswerToWire,
} from '../wire/replica-codec.ts';
import { peerFromWire } from '../wire/intent-codec.ts';
import { sampledTraceFromWire } from '../wire/traceparent.ts';
import type { Replica } from './replica.ts';

type Request = starling.v1.ReplicaRequest.$Properties;
type Response = starling.v1.ReplicaResponse.$Properties;

/** Serves a peer's request from a replica; whatever is wrong with it becomes its answer. */
export function serveReplicaRequest(
  replica: Replica,
  request: Request,
  respond: (response: Response) => void,
): void {
  try {
    serve(replica, request, respond);
  } catch (error) {
    respond({ error: errorToWire(toStarlingError(error, 'INVALID_ARGUMENT')) });
  }
}

function serve(replica: Replica, request: Request, respond: (response: Response) => void): void {
  const ownersHash = request.ownersHash ?? 0;
  const timeoutMs = request.timeoutMs ?? 0;
  const trace = sampledTraceFromWire(request.traceparent);
  if (request.readVersion) {
    replica.readVersion({ ownersHash, key: keyOf(request.readVersion), trace }, timeoutMs, (answer) =>
      respond(readAnswerToWire(answer, false)),
    );
  } else if (request.read) {
    replica.read({ ownersHash, key: keyOf(request.read), trace }, timeoutMs, (answer) =>
      respond(readAnswerToWire(answer, true)),
    );
  } else if (request.write?.record) {
    const record = recordFromWire(request.write.record);
    const durability = durabilityFromWire(request.write.durability);
    const repair = request.write.repair ?? false;
    replica.write({ ownersHash, record, durability, repair, trace }, timeoutMs, (answer) =>
      respond(writeAnswerToWire(answer)),
    );
  } else if (request.hint?.record) {
    const peer = peerFromWire(request.hint.peer);
    replica.keep({ peer, record: recordFromWire(request.hint.record), trace }, timeoutMs, (answer) =>
      respond(writeAnswerToWire(answer)),
    );
  } else if (request.compare) {
    replica.compare(comparisonsFromWire(request.compare), timeoutMs, (differing) =>
      respond(comparedToWire(differing)),
    );
  } else if (request.scan) {
    replica.scan({ ownersHash, ...scanFromWire(request.scan), trace }, timeoutMs, (page) =>
      respond(pageToWire(page)),
    );
  } else {
    throw new StarlingError('INVALID_ARGUMENT', 'the request asks for nothing that this version knows');
  }
}
