import unittest

from starling.attempts import Attempts
from starling.errors import BY_CODE, StarlingError
from vectors import vectors


class Retries(unittest.TestCase):
    def test_errors_are_sent_again_as_the_vectors_have_it(self):
        for case in vectors("retries")["cases"]:
            for chance, bound in ((0, "least"), (1, "most")):
                with self.subTest(case["name"], bound=bound):
                    self._fail(case, chance, bound)

    def _fail(self, case, chance, bound):
        now_ms = [0]
        attempts = Attempts(case["timeoutMs"], case["retries"], lambda: now_ms[0], lambda: chance)
        attempt_ms, pauses, ended = [], [], None
        for failure in case["failures"]:
            attempt_ms.append(attempts.begin())
            now_ms[0] += failure["tookMs"]
            error = BY_CODE[failure["code"]]("planted", failure["retryAfterMs"] or None)
            try:
                pauses.append(attempts.pause_ms(error, failure["elsewhere"]))
                now_ms[0] += pauses[-1]
            except StarlingError as final:
                ended = final.code
                break
        if bound == "least":
            self.assertEqual(attempt_ms, case["attemptMs"])
        self.assertEqual(pauses, [pause[bound] for pause in case["pauses"]])
        self.assertEqual(ended, case["error"])
