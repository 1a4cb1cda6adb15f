import type { Command, Engine, Seat } from './engine.ts';
import type { Saying, State } from './sighting.ts';

const SEES = /\bserf: EventMember(Join|Failed|Leave): (\S+)/;
const SUSPECTS = /\bmemberlist: Suspect (\S+) has failed/;
const REFUTES = /\bmemberlist: Refuting a (suspect|dead) message/;
/** It says so at once, where its log waits until it has joined. */
const CONTACTS = '==> Joining cluster';
const READY = '==> Log data will now stream in';

const STATES: ReadonlyMap<string | undefined, State> = new Map([
  ['Join', 'alive'],
  ['Failed', 'dead'],
  ['Leave', 'left'],
]);

/** HashiCorp's serf agent, with its LAN profile, which is its default, and no encryption. */
export class SerfEngine implements Engine {
  readonly name = 'serf';
  readonly network = '127.0.1';
  /** It could, by a snapshot; but it joins in no time. */
  readonly resumes = false;
  /** What `serf leave` does, without the start of that program. */
  readonly leaveSignal = 'SIGINT';
  readonly #program: string;

  /** @param program path of the binary */
  constructor(program: string) {
    this.#program = program;
  }

  command({ name, host, port, controlPort }: Seat, joinBy: Seat | undefined): Command {
    const join = joinBy ? [`-join=${joinBy.host}:${joinBy.port}`] : [];
    const args = [
      'agent',
      `-node=${name}`,
      `-bind=${host}:${port}`,
      `-rpc-addr=${host}:${controlPort}`,
      '-profile=lan',
      '-log-level=info',
      ...join,
    ];
    return { program: this.#program, args };
  }

  read(line: string): Saying | undefined {
    if (line.startsWith(CONTACTS)) return { kind: 'contacts' };
    if (line.startsWith(READY)) return { kind: 'ready' };
    if (REFUTES.test(line)) return { kind: 'refutes' };
    const [, suspect] = SUSPECTS.exec(line) ?? [];
    if (suspect !== undefined) return { kind: 'sees', id: suspect, state: 'suspect' };
    const [, event, id] = SEES.exec(line) ?? [];
    const state = STATES.get(event);
    return id === undefined || state === undefined ? undefined : { kind: 'sees', id, state };
  }

  isAtRest(): Promise<boolean> {
    return Promise.resolve(true);
  }

  ownTraffic(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
