import { expect } from 'chai';
import { bootstrapAddresses } from '../../../src/cli/cluster-init/bootstrap-addresses.ts';

const MACHINE = [
  { address: '127.0.0.1', family: 'IPv4', internal: true },
  { address: '::1', family: 'IPv6', internal: true },
  { address: '10.0.0.7', family: 'IPv4', internal: false },
  { address: '192.0.2.7', family: 'IPv4', internal: false },
  { address: 'fe80::7', family: 'IPv6', internal: false },
  { address: '2001:db8::7', family: 'IPv6', internal: false },
];

describe('where others find the first peer of a cluster', () => {
  const of = (...listen: string[]) => bootstrapAddresses(listen, 'ID', MACHINE);

  it('is where it listens, with its id', () => {
    expect(of('/ip4/10.0.0.7/tcp/7500')).to.deep.equal(['/ip4/10.0.0.7/tcp/7500/p2p/ID']);
    expect(of('/dns4/peer.example/tcp/7500/p2p/ID')).to.deep.equal(['/dns4/peer.example/tcp/7500/p2p/ID']);
  });

  it('is every address of the machine that others can dial, where it listens at all of them', () => {
    expect(of('/ip4/0.0.0.0/tcp/7500')).to.deep.equal([
      '/ip4/10.0.0.7/tcp/7500/p2p/ID',
      '/ip4/192.0.2.7/tcp/7500/p2p/ID',
    ]);
    expect(of('/ip6/::/tcp/7500')).to.deep.equal(['/ip6/2001:db8::7/tcp/7500/p2p/ID']);
  });

  it('is loopback where the machine has nothing else', () => {
    const alone = MACHINE.slice(0, 2);
    expect(bootstrapAddresses(['/ip4/0.0.0.0/tcp/7500', '/ip6/::/tcp/7500'], 'ID', alone)).to.deep.equal([
      '/ip4/127.0.0.1/tcp/7500/p2p/ID',
      '/ip6/::1/tcp/7500/p2p/ID',
    ]);
  });

  it('can not be a port that is another one at each start', () => {
    expect(() => of('/ip4/10.0.0.7/tcp/0'))
      .to.throw(/\/tcp\/0 .*name one/)
      .with.property('code', 'CONFIGURATION');
  });
});
