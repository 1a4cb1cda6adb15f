import { expect } from 'chai';
import { SerfEngine } from '../../scripts/bench-membership/serf-engine.ts';

const engine = new SerfEngine('serf');

describe("the lines of serf's output, to the benchmark", () => {
  const meanings = [
    [
      '    2026/11/26 06:57:13 [INFO] serf: EventMemberJoin: m2 127.0.1.3',
      { kind: 'sees', id: 'm2', state: 'alive' },
    ],
    [
      '    2026/11/26 06:57:25 [INFO] serf: EventMemberFailed: m4 127.0.1.5',
      { kind: 'sees', id: 'm4', state: 'dead' },
    ],
    [
      '    2026/11/26 06:57:27 [INFO] serf: EventMemberLeave: m3 127.0.1.4',
      { kind: 'sees', id: 'm3', state: 'left' },
    ],
    [
      '    2026/11/26 06:57:21 [INFO] memberlist: Suspect m4 has failed, no acks received',
      { kind: 'sees', id: 'm4', state: 'suspect' },
    ],
    ['    2026/11/26 06:57:34 [WARN] memberlist: Refuting a suspect message (from: m1)', { kind: 'refutes' }],
    ['    2026/11/26 06:57:34 [WARN] memberlist: Refuting a dead message (from: m1)', { kind: 'refutes' }],
    ['==> Joining cluster...(replay: false)', { kind: 'contacts' }],
    ['==> Log data will now stream in as it occurs:', { kind: 'ready' }],
  ] as const;

  for (const [line, meaning] of meanings) {
    it(`mean something: ${line.trim()}`, () => {
      expect(engine.read(line)).to.deep.equal(meaning);
    });
  }

  it('mean nothing otherwise', () => {
    const others = [
      '==> Serf agent running!',
      "                      Node name: 'm1'",
      '    2026/11/26 06:57:15 [INFO] agent: Received event: member-join',
      '    2026/11/26 06:57:13 [INFO] agent: joining: [127.0.1.1:7946] replay: false',
      '    2026/11/26 06:57:25 [INFO] memberlist: Marking m4 as failed, suspect timeout reached (2 peer confirmations)',
      '',
    ];
    for (const line of others) expect(engine.read(line), line).to.equal(undefined);
  });
});

describe('the command that runs an agent of serf', () => {
  const seat = { name: 'm1', host: '127.0.1.2', port: 7500, controlPort: 7400, folder: '/f/m1' };

  it('joins by the address of another member, if there is one, with the LAN profile', () => {
    const first = engine.command(seat, undefined);
    expect(first.args).to.include('-profile=lan');
    expect(first.args.some((arg) => arg.startsWith('-join'))).to.equal(false);
    const second = engine.command({ ...seat, name: 'm2', host: '127.0.1.3' }, seat);
    expect(second.args).to.include('-join=127.0.1.2:7500');
    expect(second.args).to.include('-bind=127.0.1.3:7500');
  });
});
