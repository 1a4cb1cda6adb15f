import { expect } from 'chai';
import { Probe } from '../../src/membership/probe.ts';

function probeWith(helpers: readonly string[]): Probe {
  const probe = new Probe('target', 1, 0);
  probe.askHelpers(helpers);
  return probe;
}

describe('one probe', () => {
  it('is answered by the target, and by those that were asked to help', () => {
    const probe = new Probe('target', 1, 0);
    expect(probe.isAnsweredBy('target')).to.equal(true);
    expect(probe.isAnsweredBy('b')).to.equal(false);
    probe.askHelpers(['b']);
    expect(probe.isAnsweredBy('b')).to.equal(true);
    expect(probe.isAnsweredBy('c')).to.equal(false);
  });

  it('speaks against ourselves by every helper that says nothing (Lifeguard IV-A)', () => {
    const probe = probeWith(['b', 'c', 'd']);
    expect(probe.ownFault()).to.equal(3);
    probe.handleNack('b');
    probe.handleNack('b');
    probe.handleNack('stranger');
    expect(probe.ownFault()).to.equal(2);
  });

  it('does not speak against ourselves where every helper is well', () => {
    const probe = probeWith(['b', 'c']);
    probe.handleNack('b');
    probe.handleNack('c');
    expect(probe.ownFault()).to.equal(0);
  });

  it('speaks a little against ourselves where there was nobody to ask', () => {
    expect(probeWith([]).ownFault()).to.equal(1);
  });
});
