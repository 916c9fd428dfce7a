package diag

// areas lists the catalogue's parts, one file each.
func areas() [][]Entry {
	return [][]Entry{
		sourceEntries, yamlEntries, configEntries, frontMatterEntries, markdownEntries,
		mediaEntries, themeEntries, siteEntries, buildEntries,
	}
}
