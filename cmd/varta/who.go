package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"varta"
)

const onHelp = "ISO date, month or year: 2021-07-28, 2021-07, 2021"

// registryFlags are what the commands that ask the tables of the world have in common.
type registryFlags struct {
	on, format string
}

func (f *registryFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.on, "on", "", onHelp)
	rowsFormats().flag(cmd, &f.format)
}

func (a *app) whoCommand() *cobra.Command {
	f := &registryFlags{}
	c := &cobra.Command{
		Use:   "who NAME|TITLE...",
		Short: "Tell who holds or held an office, or which offices somebody held",
		Long: "Asks the tables who held an office of a state or organisation, who presided over an organisation, or which\n" +
			"offices a person held. Names and titles may be in Hindi or English. Without --on all that is known is listed in\n" +
			"the order of time. A term marked likely has dates that are not sure. Prints a table on a terminal, JSON Lines\n" +
			"elsewhere; a name that the tables lack is exit code 1, with names that are near." + exitHelp,
		Example: "  varta who Russian defence minister --on 2021-07-28\n  varta who SCO chair --on 2021-07\n  varta who Shoigu",
		Args:    words(1, anyNumber),
		RunE: failing(func(_ *cobra.Command, args []string) error {
			return a.tenures(f, func(r *varta.Registry) ([]varta.Tenure, error) { return r.Ask(strings.Join(args, " "), f.on) })
		}),
	}
	f.add(c)
	return c
}

func (a *app) membersCommand() *cobra.Command {
	f := &registryFlags{}
	c := &cobra.Command{
		Use:   "members ORGANISATION...",
		Short: "List the members of an organisation",
		Long: "Lists who belongs or belonged to an organisation, with the dates that are known. The name or acronym may be in\n" +
			"Hindi or English. Prints a table on a terminal, JSON Lines elsewhere; an organisation that the tables lack is\n" +
			"exit code 1, with names that are near." + exitHelp,
		Example: "  varta members SCO --on 2016\n  varta members Security Council --on 2021-08",
		Args:    words(1, anyNumber),
		RunE: failing(func(_ *cobra.Command, args []string) error {
			return a.tenures(f, func(r *varta.Registry) ([]varta.Tenure, error) { return r.MembersOf(strings.Join(args, " "), f.on) })
		}),
	}
	f.add(c)
	return c
}

// tenures asks the registry and prints what it says.
func (a *app) tenures(f *registryFlags, ask func(*varta.Registry) ([]varta.Tenure, error)) error {
	format, err := a.formatOf(f.format, rowsFormats())
	if err != nil {
		return err
	}
	r, err := a.open()
	if err != nil {
		return err
	}
	list, err := ask(r.Registry())
	if errors.Is(err, varta.ErrBadDate) {
		return usage("--on: %w", err)
	}
	if err != nil {
		return err
	}
	return show(a, format, tenureColumns(), list)
}

func tenureColumns() []column[varta.Tenure] {
	return []column[varta.Tenure]{
		{"name", func(t *varta.Tenure) string { return t.Name }},
		{"hindi", func(t *varta.Tenure) string { return t.NameHi }},
		{"office", func(t *varta.Tenure) string { return t.Office }},
		{"of", func(t *varta.Tenure) string { return t.Code }},
		{"at", func(t *varta.Tenure) string { return string(t.At) }},
		{"since", func(t *varta.Tenure) string { return string(t.Since) }},
		{"until", func(t *varta.Tenure) string { return string(t.Until) }},
		{"certainty", func(t *varta.Tenure) string { return t.Certainty }},
	}
}
