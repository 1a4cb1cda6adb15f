import { hasProgram } from '../../power/machine.ts';
import type { Lab } from './lab.ts';
import { loopbackLab } from './loopback-lab.ts';
import { NamespaceLab } from './namespace-lab.ts';

/** Network namespaces where this machine lets us have them, loopback else. */
export async function openLab(hosts: number): Promise<Lab> {
  if (process.getuid?.() !== 0) return loopbackLab(hosts, 'network namespaces need root');
  for (const program of ['ip', 'nft'])
    if (!(await hasProgram(program, '-V'))) return loopbackLab(hosts, `${program} is not installed`);
  try {
    return await NamespaceLab.open(hosts);
  } catch (error) {
    return loopbackLab(hosts, `network namespaces can't be had: ${String(error)}`);
  }
}
