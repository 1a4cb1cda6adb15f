import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { StarlingError } from '../../src/base/errors.ts';
import { exampleConfiguration } from '../../src/node/configuration/example.ts';
import { type Flag, configurationOf, loadConfiguration } from '../../src/node/configuration/load.ts';
import { OPTION_LIST } from '../../src/node/configuration/option-list.ts';

describe('the configuration of a node', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'starling-configuration-'));
    file = path.join(folder, 'network.json');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What is said about a file with this text. */
  function refusalOf(text: string, flags: readonly Flag[] = []): string {
    writeFileSync(file, text);
    try {
      loadConfiguration({ file, flags });
    } catch (error) {
      expect(error).to.be.instanceOf(StarlingError);
      expect((error as StarlingError).code).to.equal('CONFIGURATION');
      return (error as StarlingError).message.replaceAll(file, 'network.json');
    }
    throw new Error('it was taken');
  }

  it('has a default for everything', () => {
    const configuration = configurationOf({});
    expect(configuration.cluster).to.deep.include({
      replicas: 3,
      writeQuorum: 2,
      readQuorum: 2,
      partitions: 1024,
    });
    expect(configuration).to.deep.include({
      clientHost: '127.0.0.1',
      clientPort: 7400,
      found: false,
      weight: 100,
    });
  });

  it('takes a majority of the replicas as quorums unless it is told others', () => {
    expect(configurationOf({ cluster: { replicas: 5 } }).cluster).to.include({
      writeQuorum: 3,
      readQuorum: 3,
    });
    expect(configurationOf({ cluster: { replicas: 5, writeQuorum: 5, readQuorum: 1 } }).cluster).to.include({
      writeQuorum: 5,
      readQuorum: 1,
    });
  });

  it('lets flags win over the file, and leaves the rest of a group alone', () => {
    writeFileSync(file, '{"cluster": {"name": "a", "replicas": 5}, "zone": "z"}');
    const flags = [{ name: '--cluster', path: 'cluster.name', value: 'b' }];
    const configuration = loadConfiguration({ file, flags });
    expect(configuration.cluster).to.include({ name: 'b', replicas: 5 });
    expect(configuration.zone).to.equal('z');
  });

  it('takes a data directory relative to the file that names it', () => {
    writeFileSync(file, '{"dataDirectory": "data"}');
    expect(loadConfiguration({ file }).dataDirectory).to.equal(path.join(folder, 'data'));
  });

  it('passes over keys that begin with $', () => {
    writeFileSync(file, '{"$": 1, "$": 2, "cluster": {"$name": "why", "name": "a"}}');
    expect(loadConfiguration({ file }).cluster.name).to.equal('a');
  });

  it('names file, line and option of everything that is wrong, and what to give instead', () => {
    const text = `{
      "cluster": { "replicas": 0,
                   "partitions": 1000 },
      "bootstrap": ["/ip4/10.0.0.7/tcp/7500",
                    "localhost:7500"],
      "clientPort": "7400",
      "log": { "level": "loud" }
    }`;
    expect(refusalOf(text).split('\n')).to.deep.equal([
      'network.json:2: cluster.replicas: it is 0; give a whole number from 1 to 7',
      'network.json:3: cluster.partitions: it is 1000; give a power of two from 1 to 65536',
      'network.json:5: bootstrap[1]: it is "localhost:7500"; give a multiaddr such as /ip4/10.0.0.7/tcp/7500, ' +
        '/ip6/::1/tcp/7500 or /dns4/peer.example/tcp/7500',
      'network.json:6: clientPort: it is "7400"; give a whole number from 0 to 65535',
      'network.json:7: log.level: it is "loud"; give one of trace, debug, info, warn, error, silent',
    ]);
  });

  it('names the flag where a flag is wrong', () => {
    const flags = [{ name: '--replicas', path: 'cluster.replicas', value: 'many' }];
    expect(refusalOf('{}', flags)).to.equal(
      '--replicas (cluster.replicas): it is "many"; give a whole number from 1 to 7',
    );
  });

  it('refuses options that do not exist, and says which do', () => {
    expect(refusalOf('{"cluster":\n {"replica": 3}}')).to.equal(
      'network.json:2: cluster.replica: there is no such option; ' +
        'cluster has name, secret, secretFile, previousSecret, previousSecretFile, allowedPeers, replicas, writeQuorum, ' +
        'readQuorum, partitions',
    );
  });

  it('never shows a secret', () => {
    expect(refusalOf(`{"cluster": {"secret": ["hush"]}}`))
      .to.include('cluster.secret')
      .and.not.include('hush');
    expect(refusalOf(`{"cluster": {"secret": "${'hush'.repeat(100)}"}}`)).to.not.include('hush');
  });

  for (const [what, text, option] of [
    [
      'a write quorum above the replicas',
      '{"cluster": {"replicas": 3, "writeQuorum": 4}}',
      'cluster.writeQuorum',
    ],
    [
      'a read quorum above the replicas',
      '{"cluster": {"replicas": 1, "readQuorum": 2}}',
      'cluster.readQuorum',
    ],
    ['founding and joining at once', '{"found": true, "bootstrap": ["/ip4/127.0.0.1/tcp/7500"]}', 'found'],
    ['clients of other machines without a password', '{"clientHost": "10.0.0.7"}', 'clientHost'],
    [
      'operators of other machines without a password',
      '{"adminHost": "10.0.0.7", "tls": {"certFile": "c", "keyFile": "k", "clientCaFile": "ca"}}',
      'adminHost',
    ],
    ['a tokens file that is none', '{"access": {"tokensFile": 3}}', 'access.tokensFile'],
    ['an address that clients cannot dial', '{"clientHost": "0.0.0.0"}', 'clientHost'],
    [
      'a probe that cannot end in its interval',
      '{"membership": {"ackTimeoutMs": 200}}',
      'membership.ackTimeoutMs',
    ],
    [
      'a shortest wait above the longest',
      '{"membership": {"reconnectMinMs": 20000}}',
      'membership.reconnectMinMs',
    ],
    ['a value limit above the ceiling', '{"valueBytes": 99999999}', 'valueBytes'],
    ['a port that does not exist', '{"listen": ["/ip4/127.0.0.1/tcp/70000"]}', 'listen[0]'],
    ['no address to listen at', '{"listen": []}', 'listen'],
    ['a name of nothing', '{"cluster": {"name": ""}}', 'cluster.name'],
    ['a group that is none', '{"cluster": 3}', 'cluster'],
    ['a peer id that is none', '{"cluster": {"allowedPeers": ["peer-1"]}}', 'cluster.allowedPeers[0]'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(refusalOf(text)).to.include(`network.json:1: ${option}: `);
    });
  }

  it('refuses a file that is missing, no JSON, no object, or says something twice', () => {
    expect(() => loadConfiguration({ file: path.join(folder, 'nowhere.json') })).to.throw(/nowhere\.json/);
    expect(refusalOf('{"zone": "a",\n "found" true}')).to.include('network.json:2: not valid JSON');
    expect(refusalOf('[]')).to.include('network.json:1: a configuration is one JSON object');
    expect(refusalOf('{"zone": "a",\n "zone": "b"}')).to.equal(
      'network.json:2: zone: it is given twice; keep one of them',
    );
  });

  it('explains every option', () => {
    for (const { path: option, meaning } of OPTION_LIST) expect(meaning.length, option).to.be.greaterThan(20);
  });

  it('has an example in the repository that names every option with its default', () => {
    const example = path.join(import.meta.dirname, '../../network.example.json');
    expect(readFileSync(example, 'utf8'), 'write it anew: starling config > network.example.json').to.equal(
      exampleConfiguration(),
    );
    const { dataDirectory: _data, ...fromExample } = loadConfiguration({ file: example });
    const { dataDirectory: _default, ...defaults } = configurationOf({});
    expect(fromExample).to.deep.equal(defaults);
  });
});
