package external

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// sound is the answer of a link that leads somewhere.
const sound = "ok"

// mostBody is how much of an answer is read, so that the connection can be used again.
const mostBody = 64 << 10

// ask tries an address: by HEAD, and by GET where a host does not take that. A host that wants to know who asks, or that is
// asked too often, has a page there for all that we can tell.
func (t *trial) ask(ctx context.Context, address string) string {
	status, err := t.request(ctx, http.MethodHead, address)
	if err == nil && status >= 400 && status != http.StatusTooManyRequests {
		if t.Pause(ctx, t.Delay) != nil {
			return ""
		}
		status, err = t.request(ctx, http.MethodGet, address)
	}
	switch {
	case err != nil:
		return failure(err)
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusTooManyRequests, status < 400:
		return sound
	}
	return strconv.Itoa(status) + " " + http.StatusText(status)
}

func (t *trial) request(ctx context.Context, method, address string) (status int, err error) {
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("User-Agent", t.Agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	resp, err := t.Client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, mostBody)) // what it says does not matter
	return resp.StatusCode, nil
}

// failure is an error in few words, without the address, which is told anyway.
func failure(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		if u.Timeout() {
			return "timeout"
		}
		err = u.Err
	}
	var certificate *tls.CertificateVerificationError
	if errors.As(err, &certificate) {
		return "certificate"
	}
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return text
}
