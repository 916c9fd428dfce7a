package diag

var mediaEntries = []Entry{}
