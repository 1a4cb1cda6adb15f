use std::time::{Duration, Instant};

use crate::error::{Code, Error};

const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
const LEAST_ATTEMPT: Duration = Duration::from_millis(50);

/// The patience of one request: how long the next attempt may take, how long to wait before it, and which error it ends with
/// (docs/protocol.md, "Errors" and "Deadlines"). Pure: time and chance are handed in.
pub struct Attempts {
    timeout: Duration,
    deadline: Instant,
    retries_left: u32,
    made: u32,
    unknown: Option<Error>,
}

impl Attempts {
    pub fn new(now: Instant, timeout: Duration, retries: u32) -> Self {
        Self { timeout, deadline: now + timeout, retries_left: retries, made: 0, unknown: None }
    }

    /// How long the attempt that begins now may take.
    pub fn begin(&mut self, now: Instant) -> Duration {
        self.made += 1;
        let left = self.left(now);
        if self.retries_left == 0 {
            return left;
        }
        left.min((left / 2).max(LEAST_ATTEMPT))
    }

    /// The pause before the next attempt, or the error of the request where there is none.
    ///
    /// elsewhere: whether a peer is left that this request hasn't tried; chance: from 0 to 1
    pub fn after_failure(
        &mut self,
        error: Error,
        elsewhere: bool,
        now: Instant,
        chance: f64,
    ) -> Result<Duration, Error> {
        if error.code.is_outcome_unknown() {
            self.unknown = Some(error.clone());
        }
        if !error.code.is_retryable() || self.retries_left == 0 {
            return Err(self.last(error));
        }
        self.retries_left -= 1;
        let pause = self.pause(&error, elsewhere, chance);
        if pause >= self.left(now) {
            let made = format!("not done within {:?}, in {} attempts", self.timeout, self.made);
            return Err(Error::new(Code::Timeout, format!("{made}; the last error: {}", error.message)));
        }
        Ok(pause)
    }

    fn pause(&self, error: &Error, elsewhere: bool, chance: f64) -> Duration {
        if elsewhere && matches!(error.code, Code::Unavailable | Code::Timeout) {
            return Duration::ZERO;
        }
        let doublings = (self.made - 1).min(16);
        let ceiling = (FIRST_PAUSE * 2u32.pow(doublings)).min(LONGEST_PAUSE);
        error.retry_after.unwrap_or_default() + ceiling.mul_f64(0.5 + chance / 2.0)
    }

    /// An answer that nothing was applied speaks only of the last attempt: an earlier one may have been.
    fn last(&mut self, error: Error) -> Error {
        match self.unknown.take() {
            Some(unknown) if !error.code.is_outcome_unknown() => {
                Error::new(unknown.code, format!("{}; sent again, it was refused: {}", unknown.message, error.message))
            }
            _ => error,
        }
    }

    fn left(&self, now: Instant) -> Duration {
        self.deadline.saturating_duration_since(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vectors::{list, text, vectors};
    use crate::wire;

    fn milliseconds(value: &serde_json::Value) -> Duration {
        Duration::from_secs_f64(value.as_f64().unwrap() / 1000.0)
    }

    fn near(a: Duration, b: Duration) -> bool {
        a.abs_diff(b) < Duration::from_micros(1)
    }

    fn error_of(failure: &serde_json::Value) -> Error {
        let code = wire::ErrorCode::from_str_name(&format!("ERROR_CODE_{}", text(&failure["code"]))).unwrap();
        let retry_after_ms = failure["retryAfterMs"].as_u64().unwrap() as u32;
        Error::from_wire(wire::Error { code: code.into(), retry_after_ms, ..Default::default() })
    }

    #[test]
    fn errors_are_sent_again_as_the_vectors_have_it() {
        for case in list(&vectors("retries")["cases"]) {
            for (chance, bound) in [(0.0, "least"), (1.0, "most")] {
                let mut now = Instant::now();
                let retries = case["retries"].as_u64().unwrap() as u32;
                let mut attempts = Attempts::new(now, milliseconds(&case["timeoutMs"]), retries);
                let mut pauses = 0;
                let mut ended = None;
                for (i, failure) in list(&case["failures"]).iter().enumerate() {
                    let left = attempts.begin(now);
                    assert!(bound == "most" || near(left, milliseconds(&case["attemptMs"][i])), "{}", case["name"]);
                    now += milliseconds(&failure["tookMs"]);
                    match attempts.after_failure(error_of(failure), failure["elsewhere"] == true, now, chance) {
                        Ok(pause) => {
                            assert!(near(pause, milliseconds(&case["pauses"][i][bound])), "{}", case["name"]);
                            now += pause;
                            pauses += 1;
                        }
                        Err(error) => {
                            ended = Some(error.code.name());
                            break;
                        }
                    }
                }
                assert_eq!(pauses, list(&case["pauses"]).len(), "{}", case["name"]);
                assert_eq!(ended, case["error"].as_str(), "{}", case["name"]);
            }
        }
    }
}
