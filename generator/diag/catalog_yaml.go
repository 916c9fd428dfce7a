package diag

var yamlEntries = []Entry{}
