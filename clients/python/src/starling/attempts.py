"""The patience of one request (docs/protocol.md, "Errors" and "Deadlines")."""

import random
import time

from .errors import Timeout

_FIRST_PAUSE_MS = 20
_LONGEST_PAUSE_MS = 1000
_LEAST_ATTEMPT_MS = 50


class Attempts:
    """How long the next attempt may take, how long to wait before it, and which error a request ends with.

    now_ms, chance: the clock in ms and a number from 0 to 1; given by tests
    """

    def __init__(self, timeout_ms, retries, now_ms=lambda: time.monotonic() * 1000, chance=random.random):
        self._now_ms = now_ms
        self._chance = chance
        self._timeout_ms = timeout_ms
        self._deadline_ms = now_ms() + timeout_ms
        self._retries_left = retries
        self._made = 0
        self._unknown = None

    def begin(self):
        """How long the attempt that begins now may take, in ms."""
        self._made += 1
        left_ms = self._left_ms()
        if self._retries_left == 0:
            return left_ms
        return min(left_ms, max(left_ms / 2, _LEAST_ATTEMPT_MS))

    def pause_ms(self, error, elsewhere):
        """Milliseconds before the next attempt. Raises the error of the request where there is none.

        elsewhere: whether a peer is left that this request hasn't tried
        """
        if error.outcome_unknown:
            self._unknown = error
        if not error.retryable or self._retries_left == 0:
            raise self._final(error)
        self._retries_left -= 1
        pause_ms = self._pause_ms(error, elsewhere)
        if pause_ms >= self._left_ms():
            made = f"not done within {self._timeout_ms} ms, in {self._made} attempts"
            raise Timeout(f"{made}; the last error: {error.message}") from error
        return pause_ms

    def _pause_ms(self, error, elsewhere):
        if elsewhere and error.code in ("UNAVAILABLE", "TIMEOUT"):
            return 0
        ceiling_ms = min(_FIRST_PAUSE_MS * 2 ** (self._made - 1), _LONGEST_PAUSE_MS)
        return (error.retry_after_ms or 0) + ceiling_ms * (0.5 + self._chance() / 2)

    def _final(self, error):
        """An answer that nothing was applied speaks only of the last attempt: an earlier one may have been."""
        unknown = self._unknown
        if unknown is None or error.outcome_unknown:
            return error
        final = type(unknown)(f"{unknown.message}; sent again, it was refused: {error.message}")
        final.__cause__ = error
        return final

    def _left_ms(self):
        return self._deadline_ms - self._now_ms()
