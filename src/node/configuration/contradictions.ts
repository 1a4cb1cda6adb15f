import type { z } from 'zod';
import { isLoopback } from '../../base/loopback.ts';
import type { NodeConfiguration } from '../node-configuration.ts';

/** Refuses options that are each all right and can't be together. */
export function refuseContradictions(
  configuration: NodeConfiguration & { readonly membership: Required<NodeConfiguration['membership']> },
  context: z.RefinementCtx,
): void {
  const { cluster, membership, clientHost, tls } = configuration;
  const openDoor = openDoorOf(configuration);
  const refuse = (path: string, message: string): void => {
    context.addIssue({ code: 'custom', path: path.split('.'), message });
  };
  for (const quorum of ['writeQuorum', 'readQuorum'] as const) {
    if (cluster[quorum] > cluster.replicas) {
      refuse(
        `cluster.${quorum}`,
        `it is ${cluster[quorum]}, but a key has only ${cluster.replicas} owners (cluster.replicas); lower this or raise that`,
      );
    }
  }
  if (configuration.found && configuration.bootstrap.length > 0) {
    refuse(
      'found',
      'it is true, and bootstrap names members to join; a peer founds a cluster or joins one: drop one of the two',
    );
  }
  if (clientHost === '0.0.0.0' || clientHost === '::') {
    refuse(
      'clientHost',
      `it is ${clientHost}, which clients can't dial; give the address at which they reach this machine`,
    );
  }
  if ((tls.certFile === '') !== (tls.keyFile === '')) {
    const missing = tls.certFile === '' ? 'tls.certFile' : 'tls.keyFile';
    refuse(missing, 'a certificate and its private key go together; give both files or none');
  }
  if (tls.clientCaFile !== '' && tls.certFile === '') {
    refuse(
      'tls.clientCaFile',
      'clients show certificates over TLS only; give tls.certFile and tls.keyFile, too',
    );
  }
  if (openDoor !== undefined) refuse(openDoor.option, openDoor.problem);
  if (membership.ackTimeoutMs * 2 > membership.probeIntervalMs) {
    refuse(
      'membership.ackTimeoutMs',
      `it is ${membership.ackTimeoutMs}, more than half of membership.probeIntervalMs (${membership.probeIntervalMs}); lower this or raise that`,
    );
  }
  if (membership.reconnectMinMs > membership.reconnectMaxMs) {
    refuse(
      'membership.reconnectMinMs',
      `it is ${membership.reconnectMinMs}, more than membership.reconnectMaxMs (${membership.reconnectMaxMs}); lower this or raise that`,
    );
  }
}

/** What would let everybody of a network in; undefined: nothing, or it is meant. */
function openDoorOf({
  clientHost,
  adminHost,
  adminPort,
  access,
  tls,
}: NodeConfiguration): { readonly option: string; readonly problem: string } | undefined {
  if (access.insecure || access.tokensFile !== '') return undefined;
  const problem = (host: string, door: string, ways: string): string =>
    `it is ${host}, which other machines reach, and everybody who does could ${door}; ${ways}, keep it on loopback (127.0.0.1), or say ` +
    'that this is meant: access.insecure, --insecure';
  const tokens = 'give tokens (access.tokensFile, --tokens; `starling token` makes them)';
  if (!isLoopback(clientHost) && tls.clientCaFile === '') {
    const ways = `${tokens}, ask for certificates (tls.clientCaFile)`;
    return { option: 'clientHost', problem: problem(clientHost, 'read and write', ways) };
  }
  if (!isLoopback(adminHost) && adminPort !== 'off') {
    return { option: 'adminHost', problem: problem(adminHost, 'read who the members are', tokens) };
  }
  return undefined;
}
