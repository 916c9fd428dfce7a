package build

import (
	"bytes"
	"maps"
	"reflect"
	"slices"

	"growthportal/generator/diag"
	"growthportal/generator/locale"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
	"growthportal/generator/read/theme"
	"growthportal/generator/site"
)

// keptConfig is what was made of config.yaml, by its bytes.
type keptConfig struct {
	content []byte
	url     string
	config  *config.Config
	diags   []diag.Diagnostic
}

// parse is parseConfig, unless the file says what it said. The same settings are the very same value.
func (k *Kept) parse(content []byte, url string) (*config.Config, []diag.Diagnostic, error) {
	if k == nil {
		return parseConfig(content, url)
	}
	if c := k.config; c.config == nil || c.url != url || !bytes.Equal(c.content, content) {
		cfg, diags, err := parseConfig(content, url)
		if cfg == nil || err != nil {
			return cfg, diags, err
		}
		k.config = keptConfig{content, url, cfg, diags}
	}
	return k.config.config, slices.Clone(k.config.diags), nil
}

// keptSite is the latest site that was made from the start, and what it was made of besides documents and the instant.
type keptSite struct {
	made     *site.Made
	config   *config.Config
	types    *theme.Theme
	glossary map[locale.Lang][]model.Term
	show     site.Show
	others   []string                 // the files that are no documents,
	looked   map[string]output.Digest // and those of them that it asked about
}

// siteOf makes the site of a request, whose files are these: from the start, unless all that has changed since that was last done
// are the words of texts, which is seen by comparing all that a site is made of. The diagnostics are the caller's to alter.
func (k *Kept) siteOf(req site.Request, files *files) (*site.Site, []diag.Diagnostic) {
	if k == nil {
		return site.New(req)
	}
	others := files.names.others
	if k.holds(req, others) {
		if s, ok := k.site.made.Rewritten(req.Documents, req.Now); ok {
			return s, slices.Clone(k.site.made.Diagnostics)
		}
	}
	k.site = keptSite{}
	made := site.Keep(req)
	if looked, ok := files.asked(); ok {
		k.site = keptSite{made, req.Config, k.theme.theme, req.Glossary, req.Show, others, looked}
	}
	return made.Site, slices.Clone(made.Diagnostics)
}

// holds tells whether the kept site was made of what the request has besides documents and the instant.
func (k *Kept) holds(req site.Request, others []string) bool {
	was := k.site
	if was.made == nil || was.config != req.Config || was.show != req.Show || !sameTypes(was.types, k.theme.theme) ||
		!reflect.DeepEqual(was.glossary, req.Glossary) || !slices.Equal(was.others, others) {
		return false
	}
	for path, was := range was.looked {
		if is, known := k.digest(path); !known || is != was {
			return false
		}
	}
	return true
}

// asked are the files that somebody has asked about. ok is false where one was too young to be known by its signature, or
// could not be read.
func (f *files) asked() (digests map[string]output.Digest, ok bool) {
	digests = make(map[string]output.Digest, len(f.known))
	for path := range maps.Keys(f.known) {
		if digests[path], ok = f.kept.digest(path); !ok {
			return nil, false
		}
	}
	return digests, f.err == nil
}
