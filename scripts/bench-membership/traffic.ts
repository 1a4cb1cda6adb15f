import { readFileSync } from 'node:fs';

/** What has gone over the loopback device of a network namespace since that began. Every packet once, though loopback receives what it sends. */
export interface Traffic {
  /** With the headers of TCP, UDP, IP and Ethernet. */
  readonly bytes: number;
  /** Acknowledgements of TCP included. */
  readonly packets: number;
  /** Packets that carry something: datagrams, and segments of TCP with data. What is written together counts once. */
  readonly messages: number;
}

/** The kernel's own texts. */
export interface NetworkCounters {
  /** /proc/net/dev */
  readonly dev: string;
  /** /proc/net/snmp */
  readonly snmp: string;
  /** /proc/net/netstat */
  readonly netstat: string;
}

/** Of the network namespace that this process is in. */
export function readTraffic(): Traffic {
  const read = (name: string): string => readFileSync(`/proc/self/net/${name}`, 'latin1');
  return trafficOf({ dev: read('dev'), snmp: read('snmp'), netstat: read('netstat') });
}

/** @throws Error where a counter is missing */
export function trafficOf({ dev, snmp, netstat }: NetworkCounters): Traffic {
  const loopback = /^\s*lo:\s*(.*)$/m.exec(dev)?.[1]?.trim().split(/\s+/).map(Number);
  const [, , , , , , , , bytes, packets] = loopback ?? [];
  if (bytes === undefined || packets === undefined) throw new Error('/proc/net/dev knows no loopback device');
  const messages = counter(netstat, 'TcpExt', 'TCPOrigDataSent') + counter(snmp, 'Udp', 'OutDatagrams');
  return { bytes, packets, messages };
}

/** Two lines a group: `Udp: InDatagrams NoPorts ...` and `Udp: 12 0 ...`. */
function counter(text: string, group: string, name: string): number {
  const [names, values] = text
    .split('\n')
    .filter((line) => line.startsWith(`${group}: `))
    .map((line) => line.split(' '));
  const value = values?.[names?.indexOf(name) ?? -1];
  if (value === undefined) throw new Error(`the kernel doesn't count ${group} ${name}`);
  return Number(value);
}

/** What went between two readings. */
export function trafficBetween(before: Traffic, after: Traffic): Traffic {
  return {
    bytes: after.bytes - before.bytes,
    packets: after.packets - before.packets,
    messages: after.messages - before.messages,
  };
}
