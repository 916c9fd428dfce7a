package model

import "testing"

// The bytes that are passed over at a glance are those that no address has to encode, of URLs of the site and of what authors write.
func TestPlainBytesNeedNoEncoding(t *testing.T) {
	for c := range 256 {
		encoded := URL("/"+string([]byte{byte(c)})).Encoded() != "/"+string([]byte{byte(c)})
		unfit := c <= ' ' || c >= 0x7F
		for _, special := range "\"<>\\^`{|}%?#[]" {
			unfit = unfit || c == int(special)
		}
		if encoded != unfit {
			t.Errorf("%#x: encoded is %t", c, encoded)
		}
	}
	for address, want := range map[string]string{
		"a b": "a%20b", "?q=å&x=[1]#%41": "?q=%C3%A5&x=[1]#%41", "100%": "100%25", "%zz": "%25zz", "/ren": "/ren", "": "",
	} {
		if got := EncodeAddress(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}
