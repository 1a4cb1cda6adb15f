import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forgetRunningFlock, noteRunningFlock, readRunningFlock } from '../../../src/cli/flock/running.ts';

describe('the note of the cluster that runs in a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'starling-running-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what was noted, until it is forgotten, or its process has ended', () => {
    const running = { pid: process.pid, clientAddresses: ['127.0.0.1:7400'] };
    expect(readRunningFlock(folder)).to.equal(undefined);
    noteRunningFlock(folder, running);
    expect(readRunningFlock(folder)).to.deep.equal(running);
    // Above what Linux gives to any process.
    noteRunningFlock(folder, { ...running, pid: 2 ** 22 + 1 });
    expect(readRunningFlock(folder)).to.equal(undefined);
    noteRunningFlock(folder, running);
    forgetRunningFlock(folder);
    expect(readRunningFlock(folder)).to.equal(undefined);
  });

  it('is refused, with what to do, where somebody has written something else', () => {
    const addresses = '"clientAddresses":["127.0.0.1:7400"]';
    for (const text of [
      '',
      'null',
      '7',
      '[]',
      `{${addresses}}`,
      `{"pid":0,${addresses}}`,
      `{"pid":1.5,${addresses}}`,
      `{"pid":"1",${addresses}}`,
      '{"pid":1,"clientAddresses":[7400]}',
      '{"pid":1,"clientAddresses":"127.0.0.1:7400"}',
    ]) {
      writeFileSync(path.join(folder, 'running.json'), text);
      expect(() => readRunningFlock(folder), text)
        .to.throw('remove it, or name a peer with --address')
        .with.property('code', 'CONFIGURATION');
    }
  });
});
