#!/usr/bin/env bash
# How long the pages of an archive take with 50 readers, each of whom asks for a page a second: wrk (Debian) asks for each
# page for ten seconds and prints the 95th percentile, of two loads. At once: all begin in the same moment and wait a second
# after each answer; the first ask of all is a tenth of the whole, so this is about the middle of a burst of 50. Spread: each
# waits anything up to two seconds before it asks. bench/archive makes an archive of 100,000 reports.
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
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("%8.1f ms %6.1f /s %3d failed", latency:percentile(95) / 1000, summary.requests / (summary.duration / 1e6),
    errors.status + errors.connect + errors.read + errors.timeout))
end
LUA
{ cat "$work/p95.lua"; echo 'function delay() return 1000 end'; } >"$work/once.lua"
{ cat "$work/p95.lua"; echo 'local n = 0'; echo 'function setup(thread) n = n + 1; thread:set("id", n) end'
  echo 'function init() math.randomseed(id) end'; echo 'function delay() return math.random(0, 2000) end'; } >"$work/spread.lua"
# A different report each time: none has been opened before.
{ printf 'local at, paths = %d, {' 0; printf '"/reports/%s",' $reports; printf '}\nfunction request() at = at + 1; return wrk.format("GET", paths[at %% #paths + 1]) end\n'; } >"$work/each.lua"

first() {
  for page in "$@"; do printf '%-40s%8.3f\n' "$page" "$(curl -so /dev/null -w '%{time_total}' "http://$address$page")"; done
}
echo "pages that nobody has asked for yet, seconds: while the server counts, after its start"
first /entities/RUS /entities/CHN /entities/UN /entities/IND
for page in /acts /timeline /map /network; do curl -so /dev/null "http://$address$page"; done # until it has counted
echo "the same when it has counted"
first /entities/USA /entities/PAK /entities/KWT /entities/EU
echo "page                                      95th percentile, requests a second, failed: at once; spread; kB gzipped"
for page in / /reports "/reports?text=%E0%A4%B0%E0%A4%95%E0%A5%8D%E0%A4%B7%E0%A4%BE" "/reports/$report" /acts "/acts?party=IND&since=2022&until=2022" "/acts/$act" \
  "/timeline" "/timeline?party=IND" /map /network /entities /entities/IND; do
  size=$(curl -s -H 'Accept-Encoding: gzip' "http://$address$page" | wc -c)
  printf '%-40s' "$page"
  for load in once spread; do
    script=$work/$load.lua
    [ "$page" != "/reports/$report" ] || cat "$work/each.lua" >>"$script"
    wrk -t2 -c50 -d"${seconds}s" --timeout 30s -s "$script" "http://$address$page" | tail -1 | tr '\n' ' '
    sed -i '/^local at, paths/,$d' "$script"
  done
  printf '  %d kB\n' $((size / 1000))
done
grep -E 'VmHWM|RssAnon|RssFile' /proc/$server/status
