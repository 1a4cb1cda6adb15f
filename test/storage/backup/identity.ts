/** An identity that was made for tests: the peer of nobody. */
export const IDENTITY_BYTES = new Uint8Array(
  Buffer.from(
    'CAESQO9wAXhUrZcHwCXs0UJ2APXHwVg4p0TBOPEhBMCt32jhTMTMh0/5bZ+f6tmsJiJOhOBSSAJb634NQhbrsI2Fhy4=',
    'base64',
  ),
);
