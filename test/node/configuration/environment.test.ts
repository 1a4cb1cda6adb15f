import { expect } from 'chai';
import { environmentFlags, secretFlags, variableOf } from '../../../src/node/configuration/environment.ts';
import { loadConfiguration } from '../../../src/node/configuration/load.ts';
import { OPTION_LIST } from '../../../src/node/configuration/option-list.ts';

describe('a configuration from the environment', () => {
  it('has a variable for each option, no two the same', () => {
    const variables = OPTION_LIST.map(({ path }) => variableOf(path));
    expect(new Set(variables).size).to.equal(OPTION_LIST.length);
    expect(variables).to.include.members(['STARLING_CLUSTER_WRITE_QUORUM', 'STARLING_DATA_DIRECTORY']);
  });

  it('takes lists, numbers and yes or no as what they are', () => {
    const flags = environmentFlags({
      STARLING_CLUSTER_REPLICAS: '5',
      STARLING_CLUSTER_NAME: '5',
      STARLING_MEMBERSHIP_SUSPICION_MULTIPLIER: '2.5',
      STARLING_FOUND: 'true',
      STARLING_LISTEN: '/ip4/127.0.0.1/tcp/1, /ip4/127.0.0.1/tcp/2',
      STARLING_ADMIN_PORT: '0',
      PATH: '/usr/bin',
    });
    const configuration = loadConfiguration({ flags });
    expect(configuration.cluster).to.include({ replicas: 5, name: '5' });
    expect(configuration.membership.suspicionMultiplier).to.equal(2.5);
    expect(configuration).to.include({ found: true, adminPort: 0 });
    expect(configuration.listen).to.deep.equal(['/ip4/127.0.0.1/tcp/1', '/ip4/127.0.0.1/tcp/2']);
    const off = loadConfiguration({ flags: environmentFlags({ STARLING_ADMIN_PORT: 'off' }) });
    expect(off.adminPort).to.equal('off');
  });

  it('loses against what comes after it', () => {
    const flags = [
      ...environmentFlags({ STARLING_ZONE: 'east', STARLING_WEIGHT: '7' }),
      { name: '--zone', path: 'zone', value: 'west' },
    ];
    expect(loadConfiguration({ flags })).to.include({ zone: 'west', weight: 7 });
  });

  it('is refused by the name of the variable where it is wrong', () => {
    const flags = environmentFlags({ STARLING_WEIGHT: 'heavy' });
    expect(() => loadConfiguration({ flags })).to.throw('STARLING_WEIGHT (weight): it is "heavy"');
    expect(() => environmentFlags({ STARLING_WIEGHT: '7' })).to.throw(
      'STARLING_WIEGHT: there is no such option',
    );
  });

  it('leaves alone what clients take from there', () => {
    expect(environmentFlags({ STARLING_ADDRESS: '127.0.0.1:7400' })).to.deep.equal([]);
  });

  it('has short names for the secrets, which commands take that need nothing else', () => {
    const flags = secretFlags({ STARLING_SECRET: 'a', STARLING_PREVIOUS_SECRET: 'b', STARLING_ZONE: 'c' });
    expect(flags.map(({ path, value }) => [path, value])).to.deep.equal([
      ['cluster.secret', 'a'],
      ['cluster.previousSecret', 'b'],
    ]);
  });
});
