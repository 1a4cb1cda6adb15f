import type { z } from 'zod';
import type { NodeConfiguration } from '../node-configuration.ts';

/** Refuses options that are each all right and can't be together. */
export function refuseContradictions(
  configuration: NodeConfiguration & { readonly membership: Required<NodeConfiguration['membership']> },
  context: z.RefinementCtx,
): void {
  const { cluster, membership, clientHost, tls } = configuration;
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
