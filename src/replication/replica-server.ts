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
  if (request.readVersion) {
    replica.readVersion({ ownersHash, key: keyOf(request.readVersion) }, timeoutMs, (answer) =>
      respond(readAnswerToWire(answer, false)),
    );
  } else if (request.read) {
    replica.read({ ownersHash, key: keyOf(request.read) }, timeoutMs, (answer) =>
      respond(readAnswerToWire(answer, true)),
    );
  } else if (request.write?.record) {
    const record = recordFromWire(request.write.record);
    const durability = durabilityFromWire(request.write.durability);
    const repair = request.write.repair ?? false;
    replica.write({ ownersHash, record, durability, repair }, timeoutMs, (answer) =>
      respond(writeAnswerToWire(answer)),
    );
  } else if (request.hint?.record) {
    const standIn = { peer: peerFromWire(request.hint.peer), record: recordFromWire(request.hint.record) };
    replica.keep(standIn, timeoutMs, (answer) => respond(writeAnswerToWire(answer)));
  } else if (request.compare) {
    replica.compare(comparisonsFromWire(request.compare), timeoutMs, (differing) =>
      respond(comparedToWire(differing)),
    );
  } else if (request.scan) {
    replica.scan({ ownersHash, ...scanFromWire(request.scan) }, timeoutMs, (page) =>
      respond(pageToWire(page)),
    );
  } else {
    throw new StarlingError('INVALID_ARGUMENT', 'the request asks for nothing that this version knows');
  }
}
