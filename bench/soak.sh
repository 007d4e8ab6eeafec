#!/usr/bin/env bash
# A server under readers and writers for some minutes, killed and started again in the middle: nothing that was added may be
# lost, memory must stay flat, no goroutine may be left and no answer be an error. Needs wrk (Debian).
#
# usage: bench/soak.sh [MINUTES]
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-20} first=2000 batch=100
for tool in wrk curl sqlite3; do command -v $tool >/dev/null || { echo "$tool is missing: apt-get install $tool" >&2; exit 1; }; done

work=$(mktemp -d)
store=$work/soak.db address=127.0.0.1:18081
go build -o "$work/" ./cmd/varta ./bench/reports
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
"$work/reports" -n $first testdata/reports >"$work/first.jsonl"
"$work/varta" add --store "$store" "$work/first.jsonl" | tee "$work/adds"

start() {
  "$work/varta" serve --store "$store" --addr $address 2>>"$work/log" &
  server=$!
  until curl -sf http://$address/healthz >/dev/null; do kill -0 $server; sleep 0.2; done
}
ask() { curl -sf "http://$address$1"; }
ids() { ask "$1" | grep -o '"id":"[^"]*"' | cut -d'"' -f4; }
count() { sqlite3 "$store" "SELECT count(*) FROM $1"; }
memory() { awk -v name="$1:" '$1 == name {print int($2 / 1024)}' /proc/$server/status; }
goroutines() { ask /metrics | sed -n 's/^go_goroutines //p'; }

# Readers ask for every kind of page, twenty a second.
readers() {
  { printf 'local paths = {'
    for p in / /reports /acts "/acts?party=IND" "/acts?type=CONSULT&since=2020" /timeline /map /network /entities /entities/IND /entities/person:narendra-modi \
      "/reports?text=%E0%A4%B0%E0%A4%95%E0%A5%8D%E0%A4%B7%E0%A4%BE" "/api/v1/acts?limit=200" /api/v1/statements /api/v1/stats/month $(ids '/api/v1/reports?limit=100' | sed 's|^|/reports/|'); do
      printf '"%s",' "$p"
    done
    cat <<'LUA'
}
local n = 0
function request() n = n + 1; return wrk.format("GET", paths[n % #paths + 1]) end
function delay() return 400 end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("readers: %d answers, p95 %.0f ms, %d with an error status, %d timeouts, %d connections refused while it was down\n",
    summary.requests, latency:percentile(95) / 1000, e.status, e.timeout, e.connect + e.read))
end
LUA
  } >"$work/pages.lua"
  wrk -t1 -c8 -d"$((minutes * 60))s" --timeout 60s -s "$work/pages.lua" "http://$address/" | tail -1
}

# Writers add reports by another program and correct some through the server.
writers() {
  local n=$first
  while [ ! -e "$work/stop" ]; do
    "$work/reports" -first $n -n $batch testdata/reports >"$work/batch.jsonl"
    if "$work/varta" add --store "$store" "$work/batch.jsonl" >"$work/added"; then
      n=$((n + batch))
      tail -1 "$work/added" >>"$work/adds"
    else
      echo "add failed with $?" >>"$work/failed"
    fi
    local id start
    id=$(ids '/api/v1/reports?limit=1&sort=added' | head -1) || continue
    start=$(ask "/api/v1/reports/$id" | grep -o '"evidence":\[{"start":[0-9]*' | head -1 | grep -o '[0-9]*$') || continue # of e1
    curl -sf -d "{\"corrections\": [{\"item\": \"e1\", \"start\": $start, \"changes\": {\"verdict\": \"accept\"}}]}" \
      "http://$address/api/v1/reports/$id/corrections" >/dev/null && echo "$id" >>"$work/corrected" || true
    sleep 10
  done
}

start
idle=$(goroutines)
readers >"$work/readers" &
reading=$!
writers 2>"$work/writers" &
writing=$!
echo "minute  MB of its own  MB of the file  goroutines  reports"
for minute in $(seq "$minutes"); do
  sleep 60
  if [ "$minute" = $((minutes / 2)) ]; then
    kill -KILL $server; wait $server 2>/dev/null || true
    start
    echo "        killed and started again"
  fi
  printf '%6d %14d %15d %11d %8d\n' "$minute" "$(memory RssAnon)" "$(memory RssFile)" "$(goroutines || echo -1)" \
    "$(count reports)"
done
touch "$work/stop"
wait $reading; wait $writing || true
cat "$work/readers"
for _ in $(seq 30); do [ "$(goroutines)" -le "$idle" ] && break; sleep 1; done
echo "goroutines: $idle at the start, $(goroutines) when all is still"
kill -TERM $server; wait $server 2>/dev/null || true
echo "reports: $(awk '{n += $1} END {print n}' "$work/adds") were added, $(count reports) are there"
echo "corrections: $(cat "$work/corrected" 2>/dev/null | wc -l) were kept, $(count corrections) are there"
[ ! -e "$work/failed" ] || cat "$work/failed"
echo "answers that were errors: $(grep -c '"status":5\|status=5' "$work/log" || true)"
"$work/varta" check --store "$store"
