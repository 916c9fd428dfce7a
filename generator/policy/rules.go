package policy

import (
	"net/url"
	"strconv"
	"strings"

	"growthportal/generator/diag"
	"growthportal/generator/model"
	"growthportal/generator/output"
	"growthportal/generator/read/config"
)

// Rules are what finished files are held to. They do not change.
type Rules struct {
	Config *config.Config
	Sheets map[output.Path]Sheet         // the site's own style sheets and scripts
	Source func(file output.Path) Source // what a file was made from
	// Written finds a text in the theme's templates; false where none holds it. nil for never.
	Written func(text string) (diag.Place, bool)
}

// Sheet is a style sheet or a script of the site's.
type Sheet struct {
	Size  int64
	Loads int // how many addresses it loads itself
}

// Source is what a file was made from.
type Source struct {
	File    string // "content/press/a.md"; "config.yaml" for what is made from no file of its own
	Article bool   // it is the page of a dated item
}

// Hold tells what is wrong with a finished file.
func (r *Rules) Hold(p output.Path, f Facts) []diag.Diagnostic {
	found := r.foreign(p, f)
	if !IsPage(p) {
		return found
	}
	for _, code := range f.Code {
		found = append(found, diag.CodeInPage.At(r.where(p, code, strings.TrimSuffix(code, ">")), shown(p), code))
	}
	return append(found, r.weigh(p, f)...)
}

// where is the place of the first of texts that stands in the theme, or else the file that the finished one was made from.
func (r *Rules) where(p output.Path, texts ...string) diag.Place {
	for _, text := range texts {
		if r.Written == nil {
			break
		}
		if place, ok := r.Written(text); ok {
			return place
		}
	}
	return diag.Whole(r.Source(p).File)
}

// foreign reports what is loaded from hosts that config.yaml does not name for that use.
func (r *Rules) foreign(p output.Path, f Facts) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, l := range f.Foreign {
		scheme, host, port := place(l.Address, r.Config.URL.Scheme)
		own := scheme + "://" + host
		if port != "" {
			own += ":" + port
		}
		if own == r.Config.URL.Scheme+"://"+r.Config.URL.Host || scheme == "https" && (port == "" || port == "443") && r.allowed(host, l.Use) {
			continue
		}
		d := diag.ThirdParty.At(r.where(p, l.Address), shown(p), host, l.Address).With(diag.NameHost, host)
		if l.Use != "" && !isDefault(l.Use) {
			d = d.With(diag.NameHostFor, host, string(l.Use))
		}
		found = append(found, d)
	}
	return found
}

// allowed tells whether config.yaml names a host for a use, or for anything where no directive is about the use.
func (r *Rules) allowed(host string, use config.Use) bool {
	if use != "" {
		return r.Config.MayLoad(host, use)
	}
	for _, h := range r.Config.Hosts {
		if h.Name == host {
			return true
		}
	}
	return false
}

func isDefault(use config.Use) bool {
	for _, u := range config.DefaultUses() {
		if u == use {
			return true
		}
	}
	return false
}

// weigh reports a page that weighs more, or asks for more, than config.yaml allows.
func (r *Rules) weigh(p output.Path, f Facts) []diag.Diagnostic {
	styles, loads := r.sheets(p, f.Styles)
	scripts, more := r.sheets(p, f.Scripts)
	page, budgets := shown(p), r.Config.Budgets
	at := func() diag.Place { return diag.Whole(r.Source(p).File) }
	var found []diag.Diagnostic
	if sum := f.Size + styles + scripts; sum > min(budgets.Page, budgets.Article) { // what a page was made from takes long to ask
		limit, code := budgets.Page, diag.OverBudget
		if r.Source(p).Article && !f.Picture {
			limit, code = budgets.Article, diag.OverBudgetArticle
		}
		if sum > limit {
			is, most := diag.Sizes(sum, limit)
			found = append(found, code.At(at(), is, most, page, kilobytes(f.Size), kilobytes(styles), kilobytes(scripts)))
		}
	}
	for _, c := range []struct {
		code  diag.Code
		count int
		limit int64
	}{
		{diag.TooManyRequests, 1 + len(f.Styles) + len(f.Scripts) + f.Others + loads + more, budgets.Requests},
		{diag.TooManyStyles, len(f.Styles), budgets.Styles},
		{diag.TooManyScripts, len(f.Scripts), budgets.Scripts},
	} {
		if int64(c.count) > c.limit {
			found = append(found, c.code.At(at(), strconv.Itoa(c.count), strconv.FormatInt(c.limit, 10), page))
		}
	}
	return found
}

// sheets is what the site's own style sheets or scripts at these addresses weigh, and what they load.
func (r *Rules) sheets(p output.Path, addresses []string) (size int64, loads int) {
	for _, address := range addresses {
		s := r.Sheets[r.path(p, address)]
		size += s.Size
		loads += s.Loads
	}
	return size, loads
}

// path is the file that an address on a page leads to; "" for none of ours.
func (r *Rules) path(p output.Path, address string) output.Path {
	root := r.Config.URL.Href("/")
	if rest, ok := strings.CutPrefix(address, root); ok && !strings.ContainsAny(rest, "?#%") && !strings.Contains(rest, "./") {
		return output.Path(rest)
	}
	base, err := url.Parse(r.Config.URL.Absolute(model.URL("/" + string(p))))
	if err != nil {
		return ""
	}
	to, err := base.Parse(address)
	if err != nil || to.Scheme != base.Scheme || to.Host != base.Host {
		return ""
	}
	rest, _ := strings.CutPrefix(to.Path, root)
	return output.Path(rest)
}

// shown is the path of a page as readers know it.
func shown(p output.Path) string { return "/" + strings.TrimSuffix(string(p), "index.html") }

// kilobytes writes a number of bytes as config.yaml counts them, rounded up.
func kilobytes(n int64) string { return strconv.FormatInt((n+999)/1000, 10) }
