package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"varta"
)

func (a *app) whereCommand() *cobra.Command {
	var in string
	var top int
	c := &cobra.Command{
		Use:   "where PLACE...",
		Short: "Tell which places a name may mean, with coordinates",
		Long: "Looks a name in Hindi or Latin letters up in the tables of places: those kept by hand and the gazetteer of 47,000\n" +
			"settlements. The spelling need not be the one of the tables. Lists the better spelling first, of equal ones the\n" +
			"larger place. Prints a table on a terminal, JSON Lines elsewhere; a name that no place has is exit code 1, with\n" +
			"names that are near." + exitHelp,
		Example: "  varta where Kingdao\n  varta where Hyderabad --in PAK",
		Args:    cobra.MinimumNArgs(1),
		RunE:    failing(func(_ *cobra.Command, args []string) error { return a.where(strings.Join(args, " "), in, top) }),
	}
	c.Flags().StringVar(&in, "in", "", "only places of this state: a code such as PAK")
	c.Flags().IntVar(&top, "top", 10, "how many places at most")
	return c
}

func (a *app) where(name, code string, top int) error {
	r, err := a.open()
	if err != nil {
		return err
	}
	list, err := r.Registry().Where(name, strings.ToUpper(code), top)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(a.out)
	if terminal(a.out) {
		w.WriteString(placeTable(list))
		return w.Flush()
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range list {
		if err := enc.Encode(&list[i]); err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
	return w.Flush()
}

// placeTable sets places in columns.
func placeTable(list []varta.KnownPlace) string {
	rows := [][]string{{"NAME", "HINDI", "STATE", "REGION", "LAT", "LON", "POPULATION", "KIND", "GEONAMES", "SCORE"}}
	for _, p := range list {
		rows = append(rows, []string{p.Name, string(p.NameHi), p.Code, string(p.Region), degrees(p.Lat), degrees(p.Lon), count(p.Population), p.Kind,
			count(p.GeoNames), strconv.FormatFloat(p.Score, 'f', 2, 64)})
	}
	return columns(rows)
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
