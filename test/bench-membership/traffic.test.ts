import { expect } from 'chai';
import { ownTrafficIn } from '../../scripts/bench-membership/own-traffic.ts';
import { residentIn } from '../../scripts/resident-memory.ts';
import { type NetworkCounters, trafficBetween, trafficOf } from '../../scripts/bench-membership/traffic.ts';

/** As Linux 6.18 prints them, but for the columns that nothing is read from. */
const COUNTERS: NetworkCounters = {
  dev: [
    'Inter-|   Receive                                                |  Transmit',
    ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
    '    lo:   34679     330    0    0    0     0          0         0    34680     331    0    0    0     0       0          0',
    '  eth0: 34518063     842    0    0    0     0          0         0    45233     481    0    0    0     0       0          0',
    '',
  ].join('\n'),
  snmp: [
    'Tcp: RtoAlgorithm InSegs OutSegs',
    'Tcp: 1 57 58',
    'Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors',
    'Udp: 12 1 2 40 3',
    'UdpLite: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors',
    'UdpLite: 0 0 0 0 0',
    '',
  ].join('\n'),
  netstat: [
    'TcpExt: SyncookiesSent TCPOrigDataSent TCPHystartTrainDetect',
    'TcpExt: 5 21 7',
    'IpExt: InNoRoutes InTruncatedPkts',
    'IpExt: 0 0',
    '',
  ].join('\n'),
};

describe('the traffic of a network namespace', () => {
  it('is what loopback has sent; messages are datagrams and TCP segments with data', () => {
    expect(trafficOf(COUNTERS)).to.deep.equal({ bytes: 34680, packets: 331, messages: 61 });
  });

  it('between two readings is the difference', () => {
    const before = { bytes: 100, packets: 10, messages: 1 };
    const after = { bytes: 350, packets: 30, messages: 4 };
    expect(trafficBetween(before, after)).to.deep.equal({ bytes: 250, packets: 20, messages: 3 });
  });

  it('is refused, not guessed, where the kernel lacks a counter', () => {
    const { dev, snmp, netstat } = COUNTERS;
    expect(() => trafficOf({ dev: dev.replace('lo:', 'lo1:'), snmp, netstat })).to.throw(
      'no loopback device',
    );
    expect(() => trafficOf({ dev, snmp: snmp.replace('Udp: ', 'Ucp: '), netstat })).to.throw(
      'Udp OutDatagrams',
    );
    expect(() => trafficOf({ dev, snmp, netstat: '' })).to.throw('TcpExt TCPOrigDataSent');
  });
});

describe('what Starling counts itself', () => {
  it('is read from its metrics', () => {
    const metrics = [
      '# TYPE starling_membership_sent_bytes_total counter',
      'starling_membership_sent_bytes_total 1234',
      'starling_membership_received_messages_total 9',
      'starling_membership_sent_messages_total 56',
      '',
    ].join('\n');
    expect(ownTrafficIn(metrics)).to.deep.equal({ bytes: 1234, messages: 56 });
    expect(() => ownTrafficIn('starling_membership_sent_bytes_total 1')).to.throw('sent_messages_total');
  });
});

describe('the memory of a process', () => {
  it('is what the kernel calls resident', () => {
    const status = 'VmHWM:\t  60000 kB\nVmRSS:\t   52340 kB\nRssAnon:\t   30000 kB\n';
    expect(residentIn(status)).to.equal(52340 * 1024);
    expect(() => residentIn('Name:\tgone\n')).to.throw('memory');
  });
});
