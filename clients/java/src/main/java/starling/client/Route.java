package starling.client;

import java.util.List;

/**
 * Where a key lives, by the ring that the client goes by.
 *
 * @param token 64 bits, unsigned
 * @param owners the client addresses of its owners, in the ring's order of preference
 */
public record Route(long token, int partition, List<String> owners) {}
