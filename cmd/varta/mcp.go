package main

import (
	"context"
	"errors"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"

	"varta/internal/mcp"
	"varta/internal/store"
)

func (a *app) mcpCommand() *cobra.Command {
	var where string
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Answer an assistant over the Model Context Protocol",
		Long: "Speaks the Model Context Protocol on standard input and output, for assistants that start it as a program: they\n" +
			"read texts, look for acts, statements and facts, and ask who held an office when; every answer has its evidence.\n" +
			"Nothing is changed. varta serve offers the same over HTTP, at /mcp." + archiveHelp + exitHelp,
		Example: "  varta mcp --store varta.db",
		Args:    words(0, 0),
		RunE:    failing(func(cmd *cobra.Command, _ []string) error { return a.mcp(cmd.Context(), where) }),
	}
	archiveFlag(cmd, &where)
	return cmd
}

func (a *app) mcp(ctx context.Context, where string) (err error) {
	reader, err := a.open()
	if err != nil {
		return err
	}
	x, err := a.openArchive(ctx, where, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	return mcp.New(reader, x).Run(ctx, &sdk.StdioTransport{})
}
