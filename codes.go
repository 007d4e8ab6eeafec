package varta

import (
	"varta/internal/knowledge"
	"varta/record"
)

// LoadCodes reads from the tables how other schemes (COW, FIPS, CAMEO …) write what records name. It is what exports
// need, and much quicker than [Open].
func LoadCodes(o Options) (*record.Codes, error) {
	fsys, err := o.files()
	if err != nil {
		return nil, err
	}
	c, err := knowledge.LoadCodes(fsys)
	if err != nil {
		return nil, o.bad(err)
	}
	return c, nil
}
