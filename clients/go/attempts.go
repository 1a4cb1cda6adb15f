package starling

import (
	"math/rand/v2"
	"time"
)

const (
	firstPause   = 20 * time.Millisecond
	longestPause = time.Second
	leastAttempt = 50 * time.Millisecond
)

// attempts is the patience of one request: how long the next attempt may take, how long to wait before it, and which error it ends
// with (docs/protocol.md, "Errors" and "Deadlines").
type attempts struct {
	timeout     time.Duration
	deadline    time.Time
	retriesLeft int
	made        int
	unknown     *Error
	// Given by tests.
	now    func() time.Time
	chance func() float64
}

func newAttempts(deadline time.Time, retries int) *attempts {
	now := time.Now
	return &attempts{timeout: deadline.Sub(now()), deadline: deadline, retriesLeft: retries, now: now, chance: rand.Float64}
}

// begin says how long the attempt that begins now may take.
func (a *attempts) begin() time.Duration {
	a.made++
	left := a.left()
	if a.retriesLeft == 0 {
		return left
	}
	return min(left, max(left/2, leastAttempt))
}

// afterFailure gives the pause before the next attempt, or the error of the request where there is none.
// elsewhere: whether a peer is left that this request hasn't tried.
func (a *attempts) afterFailure(err *Error, elsewhere bool) (time.Duration, *Error) {
	if err.Code.OutcomeUnknown() {
		a.unknown = err
	}
	if !err.Code.Retryable() || a.retriesLeft == 0 {
		return 0, a.final(err)
	}
	a.retriesLeft--
	pause := a.pause(err, elsewhere)
	if pause >= a.left() {
		message := "not done within %v, in %d attempts; the last error: %s"
		return 0, failure(Timeout, message, a.timeout.Round(time.Millisecond), a.made, err.Message).because(err)
	}
	return pause, nil
}

func (a *attempts) pause(err *Error, elsewhere bool) time.Duration {
	if elsewhere && (err.Code == Unavailable || err.Code == Timeout) {
		return 0
	}
	ceiling := longestPause
	if doublings := a.made - 1; doublings < 6 {
		ceiling = min(firstPause<<doublings, longestPause)
	}
	return err.RetryAfter + time.Duration(float64(ceiling)*(0.5+a.chance()/2))
}

// final minds that an answer that nothing was applied speaks only of the last attempt: an earlier one may have been.
func (a *attempts) final(err *Error) *Error {
	if a.unknown == nil || err.Code.OutcomeUnknown() {
		return err
	}
	return failure(a.unknown.Code, "%s; sent again, it was refused: %s", a.unknown.Message, err.Message).because(err)
}

func (a *attempts) left() time.Duration { return a.deadline.Sub(a.now()) }
