package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// listening is a server with its address.
func listening(t *testing.T, p patience) string {
	t.Helper()
	s, err := New(Config{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	s.patience = p
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

// begun sends the beginning of a request and no more.
func begun(t *testing.T, address, text string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := io.WriteString(c, text); err != nil {
		t.Fatal(err)
	}
	return c
}

// Who sends headers or a body without an end is shown the door; meanwhile others are served.
func TestSlow(t *testing.T) {
	hurried := usualPatience()
	hurried.header, hurried.body = time.Second, 2*time.Second
	address := listening(t, hurried)
	var open []net.Conn
	for range 2 * mostBodies {
		open = append(open, begun(t, address, "POST /api/v1/read HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"), begun(t, address, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "))
	}
	if got, err := http.Get("http://" + address + "/"); err != nil || got.StatusCode != http.StatusOK {
		t.Errorf("while others are slow: %v %v", got, err)
	}
	answers := map[int]int{}
	for _, c := range open {
		got, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil { // cut off
			answers[0]++
			continue
		}
		answers[got.StatusCode]++
	}
	for status := range answers {
		if status != 0 && status != http.StatusRequestTimeout && status != http.StatusServiceUnavailable {
			t.Errorf("answers to what is slow: %v", answers)
		}
	}
	if answers[http.StatusRequestTimeout] == 0 {
		t.Errorf("nobody was told of the time: %v", answers)
	}
}

// Headers that are too large, twice there or broken are refused before anything reads them.
func TestHeaders(t *testing.T) {
	address := listening(t, usualPatience())
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"large header":       {"GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + strings.Repeat("x", 2*maxHeader) + "\r\n\r\n", http.StatusRequestHeaderFieldsTooLarge},
		"two lengths":        {"POST /api/v1/read HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", http.StatusBadRequest},
		"broken header":      {"GET / HTTP/1.1\r\nHost: x\r\nA\x00B: c\r\n\r\n", http.StatusBadRequest},
		"no host":            {"GET / HTTP/1.1\r\n\r\n", http.StatusBadRequest},
		"a body without end": {fmt.Sprintf("POST /api/v1/read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s", maxBody+1, strings.Repeat("x", maxBody+1)), http.StatusRequestEntityTooLarge},
	} {
		got, err := http.ReadResponse(bufio.NewReader(begun(t, address, c.text)), nil)
		if err != nil || got.StatusCode != c.want {
			t.Errorf("%s: %+v %v, want %d", name, got, err, c.want)
		}
	}
}

// A session ends: it does not open the server a day later.
func TestSessionsEnd(t *testing.T) {
	s := newSessions()
	now := time.Now()
	id := s.add(user{Name: "uma", Role: EditorRole}, now)
	if _, ok := s.find(id, now.Add(sessionTime-time.Second)); !ok {
		t.Error("a session ends before its time")
	}
	if _, ok := s.find(id, now.Add(sessionTime+time.Second)); ok {
		t.Error("a session never ends")
	}
	s.add(user{Name: "ravi"}, now.Add(2*sessionTime))
	if len(s.open) != 1 {
		t.Errorf("%d sessions are kept", len(s.open))
	}
}
