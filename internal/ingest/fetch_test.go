package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// site serves a page, a feed that leads to it, and mischief.
func site(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	page := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, pageOf(`<meta itemprop=datePublished content="2024-03-05T10:00:00+05:30">`, body))
	}
	mux.HandleFunc("/a", page)
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/a?utm_source=x#top", http.StatusFound)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/unchanged", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for {
			if _, err := io.WriteString(w, strings.Repeat("<p>x</p>", 1<<12)); err != nil {
				return
			}
		}
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	server := site(t)
	s := Source{Client: NewClient("test", true)}
	for _, tt := range []struct{ path, want string }{
		{"/a", "2024-03-05 " + server.URL + "/a"},
		{"/moved", "2024-03-05 " + server.URL + "/a"},
		{"/loop", "more than 5 redirects"},
		{"/file", "is no address of a page"},
		{"/none", "the server says 404 Not Found"},
		{"/endless", "report too large"},
	} {
		var got []string
		for i := range s.Items(t.Context(), []string{server.URL + tt.path}) {
			r, err := i.Report()
			got = append(got, fmt.Sprint(r.Published, " ", r.URL, " ", err))
		}
		if len(got) != 1 || !strings.Contains(got[0], tt.want) {
			t.Errorf("%s: got %q, want %q", tt.path, got, tt.want)
		}
	}
	for _, tt := range []struct{ path, want string }{{"/a", "<nil>"}, {"/image", "of type image/png"}, {"/endless", "report too large"}} {
		i := s.Client.Follow(t.Context(), Item{Form: Link, Known: Report{URL: server.URL + tt.path}})
		if !strings.Contains(fmt.Sprint(i.Err), tt.want) {
			t.Errorf("follow %s: got %v, want %s", tt.path, i.Err, tt.want)
		}
	}
	first, err := s.Client.Fetch(t.Context(), server.URL+"/unchanged", Validators{})
	if err != nil || first.Unchanged {
		t.Fatalf("first: %v %v", first, err)
	}
	again, err := s.Client.Fetch(t.Context(), server.URL+"/unchanged", first.Validators)
	if err != nil || !again.Unchanged {
		t.Errorf("again: %v %v", again, err)
	}
}

// TestLocalAddresses holds that nothing of this machine or its network is fetched.
func TestLocalAddresses(t *testing.T) {
	server := site(t)
	c := NewClient("test", false)
	for _, address := range []string{server.URL, "http://localhost/", "http://0.0.0.0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/",
		"http://10.1.2.3/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/",
		"http://2130706433/", "http://127.1/"} {
		if _, err := c.Fetch(context.Background(), address, Validators{}); err == nil || !errors.Is(err, ErrLocalAddress) && !strings.Contains(err.Error(), "lookup") {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"8.8.8.8:80", "[2606:4700::1]:443"} {
		if err := onlyPublic("tcp", address, nil); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestCanonical(t *testing.T) {
	for in, want := range map[string]string{
		"https://Example.org/a?utm_source=x&id=3#top": "https://example.org/a?id=3",
		"https://example.org/a?fbclid=1":              "https://example.org/a",
		"not an address":                              "not an address",
	} {
		if got := Canonical(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
