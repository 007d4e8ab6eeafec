package ingest

import (
	"hash/fnv"
	"math"
)

// Copies of one agency's report differ in a headline, a word here and there, and where they end. They are found by
// MinHash (Broder 1997): of two texts that share a part p of their runs of words, each number of the sketch is the same
// with probability p to the fourth.
const (
	run      = 3 // words that are looked at together
	bands    = 8
	rows     = 4
	fewWords = 20 // of a text that is too short to be a copy of another
)

// Copied is the part of the runs of the shorter text from which on two texts are copies.
const Copied = 0.7

// Sketch is a digest of a text's words: texts that are nearly alike most likely share one of its numbers.
func Sketch(words []string) []int64 {
	if len(words) < fewWords {
		return nil
	}
	var least [bands * rows]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for _, x := range runs(words) {
		for i := range least {
			least[i] = min(least[i], mix(x+uint64(i)*golden))
		}
	}
	out := make([]int64, bands)
	for b := range out {
		h := uint64(b)
		for _, v := range least[b*rows : (b+1)*rows] {
			h = mix(h ^ v)
		}
		out[b] = int64(h)
	}
	return out
}

// Overlap is the part of the runs of words of the shorter text that the other one has too.
func Overlap(a, b []string) float64 {
	x, y := runs(a), runs(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	has := make(map[uint64]bool, len(y))
	for _, h := range y {
		has[h] = true
	}
	n := 0
	for _, h := range x {
		if has[h] {
			n++
		}
	}
	return float64(n) / float64(len(x))
}

// runs are the digests of each run of words.
func runs(words []string) []uint64 {
	if len(words) < run {
		return nil
	}
	out := make([]uint64, len(words)-run+1)
	var last [run]uint64
	for i, w := range words {
		h := fnv.New64a()
		h.Write([]byte(w))
		last[i%run] = h.Sum64()
		if i < run-1 {
			continue
		}
		var x uint64
		for k := range run {
			x = mix(x ^ last[(i-k+run)%run])
		}
		out[i-run+1] = x
	}
	return out
}

// golden is the odd number next to 2^64 divided by the golden ratio.
const golden = 0x9e3779b97f4a7c15

// mix spreads the bits of a number: the end of SplitMix64 (Steele, Lea and Flood 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
