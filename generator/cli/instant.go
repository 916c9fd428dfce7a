package cli

import (
	"strconv"
	"time"

	"growthportal/generator/locale"
)

// instant is the instant for which a site is built: --now, else SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/), else the clock.
func (s *session) instant(loc *time.Location) (time.Time, error) {
	if s.args.Now != "" {
		m, err := locale.ParseInstant(s.args.Now, loc)
		if err != nil {
			return time.Time{}, &usageError{s.say("badNow", s.args.Now)}
		}
		return m.Time, nil
	}
	if epoch := s.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		at := time.Unix(seconds, 0).In(loc)
		if err != nil || at.Year() < 1000 || at.Year() > 9999 { // years are written with four digits
			return time.Time{}, &usageError{s.say("badEpoch", epoch)}
		}
		return at, nil
	}
	return s.Clock().In(loc), nil
}
