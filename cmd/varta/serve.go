package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"

	"github.com/spf13/cobra"

	"varta/internal/server"
	"varta/internal/store"
)

type serveFlags struct {
	addr, token, users, store string
}

// tokenVariable is the environment variable that the token is taken from where no flag gives it: other users of the
// machine see the flags of a program, not its environment.
const tokenVariable = "VARTA_TOKEN"

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show pages in a browser and answer programs",
		Long: "Serves the pages and the JSON API of Varta. On the machine's own address (the default) it asks for nothing; on\n" +
			"any other it demands a login: the users of --users, a token that --token or $" + tokenVariable + " gives, or else one\n" +
			"that it makes and prints. It asks nothing of the network and ends on an interrupt when running requests have ended." +
			archiveHelp + exitHelp,
		Example: "  varta serve\n  varta serve --addr 0.0.0.0:8080 --token \"$(cat token.txt)\"",
		Args:    words(0, 0),
		RunE:    failing(func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) }),
	}
	archiveFlag(cmd, &f.store)
	cmd.Flags().StringVar(&f.addr, "addr", "127.0.0.1:8080", "address and port to listen on")
	cmd.Flags().StringVar(&f.token, "token", os.Getenv(tokenVariable), "what each request must carry; needed on an address that others reach")
	cmd.Flags().Lookup("token").DefValue = "" // help shows no secret
	cmd.Flags().StringVar(&f.users, "users", "", "file of the users that may log in: see varta user")
	return cmd
}

func (a *app) serve(ctx context.Context, f serveFlags) (err error) {
	host, _, err := net.SplitHostPort(f.addr)
	if err != nil {
		return usage("--addr %s: want an address and a port, such as 127.0.0.1:8080", f.addr)
	}
	users, err := readUsers(f.users)
	if err != nil {
		return err
	}
	c := server.Config{Users: users, Token: f.token, Log: slog.New(slog.NewTextHandler(a.err, nil))}
	if loopback(host) {
		c.Hosts = []string{"localhost", "127.0.0.1", "::1", host}
	} else if c.Token == "" && len(users) == 0 {
		c.Token = rand.Text()
		fmt.Fprintln(a.err, "token:", c.Token)
	}
	if c.Reader, err = a.open(); err != nil {
		return err
	}
	if c.Archive, err = a.openArchive(ctx, f.store, store.Options{}); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Archive.Close()) }()
	s, err := server.New(c)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", f.addr)
	if err != nil {
		return fmt.Errorf("%w\n(is another program on this port? choose one with --addr)", err)
	}
	fmt.Fprintf(a.err, "Varta is at http://%s\n", l.Addr())
	if n, err := c.Archive.Count(ctx, store.Query{Of: store.Reports}); err == nil && n == 0 { // a slip in its name makes a new one
		fmt.Fprintf(a.err, "the archive %s is empty: varta add fills it\n", c.Archive.Where())
	}
	return s.Serve(ctx, l)
}

func readUsers(path string) (server.Users, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read users: %w", err)
	}
	defer f.Close()
	users, err := server.ParseUsers(f)
	if err == nil && len(users) == 0 {
		err = errors.New("no user in it; varta user makes the lines")
	}
	if err != nil {
		return nil, fmt.Errorf("read users %s: %w", path, err)
	}
	return users, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
