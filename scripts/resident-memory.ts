import { readFileSync, writeFileSync } from 'node:fs';

/** Bytes that a process occupies, pages that it shares with others of its program included. */
export function residentBytes(pid: number): number {
  return residentIn(readFileSync(`/proc/${pid}/status`, 'latin1'));
}

/** The most that it occupied since it was started, or since that was last forgotten. */
export function peakResidentBytes(pid: number): number {
  return figureIn(readFileSync(`/proc/${pid}/status`, 'latin1'), 'VmHWM');
}

/** From now on the peak is that of what follows (proc(5), clear_refs). */
export function forgetPeakResident(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** `VmRSS:     52340 kB` */
export function residentIn(status: string): number {
  return figureIn(status, 'VmRSS');
}

function figureIn(status: string, name: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('the kernel says nothing of the memory of that process');
  return Number(kilobytes) * 1024;
}
