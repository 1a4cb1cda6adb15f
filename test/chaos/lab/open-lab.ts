import { hasProgram } from '../../power/machine.ts';
import type { Lab, NetworkTrouble } from './lab.ts';
import { loopbackLab } from './loopback-lab.ts';
import { NamespaceLab } from './namespace-lab.ts';

/** Network namespaces where this machine lets us have them, loopback else. */
export async function openLab(hosts: number): Promise<Lab> {
  if (process.getuid?.() !== 0) return loopbackLab(hosts, 'network namespaces need root');
  for (const program of ['ip', 'nft', 'nsenter'])
    if (!(await hasProgram(program, '-V'))) return loopbackLab(hosts, `${program} is not installed`);
  const obstacles = new Map<NetworkTrouble, string>();
  if (!(await hasProgram('tc', '-V'))) obstacles.set('slow link', 'tc is not installed');
  if (!(await hasProgram('python3', '-V'))) obstacles.set('delay', 'python3 is not installed');
  try {
    return await NamespaceLab.open(hosts, obstacles);
  } catch (error) {
    return loopbackLab(hosts, `network namespaces can't be had: ${String(error)}`);
  }
}
