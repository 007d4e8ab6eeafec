package server

import (
	"fmt"
	"net/http"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// meters are what /metrics shows to Prometheus: how many requests of which kind and how long they took, and the state
// of the program.
type meters struct{ set *metrics.Set }

func newMeters() *meters { return &meters{metrics.NewSet()} }

// seen counts a request under its route: paths would be a series for each report.
func (m *meters) seen(r *http.Request, status int, took time.Duration) {
	route := r.Pattern
	if route == "" {
		route = "none"
	}
	name := fmt.Sprintf("varta_http_request_duration_seconds{route=%q,status=\"%d\"}", route, status)
	m.set.GetOrCreatePrometheusHistogram(name).Update(took.Seconds())
}

func (m *meters) show(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	m.set.WritePrometheus(w)
	metrics.WriteProcessMetrics(w)
}
