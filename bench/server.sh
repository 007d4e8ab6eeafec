#!/usr/bin/env bash
# How long the pages of an archive take with 50 readers, each of whom asks for a page a second: wrk (Debian) asks for each
# page for ten seconds and prints the 95th percentile. bench/archive makes an archive of 100,000 reports.
#
# usage: bench/server.sh varta.db [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
store=${1:?usage: bench/server.sh varta.db [SECONDS]} seconds=${2:-10}
command -v wrk >/dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }

work=$(mktemp -d)
go build -o "$work/varta" ./cmd/varta
address=127.0.0.1:18080
"$work/varta" serve --store "$store" --addr $address 2>"$work/log" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
until curl -sf http://$address/healthz >/dev/null; do kill -0 $server || { cat "$work/log"; exit 1; }; done

act=$(curl -sf "http://$address/api/v1/acts?limit=1" | grep -o '"id":"act:[^"]*"' | head -1 | cut -d'"' -f4)
reports=$(curl -sf "http://$address/api/v1/reports?limit=500" | grep -o '{"id":"[^"]*"' | cut -d'"' -f4)
report=$(head -1 <<<"$reports")
cat >"$work/p95.lua" <<'LUA'
function delay() return 1000 end
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("%8.1f ms  %8.1f /s  %d failed\n", latency:percentile(95) / 1000, summary.requests / (summary.duration / 1e6),
    errors.status + errors.connect + errors.read + errors.timeout))
end
LUA
# A different report each time: none has been opened before.
{ cat "$work/p95.lua"; printf 'local n, paths = 0, {'; printf '"/reports/%s",' $reports; printf '}\nfunction request() n = n + 1; return wrk.format("GET", paths[n %% #paths + 1]) end\n'; } >"$work/each.lua"
echo "pages that nobody has asked for yet, seconds"
for page in /entities/RUS /entities/CHN /entities/UN /entities/IND; do
  printf '%-40s%8.3f\n' "$page" "$(curl -so /dev/null -w '%{time_total}' "http://$address$page")"
done
echo "page                                      95th percentile, requests a second, failed; kB gzipped"
for page in / /reports "/reports?text=%E0%A4%B0%E0%A4%95%E0%A5%8D%E0%A4%B7%E0%A4%BE" "/reports/$report" /acts "/acts?party=IND&since=2022&until=2022" "/acts/$act" \
  "/timeline" "/timeline?party=IND" /map /network /entities /entities/IND; do
  size=$(curl -s -H 'Accept-Encoding: gzip' "http://$address$page" | wc -c)
  printf '%-40s' "$page"
  script=$work/p95.lua
  [ "$page" != "/reports/$report" ] || script=$work/each.lua
  wrk -t2 -c50 -d"${seconds}s" --timeout 30s -s "$script" "http://$address$page" | tail -1 | tr -d '\n'
  printf '  %d kB\n' $((size / 1000))
done
grep VmHWM /proc/$server/status
