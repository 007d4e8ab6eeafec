package ingest

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Bounds of fetching.
const (
	maxPage      = 16 << 20
	maxRedirects = 5
	fetchTime    = 30 * time.Second
)

// Errors of fetching.
var (
	ErrLocalAddress = errors.New("a local address")
	errLate         = fmt.Errorf("it took longer than %v", fetchTime)
	errRedirects    = fmt.Errorf("more than %d redirects", maxRedirects)
)

// Client fetches pages and feeds.
type Client struct {
	http  http.Client
	agent string
}

// NewClient makes a client that names itself agent. Unless local is set it speaks to public addresses alone: what a
// name means is checked when the connection is made, after each redirect too, so that no page can point it at the
// machine that it runs on or at its neighbours.
func NewClient(agent string, local bool) *Client {
	dialer := &net.Dialer{Timeout: fetchTime / 3}
	transport := &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: fetchTime / 3, ResponseHeaderTimeout: fetchTime / 2,
		MaxResponseHeaderBytes: 1 << 20, MaxIdleConnsPerHost: 2, IdleConnTimeout: fetchTime, ForceAttemptHTTP2: true}
	if local {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = onlyPublic // a proxy would look up the names itself
	}
	c := &Client{agent: agent}
	c.http = http.Client{Transport: transport, Timeout: fetchTime, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return errRedirects
		}
		return checkScheme(r.URL)
	}}
	return c
}

// onlyPublic refuses a connection to an address that is not one of the public internet.
func onlyPublic(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", ErrLocalAddress, address)
	}
	if a := ap.Addr().Unmap(); !public(a) {
		return fmt.Errorf("%w, %s: not fetched without --allow-local", ErrLocalAddress, a)
	}
	return nil
}

// reserved are ranges that reach this machine or its network, beside those that netip knows.
var reserved = [...]string{"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
	"240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10"}

func public(a netip.Addr) bool {
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, r := range reserved {
		if netip.MustParsePrefix(r).Contains(a) {
			return false
		}
	}
	return true
}

func checkScheme(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%s is no address of a page", u.Redacted())
	}
	return nil
}

// IsAddress says whether a path is the address of a page.
func IsAddress(path string) bool {
	low := strings.ToLower(path[:min(len(path), 8)])
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

// Validators let a server say that nothing has changed.
type Validators struct{ ETag, Modified string }

// Response is what was fetched.
type Response struct {
	URL  string // after redirects
	MIME string
	Body io.ReadCloser
	Validators
	Unchanged bool
}

// Fetch asks for an address. The body is not bounded, but the time for it is.
func (c *Client) Fetch(ctx context.Context, address string, v Validators) (*Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	if err := checkScheme(req.URL); err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/*;q=0.9,*/*;q=0.5")
	for name, value := range map[string]string{"If-None-Match": v.ETag, "If-Modified-Since": v.Modified} {
		if value != "" {
			req.Header.Set(name, value)
		}
	}
	res, err := c.http.Do(req)
	if err != nil {
		if e, ok := errors.AsType[*url.Error](err); ok {
			err = e.Err
		}
		return nil, fmt.Errorf("fetch: %w", inTime(err))
	}
	out := &Response{URL: res.Request.URL.String(), MIME: res.Header.Get("Content-Type"), Body: timed{res.Body},
		Validators: Validators{res.Header.Get("ETag"), res.Header.Get("Last-Modified")}, Unchanged: res.StatusCode == http.StatusNotModified}
	if res.StatusCode != http.StatusOK && !out.Unchanged {
		res.Body.Close()
		return nil, fmt.Errorf("fetch: the server says %s", res.Status)
	}
	return out, nil
}

// timed is a body that says in plain words that its time is over.
type timed struct{ io.ReadCloser }

func (t timed) Read(b []byte) (int, error) {
	n, err := t.ReadCloser.Read(b)
	return n, inTime(err)
}

func inTime(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return errLate
	}
	return err
}

// address yields what is at an address: a page, or anything that a file may be.
func (s *Source) address(ctx context.Context, address string, yield func(Item) bool) bool {
	if s.Client == nil {
		return yield(failed(address, errors.New("pages are not fetched here: varta add reads them into the archive")))
	}
	res, err := s.Client.Fetch(ctx, address, Validators{})
	if err != nil {
		return yield(failed(address, err))
	}
	defer res.Body.Close()
	known := Report{URL: Canonical(res.URL), ID: AddressID(res.URL)}
	return s.walk(func(i Item) bool {
		i.MIME = res.MIME
		if i.Form == Page || i.Form == Text && i.Name == address {
			known.Text = ""
			i.Known = known.or(i.Known)
		}
		return yield(i)
	}).stream(address, io.LimitReader(res.Body, MaxBytes+1))
}

// Follow fetches the page of an item that is a link. Where that fails, the text that came with the link is taken if it
// is long enough for a report.
func (c *Client) Follow(ctx context.Context, i Item) Item {
	if i.Form != Link {
		return i
	}
	at := i
	if at.Err = c.follow(ctx, &at); at.Err == nil {
		var r Report
		if r, at.Err = at.Report(); at.Err == nil {
			at.Form, at.Bytes = Text, []byte(r.Text)
			r.Text = ""
			at.Known = r
			return at
		}
	}
	if len(i.Bytes)-len(i.Known.Title) >= shortest {
		i.Form = Text
		return i
	}
	return at
}

func (c *Client) follow(ctx context.Context, i *Item) error {
	res, err := c.Fetch(ctx, i.Known.URL, Validators{})
	if err != nil {
		return err
	}
	defer res.Body.Close()
	form, ok := formOf(res.MIME)
	if !ok {
		kind, _, _ := mime.ParseMediaType(res.MIME)
		return fmt.Errorf("its page is of type %s", kind)
	}
	i.Form, i.MIME = form, res.MIME
	i.Bytes, err = readAll(res.Body, maxPage)
	return err
}

// Canonical is an address without what only counts visits.
func Canonical(address string) string {
	u, err := url.Parse(address)
	if err != nil || !u.IsAbs() {
		return address
	}
	u.Host, u.Fragment = strings.ToLower(u.Host), ""
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
			q.Del(name)
		}
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// AddressID is the id of the report at an address: the server and a digest.
func AddressID(address string) string {
	u, err := url.Parse(Canonical(address))
	if err != nil || u.Host == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(u.String()))
	return strings.TrimPrefix(u.Hostname(), "www.") + "-" + hex.EncodeToString(sum[:4])
}

// decoded undoes the encoding in which a server sent a page.
func decoded(encoding string, r io.Reader) (io.Reader, error) {
	switch strings.ToLower(encoding) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", cutOff(err))
		}
		return z, nil
	}
	return nil, fmt.Errorf("its page is encoded as %s, which is not read", encoding)
}
