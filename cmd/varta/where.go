package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"varta"
)

func (a *app) whereCommand() *cobra.Command {
	var in, format string
	var top int
	c := &cobra.Command{
		Use:   "where PLACE...",
		Short: "Tell which places a name may mean, with coordinates",
		Long: "Looks a name in Hindi or Latin letters up in the tables of places: those kept by hand and the gazetteer of 47,000\n" +
			"settlements. The spelling need not be the one of the tables. Lists the better spelling first, of equal ones the\n" +
			"larger place. Prints a table on a terminal, JSON Lines elsewhere; a name that no place has is exit code 1, with\n" +
			"names that are near." + exitHelp,
		Example: "  varta where Kingdao\n  varta where Hyderabad --in PAK",
		Args:    words(1, anyNumber),
		RunE:    failing(func(_ *cobra.Command, args []string) error { return a.where(strings.Join(args, " "), in, top, format) }),
	}
	c.Flags().StringVar(&in, "in", "", "only places of this state: a code such as PAK")
	c.Flags().IntVar(&top, "top", 10, "how many places at most")
	rowsFormats().flag(c, &format)
	return c
}

func (a *app) where(name, code string, top int, format string) error {
	if err := atLeastOne("top", top); err != nil {
		return err
	}
	format, err := a.formatOf(format, rowsFormats())
	if err != nil {
		return err
	}
	r, err := a.open()
	if err != nil {
		return err
	}
	list, err := r.Registry().Where(name, strings.ToUpper(code), top)
	if err != nil {
		return err
	}
	return show(a, format, placeColumns(), list)
}

func placeColumns() []column[varta.KnownPlace] {
	return []column[varta.KnownPlace]{
		{"name", func(p *varta.KnownPlace) string { return p.Name }},
		{"hindi", func(p *varta.KnownPlace) string { return string(p.NameHi) }},
		{"state", func(p *varta.KnownPlace) string { return p.Code }},
		{"region", func(p *varta.KnownPlace) string { return string(p.Region) }},
		{"lat", func(p *varta.KnownPlace) string { return degrees(p.Lat) }},
		{"lon", func(p *varta.KnownPlace) string { return degrees(p.Lon) }},
		{"population", func(p *varta.KnownPlace) string { return count(p.Population) }},
		{"kind", func(p *varta.KnownPlace) string { return p.Kind }},
		{"geonames", func(p *varta.KnownPlace) string { return count(p.GeoNames) }},
		{"score", func(p *varta.KnownPlace) string { return strconv.FormatFloat(p.Score, 'f', 2, 64) }},
	}
}

func degrees(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', 3, 64)
}

func count(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
