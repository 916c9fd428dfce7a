package diag

var frontMatterEntries = []Entry{}
