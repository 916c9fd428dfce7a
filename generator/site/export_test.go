package site

import "growthportal/generator/read/document"

// DocOf is the document that an item of a site made from the start was made of.
func DocOf(it *Item) *document.Document { return it.doc }

// MoreOf is what else there is to a target.
func MoreOf(t Target) More { return t.more() }
