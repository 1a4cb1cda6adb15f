/**
 * Loaded into a Starling peer ahead of its program: writes one line when the peer first turns to another, which is as long after
 * the start of the process as Node and libp2p take to get going.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';

const CHANNEL = 'net.client.socket';
const STANDARD_OUTPUT = 1;

function tell() {
  unsubscribe(CHANNEL, tell);
  writeSync(STANDARD_OUTPUT, '{"msg":"first contact"}\n');
}

subscribe(CHANNEL, tell);
