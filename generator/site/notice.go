package site

import (
	"fmt"

	"growthportal/generator/locale"
)

// Notice tells that an item has been withdrawn, when and why, for readers who see nothing of its page's marks: in feeds
// and calendars. It is "" for all others.
func (it *Item) Notice() string {
	if it.Withdrawn == nil {
		return ""
	}
	day := locale.FormatMoment(it.Withdrawn.Date.Moment, it.Lang)
	if it.Lang == locale.Swedish {
		return fmt.Sprintf("Återkallat %s: %s", day, it.Withdrawn.Reason)
	}
	return fmt.Sprintf("Withdrawn %s: %s", day, it.Withdrawn.Reason)
}
