package diag

var markdownEntries = []Entry{}
