"""TLS on a socket that one thread reads from while others write to it."""

import ssl
import threading
import time

_RECEIVE_BYTES = 256 << 10


class TlsStream:
    """Speaks TLS over a connected socket, with the methods of a socket that a connection uses.

    OpenSSL can't read and write one connection at the same time, and a thread that waits for bytes inside it would keep the others from
    sending. So it is only ever handed bytes, under a lock and without waiting; the socket itself is read and written outside of that. One
    thread at a time may be in `recv`, and one in `sendall`.
    """

    def __init__(self, sock, context, host, patience_s):
        """Shakes hands, within the patience. Raises TimeoutError, or OSError: an ssl.SSLError where the peer isn't trusted."""
        self._socket = sock
        self._received = ssl.MemoryBIO()
        self._to_send = ssl.MemoryBIO()
        self._lock = threading.Lock()
        self._tls = context.wrap_bio(self._received, self._to_send, server_hostname=host)
        self._shake_hands(time.monotonic() + patience_s)
        self.settimeout = sock.settimeout
        self.shutdown = sock.shutdown
        self.close = sock.close

    def recv(self, size):
        """Empty where the peer has closed it."""
        while True:
            with self._lock:
                try:
                    return self._tls.read(size)
                except ssl.SSLWantReadError:
                    pass
                except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                    # Whether it took leave is all the same: frames have lengths, so that one that is cut short shows.
                    return b""
            self._receive()

    def sendall(self, data):
        rest = memoryview(data)
        with self._lock:
            while rest:
                rest = rest[self._tls.write(rest) :]
            # With what reading has left to be said, such as the answer to a change of keys.
            encrypted = self._to_send.read()
        self._socket.sendall(encrypted)

    def _shake_hands(self, deadline_s):
        while True:
            try:
                self._tls.do_handshake()
                return
            except ssl.SSLWantReadError:
                pass
            finally:
                # However it goes on: an alert tells the peer why it isn't trusted.
                self._socket.sendall(self._to_send.read())
            left_s = deadline_s - time.monotonic()
            if left_s <= 0:
                raise TimeoutError("the handshake has no end")
            self._socket.settimeout(left_s)
            self._receive()

    def _receive(self):
        encrypted = self._socket.recv(_RECEIVE_BYTES)
        with self._lock:
            if encrypted:
                self._received.write(encrypted)
            else:
                self._received.write_eof()
