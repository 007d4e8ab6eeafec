package server

import (
	"bufio"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Role says what a user may do.
type Role string

// Readers look and ask; editors also correct records and split and join acts.
const (
	ReaderRole Role = "reader"
	EditorRole Role = "editor"
)

// Users are those who may log in, by name.
type Users map[string]account

type account struct {
	role Role
	hash hash
}

// hash is an argon2id hash of a password in the string form of the PHC.
type hash struct {
	memory, time uint32
	threads      uint8
	salt, key    []byte
}

// The cost of a hash: the first choice of the OWASP cheat sheet on password storage for argon2id.
const (
	hashMemory = 19 << 10 // KiB
	hashTime   = 2
	hashLength = 32
	saltLength = 16
)

// ParseUsers reads a file of users: a line each, with name, role and hash set apart by spaces; empty lines and lines
// that begin with # are skipped. It is what `varta user` writes.
func ParseUsers(r io.Reader) (Users, error) {
	out := Users{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Fields(lines.Text())
		if len(cells) == 0 || strings.HasPrefix(cells[0], "#") {
			continue
		}
		if len(cells) != 3 {
			return nil, fmt.Errorf("line %d: want a name, a role and a hash", n)
		}
		role := Role(cells[1])
		if role != ReaderRole && role != EditorRole {
			return nil, fmt.Errorf("line %d: role %q, want reader or editor", n, cells[1])
		}
		h, err := parseHash(cells[2])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if _, ok := out[cells[0]]; ok {
			return nil, fmt.Errorf("line %d: user %s is there already", n, cells[0])
		}
		out[cells[0]] = account{role, h}
	}
	return out, lines.Err()
}

// HashPassword makes the hash that stands in a file of users.
func HashPassword(password string) string {
	salt := make([]byte, saltLength)
	rand.Read(salt) // never fails: see crypto/rand
	h := hash{memory: hashMemory, time: hashTime, threads: 1, salt: salt}
	h.key = h.of(password)
	return h.String()
}

// of hashes a password at the cost and with the salt of h. Without a salt it costs as much, so that the time of an
// answer does not tell whether a user exists.
func (h hash) of(password string) []byte {
	return argon2.IDKey([]byte(password), h.salt, max(1, h.time), max(8, h.memory), max(1, h.threads), hashLength)
}

func (h hash) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, h.memory, h.time, h.threads, b64.EncodeToString(h.salt), b64.EncodeToString(h.key))
}

var errHash = errors.New("not an argon2id hash as varta user writes it")

func parseHash(s string) (hash, error) {
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return hash{}, errHash
	}
	var h hash
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &h.memory, &h.time, &h.threads); err != nil || h.memory > 1<<20 || h.time > 64 {
		return hash{}, errHash
	}
	var err error
	if h.salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil {
		return hash{}, errHash
	}
	if h.key, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(h.key) != hashLength {
		return hash{}, errHash
	}
	return h, nil
}

// role says what a user may do, empty for a wrong name or password.
func (u Users) role(name, password string) Role {
	a, ok := u[name]
	if !ok {
		a.hash = hash{memory: hashMemory, time: hashTime, threads: 1, key: make([]byte, hashLength)}
	}
	if subtle.ConstantTimeCompare(a.hash.of(password), a.hash.key) != 1 || !ok {
		return ""
	}
	return a.role
}
