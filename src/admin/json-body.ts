import type { IncomingMessage } from 'node:http';

/**
 * The JSON that a request carries; undefined where it is none. Its length has been checked before (request-check.ts).
 * @throws Error where the connection breaks before its end
 */
export async function jsonBodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
}
