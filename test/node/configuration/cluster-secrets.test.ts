import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { StarlingError } from '../../../src/base/errors.ts';
import { type Flag, configurationOf, loadConfiguration } from '../../../src/node/configuration/load.ts';
import { validSecrets } from '../../../src/node/settings.ts';

describe('the secrets of a cluster', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'starling-secrets-'));
    file = path.join(folder, 'network.json');
    writeFileSync(path.join(folder, 'new'), 'new secret\n');
    writeFileSync(path.join(folder, 'old'), '  old secret\r\n');
    writeFileSync(path.join(folder, 'empty'), '\n');
    writeFileSync(path.join(folder, 'long'), 'hush'.repeat(65));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function secretsOf(cluster: object, flags: readonly Flag[] = []): readonly string[] {
    writeFileSync(file, `{\n"cluster": ${JSON.stringify(cluster, undefined, 1)}}`);
    return validSecrets(loadConfiguration({ file, flags }).cluster);
  }

  function refusalOf(cluster: object, flags: readonly Flag[] = []): string {
    try {
      secretsOf(cluster, flags);
    } catch (error) {
      expect(error).to.be.instanceOf(StarlingError).with.property('code', 'CONFIGURATION');
      return (error as StarlingError).message.replaceAll(`${folder}/`, '');
    }
    throw new Error('it was taken');
  }

  const flag = (name: string, option: string, value: string) => ({ name, path: `cluster.${option}`, value });

  it('are one, two while it is being changed, or an empty one', () => {
    expect(secretsOf({})).to.deep.equal(['']);
    expect(secretsOf({ secret: 'a' })).to.deep.equal(['a']);
    expect(secretsOf({ secret: 'a', previousSecret: '' })).to.deep.equal(['a']);
    expect(secretsOf({ secret: 'a', previousSecret: 'b' })).to.deep.equal(['a', 'b']);
  });

  it('are read from files beside the configuration, without the white space around them', () => {
    expect(secretsOf({ secretFile: 'new', previousSecretFile: 'old' })).to.deep.equal([
      'new secret',
      'old secret',
    ]);
    expect(secretsOf({ secret: ' a\n', previousSecretFile: path.join(folder, 'old') })).to.deep.equal([
      'a',
      'old secret',
    ]);
    const { cluster } = configurationOf({ cluster: { secretFile: path.join(folder, 'new') } });
    expect(cluster).to.include({ secret: 'new secret' }).and.to.not.have.property('secretFile');
  });

  it('come from a flag or the environment in place of what the file says in either way', () => {
    const inFile = [{ secret: 'of the file' }, { secretFile: 'nowhere' }];
    for (const cluster of inFile) {
      expect(secretsOf(cluster, [flag('STARLING_SECRET', 'secret', 'b')])).to.deep.equal(['b']);
      const both = [
        flag('STARLING_SECRET', 'secret', 'b'),
        flag('--secret-file', 'secretFile', path.join(folder, 'new')),
      ];
      expect(secretsOf(cluster, both)).to.deep.equal(['new secret']);
    }
    const previous = { secret: 'a', previousSecretFile: 'nowhere' };
    expect(secretsOf(previous, [flag('STARLING_PREVIOUS_SECRET', 'previousSecret', '')])).to.deep.equal([
      'a',
    ]);
  });

  it('are refused with the line where they contradict each other', () => {
    expect(refusalOf({ secret: 'hush', secretFile: 'new' })).to.equal(
      'network.json:4: cluster.secretFile: it is given, and cluster.secret is too; drop one of the two',
    );
    expect(refusalOf({ previousSecret: 'hush' })).to.match(
      /^network\.json:3: cluster\.previousSecret: it is given, and there is no cluster\.secret/,
    );
    for (const same of [{ previousSecret: 'old secret' }, { previousSecretFile: 'old' }]) {
      expect(refusalOf({ secretFile: 'old', ...same })).to.match(
        /^network\.json:4: cluster\.previousSecret(File)?: it is the same as cluster\.secret/,
      );
    }
    expect(refusalOf({}, [flag('STARLING_PREVIOUS_SECRET', 'previousSecret', 'hush')])).to.match(
      /^STARLING_PREVIOUS_SECRET \(cluster\.previousSecret\): it is given/,
    );
  });

  it('are refused for what is wrong alone, not for what follows from it', () => {
    expect(refusalOf({ secretFile: 'nowhere', previousSecret: 'hush' }).split('\n')).to.have.length(1);
  });

  it('are refused where their file is missing, empty or too long, and are not shown', () => {
    for (const [name, words] of [
      ['nowhere', "can't read the secret: ENOENT"],
      ['empty', 'empty is empty; put the secret there'],
      ['long', 'long is longer than a secret may be, which is 256 bytes'],
    ] as const) {
      for (const option of ['secretFile', 'previousSecretFile']) {
        expect(refusalOf({ secret: option === 'secretFile' ? '' : 'a', [option]: name }))
          .to.match(new RegExp(`^network\\.json:[34]: cluster\\.${option}: `))
          .and.include(words)
          .and.not.include('hush');
      }
    }
  });
});
