import type { ChaosPeer } from '../chaos-peer.ts';
import { checkStrangers } from '../checkers/strangers.ts';
import { type Fault, type FaultWorld, type Harm, isSoWithin, shuffled } from './fault.ts';
import { kill } from './process-faults.ts';

/** Half of everything is copied to another place meanwhile, on a machine that may have better things to do. */
const CHANGES_WITHIN_MS = 180_000;
const STRANGER_SECRET = 'of another cluster';

/** The spare comes, and goes again before the fault is over. */
export const MEMBERSHIP_FAULTS: readonly Fault[] = [
  {
    name: 'join and leave',
    seenAs: 'peers that saw it come',
    obstacle: () => undefined,
    begin: async (world) => {
      await world.spare.startAnew();
      return joined(world);
    },
  },
  {
    name: 'kill during a join',
    seenAs: 'peers that saw it come',
    obstacle: () => undefined,
    begin: async (world) => {
      await world.spare.startAnew();
      const death = await kill(shuffled(world.peers, world.random).slice(0, 1));
      const { peers, seen, undo } = joined(world);
      return {
        peers: [...death.peers, ...peers],
        seen: async () => ((await death.seen()) > 0 ? seen() : 0),
        undo: async () => {
          await death.undo();
          await undo();
        },
      };
    },
  },
  {
    name: 'removal of the dead',
    seenAs: 'peers that know it as removed',
    obstacle: () => undefined,
    begin: removeDead,
  },
  {
    name: 'stranger',
    seenAs: 'streams that peers refused',
    obstacle: () => undefined,
    begin: knockWithoutSecret,
  },
];

function joined(world: FaultWorld): Harm {
  const { spare, observer, secret } = world;
  const { id } = spare;
  return {
    peers: [spare],
    seen: () => viewersOf(world, ({ peer, intent }) => peer === id && intent !== null),
    undo: async () => {
      await expectActive(spare, world);
      spare.expectEnd();
      // Refused while it is suspected of being dead; to be told twice is to be told once.
      await isSoWithin(CHANGES_WITHIN_MS, async () => {
        if (spare.isUp) await observer.leave(id, { secret });
        return true;
      });
      if (!(await isSoWithin(CHANGES_WITHIN_MS, () => Promise.resolve(!spare.isUp))))
        world.onViolation({ promise: 'P8', message: `${id} can't leave: ${spare.output}` });
      await spare.kill();
    },
  };
}

async function removeDead(world: FaultWorld): Promise<Harm> {
  const { spare, observer, secret } = world;
  await spare.startAnew();
  await expectActive(spare, world);
  const { id } = spare;
  await spare.kill();
  // Refused until it is known to be dead, and until others hold what it was to hold.
  const remove = async () => {
    await observer.removeMember(id, { secret });
    return true;
  };
  if (!(await isSoWithin(CHANGES_WITHIN_MS, remove)))
    world.onViolation({ promise: 'P8', message: `${id} is dead, and can't be removed` });
  return {
    peers: [spare],
    seen: () => viewersOf(world, ({ peer, intent }) => peer === id && /remov/.test(intent ?? '')),
    undo: () => Promise.resolve(),
  };
}

async function knockWithoutSecret(world: FaultWorld): Promise<Harm> {
  const { spare, peers } = world;
  const refused = async () => {
    const counts = await Promise.all(peers.map((peer) => peer.metric('starling_peer_streams_refused_total')));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const before = await refused();
  spare.startAsStranger(STRANGER_SECRET);
  await isSoWithin(CHANGES_WITHIN_MS, async () => (await refused()) > before);
  return {
    peers: [],
    seen: async () => (await refused()) - before,
    undo: async () => {
      const reports = await Promise.allSettled(peers.map((peer) => peer.members()));
      const views = reports.flatMap((report) => (report.status === 'fulfilled' ? [report.value] : []));
      const known = new Set(peers.map(({ id }) => id));
      for (const violation of checkStrangers(views, known)) world.onViolation(violation);
      await spare.kill();
    },
  };
}

/** P8: whoever joins has copied its share in bounded time. */
async function expectActive(peer: ChaosPeer, { onViolation }: FaultWorld): Promise<void> {
  const isActive = async () =>
    (await peer.members()).members.some(({ peer: id, intent }) => id === peer.id && intent === 'active');
  if (!(await isSoWithin(CHANGES_WITHIN_MS, isActive)))
    onViolation({
      promise: 'P8',
      message: `${peer.host.name} does not become a full member: ${peer.output}`,
    });
}

type Member = Awaited<ReturnType<ChaosPeer['members']>>['members'][number];

/** How many peers know of such a member. */
async function viewersOf({ peers }: FaultWorld, isSuch: (member: Member) => boolean): Promise<number> {
  const views = await Promise.allSettled(peers.map((peer) => peer.members()));
  return views.filter((view) => view.status === 'fulfilled' && view.value.members.some(isSuch)).length;
}
