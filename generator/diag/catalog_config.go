package diag

var configEntries = []Entry{}
