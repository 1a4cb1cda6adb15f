import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { StarlingClient } from '../client/client.ts';
import { StarlingError } from '../base/errors.ts';
import { type ClientFlags, withClient, withClientFlags } from './client-options.ts';
import { isGone, isStatus, reportOn } from '../client/reports/cluster-report.ts';
import { memberNamed } from './member-name.ts';
import { type SecretFlags, secretFrom, withSecretFlags } from './operator-secret.ts';
import { Progress } from './progress.ts';
import { duration } from '../base/quantity.ts';
import type { Terminal } from './terminal.ts';

interface LeaveFlags extends ClientFlags, SecretFlags {
  readonly wait: boolean;
}

const HELP = `
The member is named by its peer id, or by the end of it as \`starling status\` shows it. Others copy what it owns, from it and from each
other, while all of them serve as before; when they hold everything it has left, its process ends, and its data directory can be deleted.
It can't be taken back, but the machine may join again as a new member, with an empty data directory.

This waits until it has left, and shows how far the others are; interrupted, the member leaves all the same. For a member that is dead,
and won't come back, see \`starling remove\`.

The member obeys whoever knows the cluster's secret: --secret-file, STARLING_SECRET, or a configuration file.

Examples:
  starling leave Xa8bQ2kd --config network.json
  starling leave 12D3KooWGRUv... --secret-file secret --no-wait`;

/** Between two looks at how far the others are. */
const LOOK_EVERY_MS = 250;
/** A reason that lasts so long is worth a line. */
const SAY_AFTER_MS = 3000;

export function leaveCommand(terminal: Terminal): Command {
  const command = new Command('leave')
    .description('Have a member leave the cluster for good, when others hold what it holds')
    .argument('<peer>', 'its peer id, or the end of it')
    .option('--no-wait', 'return when the member has begun to leave')
    .addHelpText('after', HELP);
  return withClientFlags(withSecretFlags(command)).action(async (name: string, flags: LeaveFlags) => {
    const secret = await secretFrom(flags, terminal.env);
    const startedMs = performance.now();
    const peer = await withClient(flags, terminal, async (client) => {
      const found = await memberNamed(name, client);
      await client.leave(found, { secret });
      if (flags.wait) await untilLeft(found, client, terminal);
      return found;
    });
    const tookMs = Math.round(performance.now() - startedMs);
    if (flags.json) terminal.out(`${JSON.stringify({ peer, left: flags.wait, tookMs })}\n`);
    else if (!flags.wait) terminal.out(`${peer} leaves; \`starling status\` shows how far the others are.\n`);
    else
      terminal.out(
        `${peer} has left after ${duration(tookMs)}: the others hold all that it held. Its process ends, its data directory can be deleted.\n`,
      );
  });
}

/** Resolves when the others say that it has left; shows how much they have yet to copy, and why where it doesn't go on. */
async function untilLeft(peer: string, client: StarlingClient, terminal: Terminal): Promise<void> {
  let progress: Progress | undefined;
  let total = 0;
  let said = '';
  let changedMs = performance.now();
  for (let before = -1; ;) {
    const state = await lookAt(peer, client);
    if (state.hasLeft) break;
    if (state.missing !== undefined) {
      total = Math.max(total, state.missing);
      progress ??=
        total > 0 ? new Progress(terminal, { doing: 'handing over', unit: 'partitions', total }) : undefined;
      progress?.update(total - state.missing);
      if (state.missing !== before) changedMs = performance.now();
      before = state.missing;
    }
    const reasons = state.waiting.join('; ');
    if (reasons !== said && reasons !== '' && performance.now() - changedMs > SAY_AFTER_MS) {
      said = reasons;
      progress?.end();
      terminal.err(`waiting: ${reasons}\n`);
    }
    await sleep(LOOK_EVERY_MS);
  }
  progress?.end();
}

interface Handover {
  readonly hasLeft: boolean;
  /** Partitions that others have yet to copy; undefined where nobody answered just now. */
  readonly missing: number | undefined;
  readonly waiting: readonly string[];
}

async function lookAt(peer: string, client: StarlingClient): Promise<Handover> {
  try {
    const { topology, members } = await reportOn(client);
    const own = topology.members.find((member) => member.peer === peer);
    const statuses = members.flatMap(({ status }) => (isStatus(status) ? [status] : []));
    return {
      hasLeft: own === undefined || isGone(own.intent),
      missing: statuses.reduce((sum, { custody }) => sum + custody.owned - custody.complete, 0),
      waiting: statuses.find((status) => status.peer === peer)?.custody.waiting ?? [],
    };
  } catch (error) {
    // Its connections are the ones that break when it goes.
    if (!(error instanceof StarlingError && error.retryable)) throw error;
    return { hasLeft: false, missing: undefined, waiting: [error.message] };
  }
}
