package diag

var sourceEntries = []Entry{}
