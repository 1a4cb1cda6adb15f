package starling

import (
	"math"
	"testing"
	"time"
)

func milliseconds(ms float64) time.Duration { return time.Duration(ms * float64(time.Millisecond)) }

func TestErrorsAreSentAgainAsTheVectorsHaveIt(t *testing.T) {
	vectors := readVectors[struct {
		Cases []struct {
			Name      string
			TimeoutMs float64
			Retries   int
			Failures  []struct {
				Code                 Code
				RetryAfterMs, TookMs float64
				Elsewhere            bool
			}
			AttemptMs []float64
			Pauses    []struct{ Least, Most float64 }
			Error     Code
		}
	}](t, "retries")
	for _, want := range vectors.Cases {
		for _, chance := range []float64{0, 1} {
			now := time.Unix(0, 0)
			a := newAttempts(now.Add(milliseconds(want.TimeoutMs)), want.Retries)
			a.now = func() time.Time { return now }
			a.chance = func() float64 { return chance }
			ended := Code("")
			for i, failed := range want.Failures {
				if left := a.begin(); chance == 0 && !near(left, want.AttemptMs[i]) {
					t.Errorf("%s: attempt %d may take %v; want %v ms", want.Name, i, left, want.AttemptMs[i])
				}
				now = now.Add(milliseconds(failed.TookMs))
				err := &Error{Code: failed.Code, RetryAfter: milliseconds(failed.RetryAfterMs)}
				pause, final := a.afterFailure(err, failed.Elsewhere)
				if final != nil {
					ended = final.Code
					if i != len(want.Pauses) {
						t.Errorf("%s: ended after %d pauses; want %d", want.Name, i, len(want.Pauses))
					}
					break
				}
				expected := want.Pauses[i].Least + chance*(want.Pauses[i].Most-want.Pauses[i].Least)
				if !near(pause, expected) {
					t.Errorf("%s: pause %d is %v; want %v ms", want.Name, i, pause, expected)
				}
				now = now.Add(pause)
			}
			if ended != want.Error {
				t.Errorf("%s: ended with %q; want %q", want.Name, ended, want.Error)
			}
		}
	}
}

func near(got time.Duration, wantMs float64) bool {
	return math.Abs(float64(got)/float64(time.Millisecond)-wantMs) < 0.001
}
