package media

import (
	"strings"
	"testing"
)

const svgHead = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30">`

func TestInertDrawingsPass(t *testing.T) {
	for _, body := range []string{
		`<title>Karta</title><desc>Över orten</desc><path d="M0 0h9"/><text>på</text>`,
		`<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)" style="stroke:url('#a')"/>`,
		`<use href="#a"/><use xlink:href="#a"/>`,
		`<image href="data:image/png;base64,iVBORw0KGgo="/><image xlink:href="DATA:image/jpeg;base64,AAAA"/>`,
		`<a href="https://example.se/"><text>länk</text></a><a href="/om/"/><a href="mailto:a@example.se"/>`,
		`<style>.a{fill:#00558c}@media print{.a{fill:#000}}@font-face{font-family:a;src:url(data:font/woff2;base64,AAAA)}</style>`,
		`<style><![CDATA[.a > .b { mask: url("#m") }]]></style>`,
		`<animate attributeName="opacity" from="0" to="1"/>`,
		`<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>`,
		`<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="base"/>`,
		`<switch><foreignObject requiredExtensions="http://ns.adobe.com/"><i:pgf xmlns:i="http://ns.adobe.com/i/"/></foreignObject><g/></switch>`,
		`<g style="font-family:'a\62 c';scroll-behavior:smooth"/>`,
		`<!-- <script>alert(1)</script> --><?xpacket begin=""?>`,
		`<text>javascript:alert(1) &amp; onload=1 &lt;script></text>`,
	} {
		info, problems := Inspect("a.svg", []byte(svgHead+body+"</svg>"), Limits{})
		if len(problems) > 0 || info.Width != 40 || info.Height != 30 || info.Active {
			t.Errorf("%s: %+v, %v", body, info, said(problems))
		}
	}
	public := `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svgHead + "</svg>"
	if _, problems := Inspect("a.svg", []byte(public), Limits{}); len(problems) > 0 {
		t.Errorf("a public document type: %v", said(problems))
	}
}

func TestDrawingsThatActAreRefused(t *testing.T) {
	for _, body := range []string{
		`<script>alert(1)</script>`,
		`<script href="a.js"/>`,
		`<SCRIPT>alert(1)</SCRIPT>`,
		`<g><g><script/></g></g>`,
		`<x:script xmlns:x="http://www.w3.org/2000/svg"/>`,
		`<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>`,
		`<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>`,
		`<foreignObject><iframe src="https://example.org"/></foreignObject>`,
		`<foreignObject><iframe xmlns="" src="#"/></foreignObject>`,
		`<x:iframe xmlns:x="urn:x"/>`,
		`<g onclick="alert(1)"/>`, `<g ONLOAD="alert(1)"/>`, `<animate onbegin="alert(1)"/>`,
		`<a href="javascript:alert(1)"/>`, `<a xlink:href=" Java&#x9;Script:alert(1)"/>`, `<a href="data:text/html,x"/>`, `<a href="vbscript:x"/>`,
		`<a href="https://example.se/" ping="https://example.org/"/>`,
		`<set attributeName="href" to="javascript:alert(1)"/>`, `<set attributeName="xlink:href" to="#a"/>`, `<animate attributeName="onload" to="1"/>`,
		`<animate attributeName="x" values="1;javascript:alert(1)"/>`,
		`<image href="https://example.org/spy.png"/>`, `<image href="//example.org/spy.png"/>`, `<image href="spy.png"/>`,
		`<image href="data:image/svg+xml;base64,AAAA"/>`, `<feImage href="https://example.org/"/>`,
		`<use href="other.svg#a"/>`, `<use xlink:href="https://example.org/a.svg#a"/>`, `<use href="data:image/svg+xml,x#a"/>`,
		`<style>@import "https://example.org/a.css";</style>`, `<style>@\69mport 'a'</style>`, `<style>a{background:u\72l(https://example.org)}</style>`,
		`<style>a{fill:url( 'https://example.org/a.svg#a' )}</style>`,
		`<style>a{fill:u<!-- -->rl(https://example.org/a.svg#a)}</style>`, `<style>@im<?a?>port 'a'</style>`,
		`<set attributeName="fill" to="url(https://example.org/a.svg#a)"/>`, `<set attributeName=" HREF" to="#a"/>`,
		`<g style="background:url(//example.org/x)"/>`, `<rect fill="url(https://example.org/a.svg#a)"/>`, `<g style="background:image-set('a' 1x)"/>`,
		`<g xml:base="https://example.org/"/>`,
		`<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>`, `<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>`,
		`<video/>`, `<audio/>`, `<unknown/>`,
		`<?xml-stylesheet href="https://example.org/a.css"?>`,
	} {
		info, problems := Inspect("a.svg", []byte(svgHead+body+"</svg>"), Limits{})
		if len(problems) != 1 || problems[0].Code != "active-content" || !info.Active {
			t.Errorf("%s: %v", body, said(problems))
		}
	}
	for _, head := range []string{
		`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`,
		`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
		`<!DOCTYPE svg SYSTEM "https://example.org/a.dtd">`,
		`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd" [ <!ENTITY a "b"> ]>`,
	} {
		for _, body := range []string{"", "&a;"} {
			if _, problems := Inspect("a.svg", []byte(head+svgHead+body+"</svg>"), Limits{}); len(problems) != 1 || problems[0].Code != "active-content" {
				t.Errorf("%s: %v", head, said(problems))
			}
		}
	}
}

func TestSizeOfADrawing(t *testing.T) {
	tests := []struct {
		attributes    string
		width, height int
	}{
		{`width="40" height="30"`, 40, 30},
		{`width="40px" height="30.4px" viewBox="0 0 1 1"`, 40, 30},
		{`width="1in" height="2.54cm"`, 96, 96},
		{`width="72pt" height="10mm"`, 96, 38},
		{`viewBox="0 0 640 480"`, 640, 480},
		{`viewBox="-10,-10, 20 , 30"`, 20, 30},
		{`width="100%" height="100%" viewBox="0 0 640 480"`, 640, 480},
		{`width="320" viewBox="0 0 640 480"`, 320, 240},
		{`height="240" viewBox="0 0 640 480"`, 320, 240},
		{``, 300, 150},
		{`width="0" height="-1"`, 300, 150},
		{`width="NaN" height="1e3"`, 300, 150},
		{`viewBox="0 0 Inf 10"`, 300, 150},
		{`viewBox="0 0 0 0"`, 300, 150},
		{`width="0.1" height="0.1"`, 1, 1},
	}
	for _, tt := range tests {
		info, problems := Inspect("a.svg", []byte(strings.Replace(`<svg xmlns="http://www.w3.org/2000/svg" X/>`, "X", tt.attributes, 1)), Limits{})
		if info.Width != tt.width || info.Height != tt.height || len(problems) > 0 {
			t.Errorf("%s: %d × %d, want %d × %d; %v", tt.attributes, info.Width, info.Height, tt.width, tt.height, said(problems))
		}
	}
}
