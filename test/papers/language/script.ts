/**
 * Carries out a scenario's commands. With one real member, whose neighbours the scenario plays:
 *
 *     start a members=b,c,d [rounds=probe,gossip] [show=messages,liveness] [option=value ...]
 *                                     of the rounds that begin by themselves only these do;
 *                                     what the scenario is about (ASPECTS in effect-lines.ts)
 *     run 150 ms                      time passes, timers fire
 *     sleep 5000 ms                   time passes, and the member notices only at the next `run`
 *     probe b                         now, whoever's turn it is
 *     hear b: ping q1                 also ack p1, nack p1, ping-request q1 of c; further news after commas
 *     hear b: suspect f@1 by b        news alone: a gossip message
 *     answering b,c                   these answer pings at once, from now on
 *     count pings 1200 ms             time passes; whom it pinged, and how often
 *     lag 450 ms                      its event loop was late
 *     leave
 *     member f                        what it believes
 *
 * With many (see many-members.ts):
 *
 *     group a,b,c [option=value ...]  they have known each other for a while
 *     run 5000 ms                     who saw whom change; `let 5000 ms pass` where that is chance
 *     kill c, restart c, pause c, resume c, leave c
 *     join f via a
 *     split a,b | c,d                 cut a | b: these two alone; heal: all reach all
 *     a probes b
 *     views, incarnation of c
 */
import { DEFAULT_SWIM_OPTIONS, type SwimOptions } from '../../../src/membership/swim-options.ts';
import { ASPECTS, type Aspect } from './effect-lines.ts';
import { ManyMembers } from './many-members.ts';
import { namesIn } from './news.ts';
import { OneMember } from './one-member.ts';
import type { Step } from './scenario-file.ts';

type Give = (match: readonly string[]) => readonly string[];

/** A form of a command, and what gives its lines. */
type Command = readonly [RegExp, Give];

/** What each step gives. The first command decides how many real members there are. */
export function runScript(steps: readonly Step[], seed: number): string[][] {
  let commands: readonly Command[] = [];
  return steps.map((step) => {
    const lines: string[] = [];
    for (const text of step.commands) {
      if (text.startsWith('start ')) commands = oneMember(text, seed);
      else if (text.startsWith('group ')) commands = manyMembers(text, seed);
      else lines.push(...carryOut(commands, text));
    }
    return lines.length === 0 ? ['nothing'] : lines;
  });
}

function carryOut(commands: readonly Command[], text: string): readonly string[] {
  for (const [form, give] of commands) {
    const match = form.exec(text);
    if (match !== null) return give(match.slice(1));
  }
  throw new Error(`no such command: ${text}`);
}

function oneMember(text: string, seed: number): Command[] {
  const [, name, ...settings] = text.split(' ');
  const { members = '', rounds = '', show = 'messages,liveness', ...options } = settingsIn(settings);
  const init = {
    name: name!,
    others: namesIn(members),
    rounds: new Set(rounds.split(',')),
    shown: new Set(show.split(',').map(asAspect)),
    options: optionsIn(options),
    seed,
  };
  const member = new OneMember(init);
  return [
    [/^run (\d+) ms$/, ([ms]) => member.run(Number(ms))],
    [/^sleep (\d+) ms$/, ([ms]) => quietly(() => member.sleep(Number(ms)))],
    [/^lag (\d+) ms$/, ([ms]) => member.do({ kind: 'eventLoopLag', lagMs: Number(ms) })],
    [/^probe (\S+)$/, ([peer]) => member.do({ kind: 'peerUnreachable', peer: peer! })],
    [/^leave$/, () => member.do({ kind: 'leave' })],
    [/^answering (\S*)$/, ([peers]) => quietly(() => member.answer(namesIn(peers!)))],
    [/^count pings (\d+) ms$/, ([ms]) => member.countPings(Number(ms))],
    [/^member (\S+)$/, ([peer]) => [member.describe(peer!)]],
    [/^hear (\S+): (.+)$/, ([from, message]) => hear(member, from!, message!)],
  ];
}

function hear(member: OneMember, from: string, message: string): string[] {
  const pieces = message.split(', ');
  const isNewsAlone = / by /.test(pieces[0]!);
  const [question, ...news] = isNewsAlone ? ['gossip', ...pieces] : pieces;
  return member.hear(from, question!, news);
}

function manyMembers(text: string, seed: number): Command[] {
  const [, names, ...settings] = text.split(' ');
  const group = new ManyMembers({ names: namesIn(names!), options: optionsIn(settingsIn(settings)), seed });
  return [
    [/^run (\d+) ms$/, ([ms]) => group.run(Number(ms))],
    [/^let (\d+) ms pass$/, ([ms]) => quietly(() => group.run(Number(ms)))],
    [/^kill (\S+)$/, ([name]) => quietly(() => group.kill(name!))],
    [/^restart (\S+)$/, ([name]) => quietly(() => group.restart(name!))],
    [/^pause (\S+)$/, ([name]) => quietly(() => group.pause(name!))],
    [/^resume (\S+)$/, ([name]) => quietly(() => group.resume(name!))],
    [/^leave (\S+)$/, ([name]) => quietly(() => group.leave(name!))],
    [/^join (\S+) via (\S+)$/, ([name, contact]) => quietly(() => group.join(name!, contact!))],
    [/^split (.+)$/, ([parts]) => quietly(() => group.split(...parts!.split(' | ').map(namesIn)))],
    [/^cut (\S+) \| (\S+)$/, ([a, b]) => quietly(() => group.cut(a!, b!))],
    [/^heal$/, () => quietly(() => group.heal())],
    [/^(\S+) probes (\S+)$/, ([name, peer]) => quietly(() => group.probe(name!, peer!))],
    [/^views$/, () => group.views()],
    [/^incarnation of (\S+)$/, ([name]) => [group.incarnation(name!)]],
  ];
}

function quietly(act: () => unknown): readonly string[] {
  act();
  return [];
}

function settingsIn(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => text.split('=', 2) as [string, string]));
}

/** `awarenessCeiling=0`: names as in the program. */
function optionsIn(settings: Readonly<Record<string, string>>): Partial<SwimOptions> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      if (!Object.hasOwn(DEFAULT_SWIM_OPTIONS, name)) throw new Error(`no such option: ${name}`);
      return [name, Number(value)];
    }),
  );
}

function asAspect(text: string): Aspect {
  const aspect = ASPECTS.find((known) => known === text);
  if (aspect === undefined) throw new Error(`nothing to show: ${text}`);
  return aspect;
}
