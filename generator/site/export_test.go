package site

import "growthportal/generator/read/document"

// DocOf is the document that an item of a site made from the start was made of.
func DocOf(it *Item) *document.Document { return it.doc }
