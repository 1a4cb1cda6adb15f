import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../src/client/connect.ts';
import type { Command, Engine, Occupant, Seat } from './engine.ts';
import { ADMIN_ABOVE_CONTROL, type OwnTraffic, ownTraffic } from './own-traffic.ts';
import type { Saying, State } from './sighting.ts';

const FIRST_CONTACT = fileURLToPath(new URL('./first-contact.js', import.meta.url));
const SEES = /^member (\S+) is (alive|suspect|dead|left)\b/;
const REFUTES = /^others took this peer for dead or suspect/;
const CONTACTS = 'first contact';

/** Starling as it is compiled, with its defaults. */
export class StarlingEngine implements Engine {
  readonly name = 'starling';
  readonly network = '127.0.0';
  readonly resumes = true;
  readonly leaveSignal = 'SIGTERM';
  readonly #folder: string;

  /** @param folder what `CompiledPeers` made */
  constructor(folder: string) {
    this.#folder = folder;
  }

  command(seat: Seat, joinBy: Seat | undefined): Command {
    const { host, controlPort, folder } = seat;
    return {
      program: process.execPath,
      args: [
        ...['--import', FIRST_CONTACT, path.join(this.#folder, 'dist/cli/main.js'), 'start'],
        ...['--data', folder, '--listen', multiaddr(seat)],
        ...['--client-host', host, '--client-port', String(controlPort)],
        ...['--insecure', '--admin-host', host, '--admin-port', String(controlPort + ADMIN_ABOVE_CONTROL)],
        ...(joinBy ? ['--bootstrap', multiaddr(joinBy)] : ['--found']),
        ...['--json', '--log-level', 'info', '--ready-fd', '3', '--stop-with-stdin'],
      ],
    };
  }

  read(line: string): Saying | undefined {
    const { peer, addresses, msg = '', time } = parse(line);
    if (addresses && peer) return { kind: 'ready', id: peer };
    if (msg === CONTACTS) return { kind: 'contacts' };
    if (REFUTES.test(msg)) return { kind: 'refutes' };
    const [, id, state] = SEES.exec(msg) ?? [];
    if (id === undefined || state === undefined) return undefined;
    const sees = { kind: 'sees', id, state: state as State } as const;
    return time === undefined ? sees : { ...sees, writtenMs: Date.parse(time) };
  }

  /** Whoever has joined copies its share of the (empty) data, one after the other, and is at work until all have. */
  async isAtRest(members: readonly Occupant[]): Promise<boolean> {
    const addresses = members.map(({ seat }) => `${seat.host}:${seat.controlPort}`);
    const client = await connect({ addresses: addresses.slice(0, 1) });
    try {
      const known = new Map((await client.topology()).members.map((member) => [member.peer, member]));
      return members.every(({ id }) => id !== undefined && known.get(id)?.intent === 'active');
    } finally {
      await client.close();
    }
  }

  ownTraffic(members: readonly Occupant[]): Promise<OwnTraffic> {
    return ownTraffic(members.map(({ seat }) => seat));
  }
}

function multiaddr({ host, port }: Seat): string {
  return `/ip4/${host}/tcp/${port}`;
}

/** A line of its log, or the one that it writes when it has joined. */
interface Line {
  readonly peer?: string;
  readonly addresses?: readonly string[];
  readonly msg?: string;
  /** ISO 8601. */
  readonly time?: string;
}

/** What isn't JSON is none of its log: the last words of a Node that gives up. */
function parse(line: string): Line {
  try {
    return (JSON.parse(line) ?? {}) as Line;
  } catch {
    return {};
  }
}
