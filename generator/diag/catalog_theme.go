package diag

var themeEntries = []Entry{}
