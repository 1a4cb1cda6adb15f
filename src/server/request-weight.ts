import type { ClientResult } from '../wire/client-answer.ts';
import type { ClientOperation } from '../wire/client-request.ts';

/** How much a request counts among those under way: each item of a batch is one. */
export function weightOf(operation: ClientOperation): number {
  switch (operation.kind) {
    case 'putMany':
      return operation.items.length;
    case 'getMany':
    case 'deleteMany':
      return operation.keys.length;
    case 'put':
    case 'get':
    case 'delete':
    case 'scan':
    case 'topology':
    case 'status':
    case 'locate':
    case 'explain':
    case 'repair':
    case 'pauseRepair':
    case 'removeMember':
    case 'leave':
      return 1;
  }
}

/** Those are answered in a few bytes. */
export function isWrite({ kind }: ClientOperation): boolean {
  return kind === 'put' || kind === 'delete' || kind === 'putMany' || kind === 'deleteMany';
}

/** Asked for again they do no harm, and they can be large. */
export function carriesValues(result: ClientResult): boolean {
  return result.kind === 'read' || result.kind === 'readMany' || result.kind === 'page';
}
