package ingest

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const body = "विदेश मंत्री ने सोमवार को नई दिल्ली में रूस के विदेश मंत्री से मुलाकात की और कई मुद्दों पर बातचीत की।"

// read takes the reports out of a stream, pages too; an error stands for its report.
func read(stream io.Reader) []string {
	s := Source{Stdin: stream, Client: NewClient("test", false)}
	var out []string
	for i := range s.Items(context.Background(), []string{Stdin}) {
		r, err := i.Report()
		if err != nil {
			out = append(out, fmt.Sprintf("%s: %v", i.Name, err))
			continue
		}
		out = append(out, strings.Join([]string{r.ID, r.Published, r.Title, r.URL, r.Publisher, strings.ReplaceAll(r.Text, "\n", "¶")}, "|"))
	}
	return out
}

func gz(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func tarOf(files ...string) []byte {
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1])), Typeflag: tar.TypeReg})
		io.WriteString(w, files[i+1])
	}
	w.Close()
	return out.Bytes()
}

func zipOf(files ...string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, _ := w.Create(files[i])
		io.WriteString(f, files[i+1])
	}
	w.Close()
	return out.Bytes()
}

func pageOf(head, paragraph string) string {
	return "<!DOCTYPE html><html lang=hi><head><title>मंत्री मिले</title>" + head + "</head><body><nav><a href=/>होम</a> <a href=/w>दुनिया</a></nav>" +
		"<article><h1>मंत्री मिले</h1>" + strings.Repeat("<p>"+paragraph+"</p>", 5) + "</article><footer>सर्वाधिकार सुरक्षित</footer></body></html>"
}

func warcOf(records ...string) string {
	var b strings.Builder
	for i := 0; i < len(records); i += 3 {
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
			records[i], records[i+1], len(records[i+2]), records[i+2])
	}
	return b.String()
}

func TestForms(t *testing.T) {
	five := strings.TrimSuffix(strings.Repeat(body+"¶", 5), "¶")
	page := pageOf(`<meta property="article:published_time" content="2024-03-05T00:30:00+05:30"><meta property="og:site_name" content="दैनिक"><link rel=canonical href="https://example.org/a">`, body)
	response := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	rss := `<?xml version="1.0"?><rss version="2.0"><channel><title>समाचार</title>` +
		`<item><title>मंत्री मिले</title><link>https://example.org/b</link><pubDate>Tue, 05 Mar 2024 00:30:00 +0530</pubDate><description>&lt;p&gt;` + body + `&lt;/p&gt;</description></item></channel></rss>`
	article := "|2024-03-05|मंत्री मिले|https://example.org/a|दैनिक|मंत्री मिले¶" + five
	for _, tt := range []struct {
		name   string
		stream string
		want   []string
	}{
		{"text", body, []string{"stdin|||||" + body}},
		{"text in braces", "{" + body + "}", []string{"stdin|||||{" + body + "}"}},
		{"lines", `{"id":"a","text":"x"}` + "\n" + `{"text":"y","published":"2024-01-02"}`, []string{"a|||||x", "stdin-2|2024-01-02||||y"}},
		{"an object over lines", "{\n \"text\": \"x\"\n}", []string{"stdin|||||x"}},
		{"an array", `[{"text":"x"}, {"text":"y"}]`, []string{"stdin-1|||||x", "stdin-2|||||y"}},
		{"an array cut off", `[{"text":"x"}, {"te`, []string{"stdin-1|||||x", "stdin:[2]: not a JSON array of objects: unexpected EOF"}},
		{"table", "id,Headline,date,text,other\na,शीर्षक,2024-01-02,\"x, y\nz\",o\n,,,w,\n", []string{"a|2024-01-02|शीर्षक|||x, y¶z", "stdin-4|||||w"}},
		{"table of a spreadsheet", "\ufefftext;url\r\nx;https://example.org/\r\n", []string{"stdin-2|||https://example.org/||x"}},
		{"table with a ragged row", "id,text\na\nb,y\n", []string{"stdin:2: not a row of the table: record on line 2: wrong number of fields", "b|||||y"}},
		{"a text with commas", "भारत, चीन, text\nऔर रूस", []string{"stdin|||||भारत, चीन, text¶और रूस"}},
		{"page", page, []string{"stdin" + article}},
		{"page without an article", "<html><head><title>वीडियो</title></head><body><p>देखें</p></body></html>", []string{"stdin: no article on the page"}},
		{"feed", rss, []string{"example.org-8cae5ebf|2024-03-05|मंत्री मिले|https://example.org/b|समाचार|मंत्री मिले¶" + body}},
		{"web archive", warcOf("warcinfo", "", "software: x", "request", "https://example.org/a", "GET / HTTP/1.1", "response", "https://example.org/a", response,
			"response", "https://example.org/n", "HTTP/1.1 404 Not Found\r\n\r\n", "response", "https://example.org/i", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"),
			[]string{"example.org-b5b10dd0" + article}},
		{"web archive, packed", string(gz([]byte(warcOf("response", "https://example.org/a", response)))), []string{"example.org-b5b10dd0" + article}},
		{"web archive, cut off", warcOf("response", "https://example.org/a", response)[:300], []string{"stdin: record 1 of the web archive: it is cut off"}},
		{"gzip", string(gz([]byte(body))), []string{"stdin|||||" + body}},
		{"tar", string(tarOf("b/x.txt", "x", ".hidden.txt", "h", "photo.jpg", "p", "l.jsonl", `{"text":"l"}`+"\n")), []string{"x|||||x", "l-1|||||l"}},
		{"tar, packed", string(gz(tarOf("x.txt", "x"))), []string{"x|||||x"}},
		{"zip", string(zipOf("y.txt", "y", "a.txt", "a", "z.json", `{"text":"z"}`)), []string{"a|||||a", "y|||||y", "z|||||z"}},
		{"zip in tar in gzip", string(gz(tarOf("in.zip", string(zipOf("x.txt", "x"))))), []string{"x|||||x"}},
	} {
		got := read(strings.NewReader(tt.stream))
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// zipBomb is a zip with a file that repeats a block, and others.
func zipBomb(block []byte, times int, files ...string) []byte {
	var packed bytes.Buffer
	f, _ := flate.NewWriter(&packed, flate.BestCompression)
	f.Write(block)
	f.Flush()
	part := bytes.Clone(packed.Bytes())
	packed.Reset()
	f.Reset(&packed)
	f.Close()
	data := append(bytes.Repeat(part, times), packed.Bytes()...)
	crc := crc32.NewIEEE()
	for range times {
		crc.Write(block)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, _ := z.CreateRaw(&zip.FileHeader{Name: "a-bomb.txt", Method: zip.Deflate, CRC32: crc.Sum32(), CompressedSize64: uint64(len(data)),
		UncompressedSize64: uint64(len(block) * times)})
	w.Write(data)
	for i := 0; i < len(files); i += 2 {
		w, _ := z.Create(files[i])
		io.WriteString(w, files[i+1])
	}
	z.Close()
	return out.Bytes()
}

// TestBombs holds that what is made to harm is refused with a reason, and what stands beside it is read.
func TestBombs(t *testing.T) {
	megabyte := make([]byte, 1<<20)
	bomb := bytes.NewReader(bytes.Repeat(gz(megabyte), 1<<10))
	zipped := bytes.NewReader(zipBomb(megabyte, 1<<10, "b.txt", body))
	var many strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&many, `{"id":"a","text":"%d"}`+"\n", i*i)
	}
	lines := gz([]byte(many.String()))
	deep := []byte(body)
	for range 8 {
		deep = gz(deep)
	}
	entities := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("ha", 1000) + `">`
	for i := 'b'; i <= 'j'; i++ {
		entities += fmt.Sprintf(`<!ENTITY %c "%s">`, i, strings.Repeat("&"+string(i-1)+";", 10))
	}
	entities += `]><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title><description>&j;</description></item></channel></rss>`
	for _, tt := range []struct {
		name   string
		stream io.Reader
		want   []string
	}{
		{"1 GB of zeros in gzip", bomb, []string{"stdin: unpacks to too much"}},
		{"1 GB of zeros in zip, beside a report", zipped, []string{"stdin/a-bomb.txt: report too large", "b|||||"}},
		{"gzip cut off", bytes.NewReader(gz([]byte(strings.Repeat(body, 1000)))[:200]), []string{"stdin: it is cut off"}},
		{"lines cut off", bytes.NewReader(lines[:len(lines)/2]), []string{"a|||||0", "a|||||1"}},
		{"packed too often", bytes.NewReader(deep), []string{"stdin: packed more than 4 times over"}},
		{"entities of XML", strings.NewReader(entities), []string{"stdin"}},
		{"feed that does not end", io.MultiReader(strings.NewReader("<rss><channel>"), endless("<item><title>x</title></item>")), []string{"stdin: report too large"}},
		{"feed of titles", strings.NewReader("<rss><channel><item><title>x</title><link>https://example.org/b</link></item></channel></rss>"),
			[]string{"stdin:1: the feed has no text of this entry"}},
		{"table that is no table", strings.NewReader("id,text\n\"" + strings.Repeat("x", 100)), []string{"stdin:2: not a row"}},
		{"zip cut off", bytes.NewReader(zipOf("a.txt", body)[:60]), []string{"stdin: zip: it is cut off or damaged"}},
		{"Office document", bytes.NewReader(zipOf("[Content_Types].xml", "<Types/>", "word/document.xml", body)), []string{"stdin: not a text: an Office document"}},
		{"tar cut off", bytes.NewReader(tarOf("a.txt", strings.Repeat(body, 100))[:3000]), []string{"stdin/a.txt: it is cut off"}},
	} {
		got := read(tt.stream)
		for i, want := range tt.want {
			if i >= len(got) || !strings.HasPrefix(got[i], want) {
				t.Errorf("%s: got %.300q, want %q", tt.name, got, tt.want)
				break
			}
		}
		if len(strings.Join(got, "")) > 1<<20 {
			t.Errorf("%s: %d bytes", tt.name, len(strings.Join(got, "")))
		}
	}
}

// endless repeats a text for ever.
type endless string

func (e endless) Read(b []byte) (int, error) { return copy(b, e), nil }

// TestZipFile holds that a zip that is a file is read in place, and that progress comes to its end for other files.
func TestProgress(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.zip")
	if err := errors.Join(os.WriteFile(a, []byte(body), 0o600), os.WriteFile(b, zipOf("x.txt", body), 0o600)); err != nil {
		t.Fatal(err)
	}
	s := Source{Progress: &Progress{}}
	n := 0
	for i := range s.Items(t.Context(), []string{a, b}) {
		if n++; i.Err != nil || string(i.Bytes) != body {
			t.Errorf("%s: %v %q", i.Name, i.Err, i.Bytes)
		}
	}
	if n != 2 || s.Progress.Done.Load() != s.Progress.Total.Load() {
		t.Errorf("%d reports, %d of %d bytes", n, s.Progress.Done.Load(), s.Progress.Total.Load())
	}
}

func FuzzForms(f *testing.F) {
	for _, s := range []string{body, `{"text":"x"}`, `[{"text":"x"}]`, "id,text\na,b\n", pageOf("", body), warcOf("response", "https://example.org/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+pageOf("", body)),
		string(gz([]byte(body))), string(tarOf("a.txt", body)), string(zipOf("a.txt", body)), "<rss><channel><item><title>x</title></item></channel></rss>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { read(bytes.NewReader(b)) })
}
