import { appendFileSync, chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connect as connectTls } from 'node:tls';
import { expect } from 'chai';
import { tokenLine } from '../../src/access/token-list.ts';
import { connect } from '../../src/client/connect.ts';
import type { StarlingNode } from '../../src/index.ts';
import { configurationOf } from '../../src/node/configuration/load.ts';
import type { ConfigurationInput } from '../../src/node/configuration.ts';
import { Authority, type Issued } from '../server/certificates.ts';
import { until } from '../until.ts';
import { StartedNodes } from './started-nodes.ts';

const WITHIN_MS = 30_000;

/** On the machine's own network and disks. */
describe('nodes whose doors are guarded', function () {
  this.timeout('60s');

  let nodes: StartedNodes;
  let authority: Authority;
  let own: Issued;
  let tokensFile: string;
  let input: ConfigurationInput;
  let one: StarlingNode;
  let other: StarlingNode;

  before(async () => {
    nodes = await StartedNodes.of('guarded');
    authority = new Authority('flock');
    own = authority.issue('IP:127.0.0.1');
    tokensFile = path.join(nodes.folder, 'cluster.tokens');
    writeFileSync(tokensFile, tokenLine('shop', 'write', 'w') + tokenLine('grafana', 'read', 'r'), {
      mode: 0o600,
    });
    input = {
      cluster: { name: 'guarded', partitions: 16, secret: 'what all members know' },
      access: { tokensFile },
      tls: { certFile: own.cert, keyFile: own.key },
    };
    one = await nodes.start({ ...input, found: true });
    other = await nodes.start({ ...input, bootstrap: [...one.addresses] });
    await until(() => one.isActive && other.isActive && one.topology().width === 2, WITHIN_MS);
  });

  after(async () => {
    await nodes.end();
    rmSync(authority.folder, { recursive: true });
  });

  const reach = (token: string | undefined) =>
    connect({ addresses: [one.clientAddress], token, tls: { ca: authority.caText }, timeoutMs: 5000 });
  const reconfigure = (node = one) =>
    node.reconfigure(
      configurationOf({
        ...input,
        found: true,
        dataDirectory: path.join(nodes.folder, 'peer-0'),
        clientPort: 0,
        log: { level: 'silent' },
      }),
    );

  function serialOf(node: StarlingNode): Promise<string> {
    const [host, port] = node.clientAddress.split(':');
    return new Promise((resolve, reject) => {
      const socket = connectTls({ host, port: Number(port), ca: authority.caText }, () => {
        resolve(socket.getPeerCertificate().serialNumber);
        socket.destroy();
      });
      socket.on('error', reject);
    });
  }

  it('let clients and operators in with a token, and tell an operator what the other members have of a key', async () => {
    const client = await reach('w');
    await client.put('wren', 'sings', { consistency: 'all' });
    await client.close();
    const explain = (authorization: string) =>
      fetch(`http://${one.adminAddress}/api/explain`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: '{"key":"wren"}',
      });
    expect((await explain('Bearer guess')).status).to.equal(401);
    const answer = await explain('Bearer r');
    expect(answer.status).to.equal(200);
    const { members } = (await answer.json()) as { members: { peer: string; answered?: boolean }[] };
    expect(members.map(({ peer }) => peer)).to.have.members([one.peerId, other.peerId]);
    const metrics = await fetch(`http://${one.adminAddress}/metrics`, {
      headers: { authorization: 'Bearer r' },
    });
    expect(await metrics.text()).to.match(/^starling_client_requests_forbidden_total 0$/m);
  });

  it('read their tokens again when they are told to: who is new is let in, and whose was taken back is hung up on', async () => {
    const shop = await reach('w');
    await shop.get('wren');
    writeFileSync(tokensFile, tokenLine('grafana', 'read', 'r') + tokenLine('till', 'write', 't'));
    expect(await reach('t').catch((error: unknown) => error)).to.include({
      code: 'FORBIDDEN',
    });
    expect(reconfigure()).to.deep.include({ applied: ['access.tokensFile'], waiting: [] });
    reconfigure(other);
    const till = await reach('t');
    await till.put('wren', 'sings');
    await till.close();
    // The first may have been under way on a connection that was closed.
    await shop.get('wren').catch(() => undefined);
    expect(await shop.get('wren').catch((error: unknown) => error)).to.include({ code: 'FORBIDDEN' });
    await shop.close();
    expect(reconfigure()).to.deep.include({ applied: [], waiting: [] });
  });

  it('go on with the tokens they have where the file is wrong', async () => {
    appendFileSync(tokensFile, 'shop write nonsense\n');
    expect(() => reconfigure()).to.throw(/cluster\.tokens:3: what comes last is the SHA-256/);
    const till = await reach('t');
    await till.close();
    writeFileSync(tokensFile, tokenLine('till', 'write', 't'));
    reconfigure();
  });

  it('show a new certificate when they are told to, and go on serving connections that are open', async () => {
    const client = await reach('t');
    const before = await serialOf(one);
    const renewed = authority.issue('IP:127.0.0.1');
    copyFileSync(renewed.cert, own.cert);
    copyFileSync(renewed.key, own.key);
    expect(await serialOf(one)).to.equal(before);
    expect(reconfigure().applied).to.deep.equal(['tls.certFile', 'tls.keyFile']);
    expect(await serialOf(one)).to.not.equal(before);
    await client.put('wren', 'sings on');
    await client.close();
  });

  it('go on with the certificate they have where the new one is none', async () => {
    const before = await serialOf(one);
    writeFileSync(own.cert, 'no certificate');
    expect(() => reconfigure()).to.throw('no certificate and its private key');
    expect(await serialOf(one)).to.equal(before);
  });
});

describe('a file with tokens', () => {
  it('is refused where others may write to it, where it is missing, and where there is nothing in it', async () => {
    const nodes = await StartedNodes.of('tokens');
    const tokensFile = path.join(nodes.folder, 'tokens');
    const refusal = () =>
      nodes.start({ found: true, access: { tokensFile } }).then(
        () => 'none',
        (error: unknown) => (error as Error).message,
      );
    expect(await refusal()).to.include("access.tokensFile: can't be read");
    writeFileSync(tokensFile, '');
    expect(await refusal()).to.include('there is no token in it');
    writeFileSync(tokensFile, tokenLine('shop', 'write', 'w'));
    chmodSync(tokensFile, 0o666);
    expect(await refusal()).to.include('others than its owner may write');
    await nodes.end();
  });
});
