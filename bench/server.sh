#!/usr/bin/env bash
# How long the pages of an archive take with 50 readers, each of whom asks for a page a second: wrk (Debian) asks for each
# page for ten seconds and prints the 95th percentile, of two loads. At once: all begin in the same moment and wait a second
# after each answer; the first ask of all is a tenth of the whole, so this is about the middle of a burst of 50. Spread: each
# waits anything up to two seconds before it asks. Who asks for the same page while it is made gets the same answer, so there
# are pages too of which each reader asks for another one: EACH stands for a report, a word of a title, a state.
# bench/archive makes an archive of 100,000 reports.
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
local n = 0
function setup(thread) n = n + 1; thread:set("id", n) end
function init() math.randomseed(id); at = (id - 1) * 7919 end
LUA
{ cat "$work/p95.lua"; echo 'function delay() return 1000 end'; } >"$work/once.lua"
{ cat "$work/p95.lua"; echo 'function delay() return math.random(0, 2000) end'; } >"$work/spread.lua"
# each PREFIX VALUES...: a script whose requests ask for another value each time.
each() {
  local prefix=$1
  shift
  echo 'local paths = {'
  printf "\"$prefix%s\"," "$@"
  printf '}\nfunction request() at = at + 1; return wrk.format("GET", paths[at %% #paths + 1]) end\n'
}
encoded() { od -An -tx1 -v | tr -d '\n' | tr ' ' '%'; }
words=$(curl -sf "http://$address/api/v1/reports?limit=300" | grep -o '"title":"[^"]*"' | cut -d'"' -f4 | tr -c '[:alnum:]\200-\377\n' '\n' | awk 'length > 3' | sort -u | shuf -n 500 --random-source=bench/server.sh)
states=$(curl -sf "http://$address/api/v1/stats/party?limit=200" | grep -o '"key":"[A-Z]*"' | cut -d'"' -f4)
each /reports/ $reports >"$work/reports.lua"
each "/reports?text=" $(while read -r word; do printf %s "$word" | encoded; echo; done <<<"$words") >"$work/words.lua"
each "/timeline?party=" $states >"$work/states.lua"
each "/acts?party=" $states >"$work/parties.lua"

first() {
  for page in "$@"; do printf '%-40s%8.3f\n' "$page" "$(curl -so /dev/null -w '%{time_total}' "http://$address$page")"; done
}
echo "pages that nobody has asked for yet, seconds: after the start (the first one of an archive counts meanwhile)"
first /entities/RUS /entities/CHN /entities/UN /entities/IND
for page in /acts /timeline /map /network; do curl -so /dev/null "http://$address$page"; done # until it has counted
echo "the same a little later"
first /entities/USA /entities/PAK /entities/KWT /entities/EU
echo "page                                      95th percentile, requests a second, failed: at once; spread; kB gzipped"
for page in / /reports "/reports?text=%E0%A4%B0%E0%A4%95%E0%A5%8D%E0%A4%B7%E0%A4%BE" "/reports?text=EACH words" "/reports/EACH reports" /acts "/acts?party=IND&since=2022&until=2022" \
  "/acts?party=EACH parties" "/acts/$act" /timeline "/timeline?party=IND" "/timeline?party=EACH states" /map /network /entities /entities/IND; do
  read -r page list <<<"$page"
  one=${page/EACH/IND}
  [ "$list" != reports ] || one=/reports/$report
  size=$(curl -s -H 'Accept-Encoding: gzip' "http://$address$one" | wc -c)
  printf '%-40s' "$page"
  for load in once spread; do
    cat "$work/$load.lua" ${list:+"$work/$list.lua"} >"$work/load.lua"
    wrk -t2 -c50 -d"${seconds}s" --timeout 30s -s "$work/load.lua" "http://$address$one" | tail -1 | tr '\n' ' '
  done
  printf '  %d kB\n' $((size / 1000))
done
grep -E 'VmHWM|RssAnon|RssFile' /proc/$server/status
