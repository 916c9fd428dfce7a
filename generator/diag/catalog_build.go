package diag

var buildEntries = []Entry{}
