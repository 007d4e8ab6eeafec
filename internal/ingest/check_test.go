package ingest

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func TestCheck(t *testing.T) {
	const sentence = "भारत ने चीन से बातचीत की।"
	for _, tt := range []struct {
		name string
		text []byte
		want error
		says string
	}{
		{"text", []byte(sentence), nil, ""},
		{"text with byte order mark", []byte("\ufeff" + sentence), nil, ""},
		{"angle brackets", []byte("मंत्री <हंसते हुए> ने कहा </> कि"), nil, ""},
		{"empty", nil, ErrEmpty, ""},
		{"blank", []byte(" \n\t\u00a0\n"), ErrEmpty, ""},
		{"mark alone", []byte("\ufeff\n"), ErrEmpty, ""},
		{"UTF-16 with mark", append([]byte{0xff, 0xfe}, utf16le(sentence)...), ErrUTF16, "iconv"},
		{"UTF-16 without mark", utf16le(sentence), ErrUTF16, "iconv"},
		{"UTF-16 big endian", []byte{0xfe, 0xff, 0x09, 0x2d}, ErrUTF16, "iconv"},
		{"zeros", make([]byte, 3000), ErrNUL, "byte 0"},
		{"PDF", []byte("%PDF-1.7\n1 0 obj\n"), ErrDocument, "a PDF document"},
		{"image", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), ErrDocument, "an image"},
		{"NUL", []byte("भारत\x00चीन"), ErrNUL, "byte 12"},
		{"not UTF-8", []byte("भारत\xff\xfe"), ErrNotUTF8, "byte 0xff at offset 12"},
		{"cut rune", []byte("भारत\xe0\xa4"), ErrNotUTF8, "offset 12"},
		{"page", []byte("<!DOCTYPE html>\n<html><body>भारत</body></html>"), ErrHTML, ""},
		{"page after blank", []byte("\ufeff\n <HTML lang=hi>\n"), ErrHTML, ""},
		{"fragment", []byte("<div><p>भारत ने</p><p>चीन से</p></div>"), ErrHTML, ""},
		{"too large", make([]byte, MaxBytes+1), ErrTooLarge, "67108865"},
	} {
		err := Check(tt.text)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
		if err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %q does not say %q", tt.name, err, tt.says)
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range []string{"", "भारत ने कहा।", "\xff\xfe-\t", "<html>", "a\x00b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if Check(b) == nil && strings.ToValidUTF8(string(b), "") != string(b) {
			t.Errorf("%q is not UTF-8 and passes", b)
		}
	})
}
