import { readFileSync } from 'node:fs';

/** Bytes that a process occupies, pages that it shares with others of its program included. */
export function residentBytes(pid: number): number {
  return residentIn(readFileSync(`/proc/${pid}/status`, 'latin1'));
}

/** `VmRSS:     52340 kB` */
export function residentIn(status: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('the kernel says nothing of the memory of that process');
  return Number(kilobytes) * 1024;
}
