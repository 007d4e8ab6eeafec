package tagger

import (
	"encoding/binary"
	"math"

	"varta/internal/doc"
)

// Labels: outside of names, and the begin and inside of each type.
const (
	outside = iota
	_
	_
	_
	_
	_
	_
	labels
)

// types are the types of names; the labels of type n are 2n+1 (begin) and 2n+2 (inside).
var types = [...]doc.MentionType{doc.Person, doc.Place, doc.Organisation}

// follows says whether label b may follow label a: an inside label only its own begin or inside.
func follows(a, b int) bool { return b == outside || b%2 == 1 || a == b || a == b-1 }

// steps is how many steps of a stored weight make a weight of 1.
const steps = 24

// zero is the byte of a weight of 0: bytes are unsigned, so that sums of them never borrow.
const zero = 128

// model is a view of the stored bytes: one number that is the logarithm of the number of rows, the weights of the
// transitions as pairs of bytes, and rows of eight bytes, one a label.
type model struct {
	shift uint
	trans [labels * labels]int32
	rows  []byte
}

// slots is how many rows make a line of the cache; the last bits of a hash choose one of them.
const slotBits, slots = 3, 1 << slotBits

// row is the number of the row of a feature.
func row(h uint64, shift uint) int { return int(h>>shift&^(slots-1) | h&(slots-1)) }

// head is the length of what stands before the rows.
const head = 8 + 2*labels*labels + 6

// open views a stored model; without one it has no rows.
func open(b []byte) model {
	m := model{}
	if len(b) < head || b[0] > 30 || len(b) != head+8<<b[0] {
		return m
	}
	m.shift = 64 - uint(b[0])
	for i := range m.trans {
		m.trans[i] = int32(int16(binary.LittleEndian.Uint16(b[8+2*i:])))
	}
	m.rows = b[head:]
	return m
}

// emit adds up the weights of the features of a token for each label. Eight labels are added at once, as two words of
// four sums of sixteen bits.
func (m *model) emit(h []uint64, out *[labels]int32) {
	const low = 0x00FF00FF00FF00FF
	var even, odd uint64
	for _, x := range h {
		r := binary.LittleEndian.Uint64(m.rows[row(x, m.shift)<<3:])
		even += r & low
		odd += r >> 8 & low
	}
	none := int32(len(h) * zero)
	for l := 0; l < labels; l += 2 {
		out[l] = int32(even&0xFFFF) - none
		even >>= 16
	}
	for l := 1; l < labels; l += 2 {
		out[l] = int32(odd&0xFFFF) - none
		odd >>= 16
	}
}

// Store writes a model of weights as Run reads it. rows holds labels weights a row.
func store(bits uint, rows []float64, trans *[labels * labels]float64) []byte {
	b := make([]byte, head+8<<bits)
	b[0] = byte(bits)
	for i, w := range trans {
		binary.LittleEndian.PutUint16(b[8+2*i:], uint16(int16(math.Round(max(w, -1000)*steps))))
	}
	for r := range 1 << bits {
		for l := range 8 {
			q := float64(zero)
			if l < labels {
				q += math.Round(rows[r*labels+l] * steps)
			}
			b[head+r*8+l] = byte(min(max(q, 0), 255))
		}
	}
	return b
}
