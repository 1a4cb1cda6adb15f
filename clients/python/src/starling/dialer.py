"""Opens connections to peers."""

import socket
import ssl
import time

from . import requests
from .connection import Connection
from .errors import InvalidArgument, Timeout, Unavailable
from .tls import TlsStream


class Dialer:
    """tls: an ssl.SSLContext, None: plain TCP; token: what every connection begins with, None: with nothing."""

    def __init__(self, connect_timeout_ms, tls, token):
        """Raises InvalidArgument."""
        self._connect_timeout_ms = requests.check_timeout(connect_timeout_ms)
        if tls is not None and not isinstance(tls, ssl.SSLContext):
            raise InvalidArgument(f"tls is a {type(tls).__name__}; give an ssl.SSLContext, or None for plain TCP")
        self._tls = tls
        self._authenticate = None if token is None else requests.authenticate(token)

    def dial(self, address, patience_ms, on_closed):
        """A new Connection. Raises Unavailable | Timeout."""
        patience_ms = min(patience_ms, self._connect_timeout_ms)
        try:
            stream = self._stream_to(address, patience_ms / 1000)
        except TimeoutError as error:
            raise Timeout(f"no connection to {address} within {round(patience_ms)} ms") from error
        except ssl.SSLCertVerificationError as error:
            why = f"its certificate isn't trusted: {error.verify_message}"
            raise Unavailable(f"no connection to {address} over TLS: {why}") from error
        except ssl.SSLError as error:
            raise Unavailable(f"no connection to {address} over TLS: {error}") from error
        except OSError as error:
            raise Unavailable(f"no connection to {address}: {error}") from error
        return Connection(stream, address, on_closed, self._authenticate)

    def _stream_to(self, address, patience_s):
        deadline_s = time.monotonic() + patience_s
        plain = socket.create_connection((address.host, address.port), patience_s)
        try:
            # Small requests would wait for the acknowledgement of the ones before.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls is None:
                return plain
            return TlsStream(plain, self._tls, address.host, max(0.001, deadline_s - time.monotonic()))
        except BaseException:
            plain.close()
            raise
