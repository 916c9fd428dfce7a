package theme

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"growthportal/generator/output"
)

// Style sheets and scripts are minified, lowered and named by their hash; other files are published as they are.
func TestAssets(t *testing.T) {
	req := request(t, `
-- themes/my/theme.yaml --
extends: base
-- themes/my/assets/css/print.css --
@charset "utf-8";
/*! legal */
@layer a, b;
.å { & b { inset: 0; color: oklch(50% 0.1 200) } }
i { background: url("../fonts/text.woff2#x"), url(pic.svg), url(data:image/png;base64,AA==) }
u { background: image-set("pic.svg" 1x, url(pic.svg) 2x type("image/svg+xml")) }
-- themes/my/assets/css/pic.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- themes/my/assets/robots --
as it is
`)
	req.Brand = []BrandColor{{Name: "primary", Value: "#00558c"}, {Name: "secondary", Value: "#fff"}}
	th := load(t, req)
	hrefs := th.Hrefs()
	brand := ":root{--brand-primary:#00558c;--brand-secondary:#fff}"
	inner := func(name string) string { return strings.TrimPrefix(string(hrefs[name]), "assets/") }
	svg := strings.TrimPrefix(inner("css/pic.svg"), "css/")
	want := map[string]string{
		"site.css": brand + `@font-face{font-family:Text;src:url(` + inner("fonts/text.woff2") + `)}body{color:red;margin:0}`,
		"css/print.css": brand + `/*! legal */@layer a,b;.å b{inset:0;color:oklch(50% .1 200)}` +
			`i{background:url(../` + inner("fonts/text.woff2") + `#x),url(` + svg + `),url(data:image/png;base64,AA==)}` +
			`u{background:image-set("` + svg + `" 1x,url(` + svg + `) 2x type("image/svg+xml"))}`,
		"site.js":          "\"use strict\";const greeting=\"hej\";console.log(\"hej\");\n",
		"fonts/text.woff2": "not a font\n",
		"css/pic.svg":      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
		"robots":           "as it is\n",
	}
	if len(th.Assets) != len(want) {
		t.Errorf("%d assets, want %d", len(th.Assets), len(want))
	}
	for _, a := range th.Assets {
		if got := string(a.Content); got != want[a.Name] {
			t.Errorf("%s:\ngot  %s\nwant %s", a.Name, got, want[a.Name])
		}
		hash := fmt.Sprintf("%x", sha256.Sum256(a.Content))[:16]
		if !strings.Contains(string(a.Path), "."+hash) || !a.Path.Valid() || a.Digest != output.Sum(a.Content) {
			t.Errorf("%s is called %s", a.Name, a.Path)
		}
	}
	if got, prefix := string(hrefs["css/print.css"]), "assets/css/print."; !strings.HasPrefix(got, prefix) || !strings.HasSuffix(got, ".css") {
		t.Errorf("path %s", got)
	}
}

// The scanner of style sheets finds addresses by tokens, whatever stands around them, and never runs past the end.
func TestStyleURLs(t *testing.T) {
	cases := []struct{ src, want string }{
		{`a{b:url(x)}`, "x"},
		{`a{b:URL( "x y" )}`, "x y"},
		{`a{b:url( x )c}`, "x"},
		{`/* url(x) */ a{}`, ""},
		{`a{content:"url(x)"}`, ""},
		{`a{content:'\'url(x)'}`, ""},
		{`a{b:image-set("x" 1x,"y" 2x type("image/png"))}`, "x y"},
		{`a{b:-webkit-image-set(url(x) 1x)}`, "x"},
		{`@IMPORT url(x);`, "@import x"},
		{`@namespace "x";`, "@namespace"},
		{`a{b:my-url(x)}`, ""},
		{`.url{b:var(--url)}`, ""},
		{`a{b:url(x\)y)}`, `x\)y`},
		{`a{b:url(`, ""},
		{`a{b:url(x\`, `x\`},
		{`a{b:"x\`, ""},
		{`\`, ""},
		{`/*`, ""},
		{`)]}url(x)`, "x"},
	}
	for _, c := range cases {
		var got []string
		for _, u := range styleURLs(c.src) {
			if u.rule != "" {
				got = append(got, u.rule)
			} else if u.text != "" {
				got = append(got, u.text)
			}
			if u.rule == "" && c.src[u.from:u.to] != u.text {
				t.Errorf("%s: %q does not stand at %d to %d", c.src, u.text, u.from, u.to)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %q", c.src, got, c.want)
		}
	}
}
