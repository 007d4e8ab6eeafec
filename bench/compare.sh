#!/usr/bin/env bash
# Compares the speed of varta with that of Debian's lt-proc, which only analyses words (apertium-hin), on one core and
# the same text, three times each; then shows how time and memory grow with the amount of text.
#
# usage: bench/compare.sh [FOLDER]
#   FOLDER  Hindi text: any of ntrex/*.hin.txt, il-ner/*.txt, hiner/*.conll, ud-hindi-pud/*.conllu below it;
#           ../shared/data without it
#
# Needs Debian as root (or apertium-hin, lttoolbox and time installed) and Go.
set -euo pipefail
cd "$(dirname "$0")/.."
source=${1:-../shared/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need() { # need COMMAND PACKAGE...: install what is missing
  command -v "$1" >/dev/null && return
  shift
  apt-get install -y --no-install-recommends "$@" >/dev/null || { apt-get update >/dev/null && apt-get install -y --no-install-recommends "$@" >/dev/null; }
}

sentences() { # one sentence a line from every kind of file
  local f
  for f in "$source"/ntrex/*.hin.txt; do [ -e "$f" ] && cat "$f"; done
  for f in "$source"/ud-hindi-pud/*.conllu; do [ -e "$f" ] && sed -n 's/^# text = //p' "$f"; done
  for f in "$source"/il-ner/*.txt "$source"/hiner/*.conll; do
    [ -e "$f" ] && awk 'NF { line = line (line == "" ? "" : " ") $1; next } line != "" { print line; line = "" } END { if (line != "") print line }' "$f"
  done
  true
}

reports() { # reports DIR BYTES: text files of 20 sentences each, about BYTES together
  mkdir -p "$1"
  LC_ALL=C awk -v dir="$1" -v want="$2" -v all="$work/all.txt" 'BEGIN {
    while (bytes < want) {
      while (bytes < want && (getline line < all) > 0) {
        if (n % 20 == 0) { if (file) close(file); file = sprintf("%s/%07d.txt", dir, n / 20) }
        n++; print line > file; bytes += length(line) + 1
      }
      close(all)
    }
  }'
}

seconds() { # seconds COMMAND...: wall time
  local TIMEFORMAT=%R
  { time "$@" >/dev/null 2>"$work/stderr"; } 2>&1 || [ $? = 3 ]
}

middle() { sort -n | sed -n 2p; }

need lt-proc apertium-hin lttoolbox
need /usr/bin/time time
analyser=/usr/share/apertium/apertium-hin/hin.automorf.bin
export LC_ALL=C.UTF-8
go build -trimpath -ldflags '-s -w' -o "$work/varta" ./cmd/varta
sentences >"$work/all.txt"
echo "binary: $(stat -c %s "$work/varta") bytes, stripped"
printf '%s\n' "भारत ने चीन से बातचीत की।" >"$work/short.txt"
for _ in 1 2 3; do seconds "$work/varta" read "$work/short.txt"; done | middle | sed 's/^/start-up and one sentence: /;s/$/ s/'

size=$(stat -c %s "$work/all.txt")
[ "$size" -ge 4000000 ] || { echo "only $size bytes of text below $source" >&2; exit 1; }
reports "$work/reports" "$size"
find "$work/reports" -name '*.txt' | sort | xargs cat >"$work/text.txt"
sed 's/[][{}^$@<>\/\\]/\\&/g' "$work/text.txt" >"$work/escaped.txt" # characters that Apertium's stream reserves
bytes=$(stat -c %s "$work/text.txt")
words=$(LC_ALL=C awk '{ n += NF } END { print n }' "$work/text.txt")
echo "text: $bytes bytes, $words words, $(find "$work/reports" -name '*.txt' | wc -l) reports"

analyse() { GOMAXPROCS=1 lt-proc "$analyser" "$work/escaped.txt"; }
read_all() { GOMAXPROCS=1 "$work/varta" read -j 1 --published 2018-10-01 --lang hi --format jsonl "$work/reports"; }
for i in 1 2 3; do
  a=$(seconds analyse)
  b=$(seconds read_all)
  echo "$a" >>"$work/lt.s" && echo "$b" >>"$work/varta.s"
  echo "run $i: lt-proc $a s, varta $b s"
done
awk -v bytes="$bytes" -v words="$words" -v lt="$(middle <"$work/lt.s")" -v va="$(middle <"$work/varta.s")" 'BEGIN {
  printf "lt-proc (analysis only): %.2f MB/s, %d words/s\n", bytes / lt / 1e6, words / lt
  printf "varta (whole record):    %.2f MB/s, %d words/s\n", bytes / va / 1e6, words / va
  printf "ratio varta / lt-proc:   %.2f\n", lt / va
}'

echo "growth, in reports of 20 sentences, one core:"
for mb in 1 10 100; do
  reports "$work/grow$mb" $((mb * 1000000))
  GOMAXPROCS=1 /usr/bin/time -f "  $mb MB: %e s, %M KB at most" "$work/varta" read -j 1 --lang hi --format jsonl "$work/grow$mb" 2>"$work/stderr" >/dev/null || true
  tail -n 1 "$work/stderr"
done
echo "all cores ($(nproc)), 100 MB:"
/usr/bin/time -f "  %e s, %M KB at most" "$work/varta" read --lang hi --format jsonl "$work/grow100" 2>"$work/stderr" >/dev/null || true
tail -n 1 "$work/stderr"
echo "growth, in one report on one line, one core:"
for mb in 1 10 50; do
  { find "$work/grow100" -name "*.txt" | sort | xargs cat | tr '\n' ' ' | head -c $((mb * 1000000)) | iconv -c -f UTF-8 -t UTF-8; } >"$work/one.txt" 2>/dev/null || true
  GOMAXPROCS=1 /usr/bin/time -f "  $mb MB: %e s, %M KB at most" "$work/varta" read --lang hi --format jsonl "$work/one.txt" 2>"$work/stderr" >/dev/null || true
  tail -n 1 "$work/stderr"
done
