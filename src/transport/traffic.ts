/**
 * What a lane has carried since it was made, over all of its streams: frames as they were before encryption, handshakes
 * included. Bytes are counted a chunk at a time, so that it costs next to nothing.
 */
export class Traffic {
  sentBytes = 0;
  receivedBytes = 0;
  sentMessages = 0;
  receivedMessages = 0;
}
