package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// grammar is what we read. It is never altered, and keeps what belongs to one text in that text's context.
var grammar = grammarWith(util.Prioritized(newPlainParser(inlineParsers), 1))

// grammarWith is goldmark's parsers, each where CommonMark and GFM want it, some of them with a meter or a watch around
// them, our own, and one or none more that only saves time.
func grammarWith(quick ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(passageParser{}, 850),
			util.Prioritized(htmlBlockParser{parser.NewHTMLBlockParser()}, 900),
			util.Prioritized(footnoteBlockParser{extension.NewFootnoteBlockParser()}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(boundedDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(boundedTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithInlineParsers(inlineParsers...),
		parser.WithInlineParsers(util.Prioritized(metered{bareLinkParser, costOfBareLink}, 999)),
		parser.WithInlineParsers(quick...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// inlineParsers read what marks there are in running text, each at the characters that trigger it.
var inlineParsers = []util.PrioritizedValue{
	util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
	util.Prioritized(phraseParser{}, 90),
	util.Prioritized(metered{parser.NewCodeSpanParser(), costOfCode}, 100),
	util.Prioritized(footnoteParser{extension.NewFootnoteParser()}, 101),
	util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
	util.Prioritized(metered{parser.NewAutoLinkParser(), costOfAutoLink}, 300),
	util.Prioritized(rawHTMLParser{parser.NewRawHTMLParser()}, 400),
	util.Prioritized(metered{parser.NewEmphasisParser(), costOfDelimiter}, 500),
	util.Prioritized(metered{extension.NewStrikethroughParser(), costOfDelimiter}, 500),
}

// bareLinkParser finds addresses in running text (GFM 6.9). ftp is none of them, since nothing may link there; and the
// patterns are simpler than goldmark's, whose bounded repetitions cost a thousand times as much.
var bareLinkParser = extension.NewLinkifyParser(
	extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
	extension.WithLinkifyURLRegexp(regexp.MustCompile(`^https?://`+bareHost+barePath)),
	extension.WithLinkifyWWWRegexp(regexp.MustCompile(`^www\.`+bareHost+barePath)),
)

const (
	bareHost = `[-a-zA-Z0-9@:%._+~#=åäöéüÅÄÖÉÜ]+\.[a-zA-Z]+`
	barePath = `(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=(),;'">^{}\[\]*` + "`" + `åäöéüÅÄÖÉÜ]*)?`
)
