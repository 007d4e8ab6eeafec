package server

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"varta"
	"varta/internal/archive"
	"varta/internal/mcp"
)

// Config is what a server needs. Reader and Log must be set; without an Archive there is only the page that reads.
type Config struct {
	Reader  *varta.Reader
	Archive *archive.Archive
	Log     *slog.Logger
	// Token and Users guard the server: with either, every request must carry the token as a bearer token, or the
	// cookie of a session that the page /login has opened. Without both, everybody who reaches it may read and edit.
	Token string
	Users Users
	// Hosts are the names under which the server may be addressed; empty for any. A page of another site whose name
	// is made to resolve to this machine is refused by it.
	Hosts []string
}

// maxBody and maxHeader are how large a request may be, in bytes.
const (
	maxBody   = 4 << 20
	maxHeader = 64 << 10
)

// patience is how long a server waits for its clients.
type patience struct{ header, body, answer, idle, shutdown time.Duration }

func usualPatience() patience {
	return patience{header: 5 * time.Second, body: 30 * time.Second, answer: 2 * time.Minute, idle: 2 * time.Minute, shutdown: 10 * time.Second}
}

//go:embed templates assets
var files embed.FS

// Server answers HTTP requests; New makes one.
type Server struct {
	Config
	pages    pages
	assets   http.Handler
	sessions *sessions
	meters   *meters
	memo     *memo
	shared   *shared
	studies  *studies
	brief    slots // of requests that read the archive
	long     slots // of those that read much of it: exports and streams
	bodies   slots // of those that send something
	patience patience
	handler  http.Handler
}

// New returns a server that is ready to answer. It fails only if its own pages are broken.
func New(c Config) (*Server, error) {
	a, err := assets(files)
	if err != nil {
		return nil, fmt.Errorf("load assets: %w", err)
	}
	s := &Server{Config: c, assets: a, sessions: newSessions(), meters: newMeters(), studies: newStudies(), shared: newShared(), brief: newSlots(2 * runtime.GOMAXPROCS(0)),
		long: newSlots(2), bodies: newSlots(mostBodies), patience: usualPatience()}
	s.memo = newMemo(s.state)
	if s.pages, err = parsePages(files, template.FuncMap{"navigation": s.navigation}); err != nil {
		return nil, fmt.Errorf("load pages: %w", err)
	}
	s.handler = s.secured(s.routes())
	return s, nil
}

// state is that of the archive; one that cannot be told is none of those before.
func (s *Server) state() string {
	state, err := s.Archive.State(context.Background())
	if err != nil {
		s.Log.Warn("the archive does not tell whether it has changed", "error", err)
		return time.Now().String()
	}
	return state
}

// ServeHTTP implements [http.Handler].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.tryPage)
	mux.HandleFunc("POST /{$}", s.tryPage)
	mux.HandleFunc("GET /login", s.login)
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /logout", s.logout)
	mux.HandleFunc("GET /healthz", s.health)
	mux.Handle("GET /assets/", s.assets)
	mux.HandleFunc("GET /metrics", s.meters.show)
	s.apiRoutes(mux)
	if s.Archive != nil {
		s.archiveRoutes(mux)
	}
	assistant := mcp.New(s.Reader, s.Archive)
	mux.Handle("/mcp", sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return assistant }, &sdk.StreamableHTTPOptions{Stateless: true}))
	mux.HandleFunc("/api/", s.apiUnknown)
	mux.HandleFunc("/", s.unknown)
	return mux
}

func (s *Server) archiveRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /reports", s.reportsPage)
	mux.HandleFunc("GET /reports/{id}", s.reportPage)
	mux.HandleFunc("GET /acts", s.actsPage)
	mux.HandleFunc("GET /acts/{id}", s.actPage)
	mux.HandleFunc("POST /reports/{id}/correct", s.editing(s.correct))
	mux.HandleFunc("POST /reports/{id}/withdraw", s.editing(s.withdraw))
	mux.HandleFunc("POST /acts/{id}/split", s.editing(s.split))
	mux.HandleFunc("POST /acts/{id}/join", s.editing(s.join))
	mux.HandleFunc("GET /timeline", s.timelinePage)
	mux.HandleFunc("GET /map", s.mapPage)
	mux.HandleFunc("GET /network", s.networkPage)
	mux.HandleFunc("GET /entities", s.entitiesPage)
	mux.HandleFunc("GET /entities/{id}", s.entityPage)
}

// Serve answers on a listener until the context ends, then lets running requests finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: s.patience.header, ReadTimeout: s.patience.body, WriteTimeout: s.patience.answer,
		IdleTimeout: s.patience.idle, MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
	go s.warm(ctx)
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.patience.shutdown)
	defer cancel()
	if err := h.Shutdown(stop); err != nil {
		return fmt.Errorf("end open requests: %w", err)
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	}
	return nil
}

func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
}
