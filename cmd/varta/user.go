package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"varta/internal/server"
)

// leastPassword is the least number of bytes of a password, as NIST SP 800-63B asks of one that people choose.
const leastPassword = 8

func (a *app) userCommand() *cobra.Command {
	var role string
	cmd := &cobra.Command{
		Use:   "user NAME",
		Short: "Make a line for the file of users of serve",
		Long: "Asks for a password, or takes the first line of standard input, and prints a line for the file that\n" +
			"serve --users reads: name, role and an argon2id hash of the password. A reader looks and asks; an editor also\n" +
			"corrects records and splits and joins acts. To remove a user, remove the line." + exitHelp,
		Example: "  varta user uma --role editor >> users.txt\n  varta serve --users users.txt --addr 0.0.0.0:8080",
		Args:    words(1, 1),
		RunE:    failing(func(_ *cobra.Command, args []string) error { return a.user(args[0], server.Role(role)) }),
	}
	cmd.Flags().StringVar(&role, "role", string(server.ReaderRole), "reader or editor")
	offer(cmd, "role", []string{string(server.ReaderRole), string(server.EditorRole)})
	return cmd
}

func (a *app) user(name string, role server.Role) error {
	if role != server.ReaderRole && role != server.EditorRole {
		return usage("--role %s: want reader or editor", role)
	}
	if len(strings.Fields(name)) != 1 || strings.HasPrefix(name, "#") {
		return usage("%q: a name is one word and does not begin with #", name)
	}
	password, err := a.password()
	if err != nil {
		return err
	}
	if len(password) < leastPassword {
		return usage("the password is too short: want %d characters or more", leastPassword)
	}
	_, err = fmt.Fprintln(a.out, name, role, server.HashPassword(password))
	return err
}

func (a *app) password() (string, error) {
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(a.err, "password: ")
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		if err != nil {
			return "", fmt.Errorf("read password: %w", err)
		}
		return string(b), nil
	}
	line, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil && line == "" {
		return "", fmt.Errorf("read password from standard input: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}
