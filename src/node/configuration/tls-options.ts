import { z } from 'zod';
import { text } from './option-kinds.ts';

const PATH_BYTES = 4096;

/** How clients are sure of whom they talk to, and that nobody listens; and a peer of who its clients are. */
export const tlsOptions = z.strictObject({
  certFile: text(0, PATH_BYTES)
    .default('')
    .describe(
      'File with the certificate of the client port, PEM, those that it is signed by after it. In a file: relative to the file. Empty: clients are ' +
        'served without TLS, and whoever is on the way can read and change what they say.',
    ),
  keyFile: text(0, PATH_BYTES)
    .default('')
    .describe('File with the private key of that certificate, PEM; readable by its owner alone (chmod 600).'),
  clientCaFile: text(0, PATH_BYTES)
    .default('')
    .describe(
      'File with the certificates, PEM, one of which must have signed that of each client. Empty: clients need none, and whoever reaches the ' +
        'port may read and write.',
    ),
});
