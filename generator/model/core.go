package model

// CoreKeys lists the keys that front matter of every type may have, in the order in which they are documented. A type
// cannot declare fields of these names; docs/writing.md says what each of them means.
func CoreKeys() []string {
	return []string{
		"title", "date", "updated", "expires", "draft", "slug", "aliases", "summary", "topics", "publisher", "contacts",
		"authors", "image", "attachments", "related", "points", "case", "changes", "withdrawn", "review", "pinned",
		"silence", "typography",
	}
}
