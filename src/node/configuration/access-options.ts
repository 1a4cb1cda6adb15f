import { z } from 'zod';
import { text, yesOrNo } from './option-kinds.ts';

/** Who may come in through the doors for clients and for operators. */
export const accessOptions = z.strictObject({
  tokensFile: text(0, 4096)
    .default('')
    .describe(
      'File with the tokens of those who may come in, clients and operators, each to read or to write; `starling token` makes its lines, of which ' +
        'each has a hash and not the token. The same on all peers; read again at SIGHUP. In a file: relative to the file. Empty: whoever reaches ' +
        'a port may come in.',
    ),
  insecure: yesOrNo()
    .default(false)
    .describe(
      'Serve clients and operators beyond this machine (clientHost, adminHost) although anybody who reaches the port may come in: where the ' +
        'network is your own, and nobody else on it. --insecure.',
    ),
});
