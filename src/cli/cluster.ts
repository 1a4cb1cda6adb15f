import { Command } from 'commander';
import { clusterInitCommand } from './cluster-init.ts';
import type { Terminal } from './terminal.ts';

/** What concerns a cluster as a whole. */
export function clusterCommand(terminal: Terminal): Command {
  return new Command('cluster')
    .description('Make a cluster of your own')
    .addCommand(clusterInitCommand(terminal));
}
