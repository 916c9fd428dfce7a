package diag

var siteEntries = []Entry{}
