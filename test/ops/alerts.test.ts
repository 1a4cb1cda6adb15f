import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { documentedMetrics } from '../telemetry/metrics-document.ts';
import { complaintOf, promtoolObstacle } from '../telemetry/promtool.ts';
import { unknownReferences } from './metric-references.ts';

const FOLDER = fileURLToPath(new URL('../../ops/prometheus/', import.meta.url));
const fileNamed = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

/** A rule of alerts.yml: its name, and its expression with the key before it. */
const RULE = /- alert: (?<name>\w+)\n {8}(?<expression>expr:(?: .+|(?:\n {10,}.+)+)(?:\n {10,}.+)*)/g;

describe('the alerts', () => {
  const rules = [...fileNamed('alerts.yml').matchAll(RULE)].map(({ groups }) => groups ?? {});

  it('ask for metrics and labels that there are', () => {
    expect(rules.length).to.equal(fileNamed('alerts.yml').split('- alert:').length - 1);
    expect(unknownReferences(fileNamed('alerts.yml'), documentedMetrics())).to.deep.equal([]);
    expect(unknownReferences(fileNamed('alerts.test.yml'), documentedMetrics())).to.deep.equal([]);
  });

  describe('in the eyes of promtool', function () {
    this.timeout('60s');

    let folder: string;

    before(function () {
      const obstacle = promtoolObstacle();
      if (obstacle === undefined) return;
      if (process.env['CI']) throw new Error(obstacle);
      console.log(`      skipped: ${obstacle}`);
      this.skip();
    });

    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'starling-alerts-'));
      cpSync(FOLDER, folder, { recursive: true });
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    const complaint = (what: string, file: string) =>
      complaintOf(...what.split(' '), path.join(folder, file));

    it('are well formed, and so is the configuration that names them', () => {
      expect(complaint('check rules', 'alerts.yml')).to.equal(undefined);
      expect(complaint('check config', 'prometheus.example.yml')).to.equal(undefined);
      const broken = fileNamed('alerts.yml').replace('== 0', '=== 0');
      writeFileSync(path.join(folder, 'alerts.yml'), broken);
      expect(complaint('check rules', 'alerts.yml')).to.include('parse error');
      expect(complaint('check config', 'prometheus.example.yml')).to.include('parse error');
    });

    it('fire when they should, and only then', () => {
      expect(complaint('test rules', 'alerts.test.yml')).to.equal(undefined);
    });

    // Each case looks at its own alert alone, so that one run shows it of all.
    it('would be found out, each of them, if it never fired or always did', () => {
      const names = rules.map(({ name }) => name);
      const failing = (constant: string) => {
        const broken = fileNamed('alerts.yml').replaceAll(
          RULE,
          `- alert: $<name>\n        expr: ${constant}`,
        );
        writeFileSync(path.join(folder, 'alerts.yml'), broken);
        const told = complaint('test rules', 'alerts.test.yml') ?? '';
        return [...told.matchAll(/^ +name: (.*?),?$/gm)].map(([, name]) => name);
      };
      expect(failing('vector(1) > 1')).to.deep.equal(names.map((name) => `${name} fires`));
      expect(failing('vector(1)')).to.include.members(names.map((name) => `${name} is silent`));
    });
  });
});
