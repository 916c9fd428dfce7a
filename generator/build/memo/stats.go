package memo

// tally counts what happened under the write lock.
type tally struct {
	recovered         bool
	written           int64
	rewrites, dropped int
}

// Stats says what the memory holds and has done since Open: for the --stats of a build, and for tests.
type Stats struct {
	Records   int   // values that can be asked for
	Idle      int   // of these, not used in this run
	FileBytes int64 // size of the file
	LiveBytes int64 // of the file, what the records need, their rows in an index included
	Hits      int64 // Gets that were answered
	Misses    int64 // Gets that were not
	Damaged   int64 // records that were there and not intact
	Recovered bool  // the index was damaged, and the file was searched for records
	Written   int64 // bytes that the latest Save wrote
	Rewrites  int   // Saves that rewrote the file
	Dropped   int   // records that they left out: outlived, damaged, or too many for the bound
}

// Stats counts anew at each call; it looks at every record, but reads none.
func (m *Memory) Stats() Stats {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s := Stats{
		Records: len(m.entries), FileBytes: m.size,
		Hits: m.hits.Load(), Misses: m.misses.Load(), Damaged: m.damaged.Load(),
		Recovered: m.tally.recovered, Written: m.tally.written, Rewrites: m.tally.rewrites, Dropped: m.tally.dropped,
	}
	for _, e := range m.entries {
		if e.used.Load() == 0 {
			s.Idle++
		}
		if e.at != 0 {
			s.LiveBytes += headerSize + rowSize + e.length
		}
	}
	return s
}
