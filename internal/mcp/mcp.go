// Package mcp lets assistants ask Varta over the Model Context Protocol: read a text, look for acts, statements and facts
// in an archive, ask who held an office when. Every answer carries the words of the reports that support it, so that an
// assistant can cite them.
//
// The tool find_acts with the parties भारत and रूस answers with their acts, each with its tellings: the report, its date
// and the quotation, "रक्षा मंत्री राजनाथ सिंह ने बुधवार को दुशांबे में रूस के रक्षा मंत्री से मुलाकात की".
package mcp

import (
	"context"
	"fmt"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"varta"
	"varta/internal/archive"
	"varta/internal/store"
	"varta/record"
)

// Server answers the tools from a reader and, if there is one, an archive.
type Server struct {
	reader  *varta.Reader
	archive *archive.Archive
}

// New returns a server of the protocol. Without an archive (nil) it reads texts and knows who held an office.
func New(reader *varta.Reader, a *archive.Archive) *mcp.Server {
	s := &Server{reader, a}
	out := mcp.NewServer(&mcp.Implementation{Name: "varta", Title: "Varta: a sourced record of diplomacy", Version: varta.Version}, &mcp.ServerOptions{
		Instructions: "Cite the quotations of the evidence, with the report and its date. Statuses matter: planned, possible, denied and alleged acts did not happen, as far as the reports say.",
	})
	mcp.AddTool(out, tool("read_report", "Read a Hindi news report: events, statements and facts, each with the words that support it. Nothing is stored."), s.read)
	mcp.AddTool(out, tool("who", "Who holds or held an office (\"Russian defence minister\", \"SCO chair\"), or what somebody is or was, at a date. Hindi or English."), s.who)
	if a == nil {
		return out
	}
	mcp.AddTool(out, tool("find_acts", "Acts of the archive: who met, visited, accused, sanctioned, attacked … whom, when and where, merged from all reports, with each report's words."), s.acts)
	mcp.AddTool(out, tool("find_statements", "Statements of the archive: who said what about whom, in the words of the report."), s.statements)
	mcp.AddTool(out, tool("find_facts", "Facts of the archive: memberships, chairs, offices, founders, with dates and the words of the report."), s.facts)
	mcp.AddTool(out, tool("get_report", "A report of the archive with its text and its record."), s.report)
	return out
}

// tool describes a tool; none changes anything.
func tool(name, about string) *mcp.Tool {
	return &mcp.Tool{Name: name, Description: about, Annotations: &mcp.ToolAnnotations{ReadOnlyHint: true}}
}

// Text is what read_report takes.
type Text struct {
	Text      string `json:"text" jsonschema:"the report, in Hindi"`
	Published string `json:"published,omitempty" jsonschema:"its ISO date, against which 'on Monday' is resolved"`
}

func (s *Server) read(ctx context.Context, _ *mcp.CallToolRequest, in Text) (*mcp.CallToolResult, any, error) {
	rec, err := s.reader.Read(ctx, varta.Report{ID: "report", Text: in.Text, Published: in.Published})
	return nil, rec, err
}

// Office is what who takes.
type Office struct {
	Name string `json:"name" jsonschema:"an office with its state or organisation, or a person"`
	On   string `json:"on,omitempty" jsonschema:"an ISO day, month or year; without it all terms are listed"`
}

func (s *Server) who(_ context.Context, _ *mcp.CallToolRequest, in Office) (*mcp.CallToolResult, any, error) {
	terms, err := s.reader.Registry().Ask(in.Name, in.On)
	return nil, answer[varta.Tenure]{Items: terms}, err
}

// Question is what the tools that look into the archive take.
type Question struct {
	Parties []string `json:"parties,omitempty" jsonschema:"who takes part, all of them: names in Hindi or English, or codes such as IND, SCO"`
	Types   []string `json:"types,omitempty" jsonschema:"of acts: AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT; of facts: member_of, chairs, holds_office …"`
	Status  []string `json:"status,omitempty" jsonschema:"happened, planned, possible, denied, alleged"`
	Since   string   `json:"since,omitempty" jsonschema:"first day, month or year"`
	Until   string   `json:"until,omitempty" jsonschema:"last day, month or year"`
	Place   string   `json:"place,omitempty" jsonschema:"state or place where it took place"`
	Words   string   `json:"words,omitempty" jsonschema:"words of the reports, in Hindi"`
	Speaker string   `json:"speaker,omitempty" jsonschema:"of statements: who speaks"`
	About   string   `json:"about,omitempty" jsonschema:"of statements: who is spoken of"`
	Limit   int      `json:"limit,omitempty" jsonschema:"most items, 20 without it, 100 at most"`
	Cursor  string   `json:"cursor,omitempty" jsonschema:"next of the answer before"`
}

// answer is a page of an answer.
type answer[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"`
}

// The size of an answer: an assistant reads it all.
const (
	usual = 20
	most  = 100
)

// ask makes a query of a question and answers it.
func ask[T any](ctx context.Context, s *Server, of store.Kind, in Question, find func(context.Context, store.Query) (store.Page[T], error)) (any, error) {
	limit := in.Limit
	if limit <= 0 {
		limit = usual
	}
	q, err := s.archive.Resolve(archive.Question{Of: of, Parties: in.Parties, Types: in.Types, Statuses: in.Status, Since: in.Since, Until: in.Until,
		Place: in.Place, Text: in.Words, Speaker: in.Speaker, About: in.About, Limit: min(limit, most), Cursor: in.Cursor})
	if err != nil {
		return nil, err
	}
	p, err := find(ctx, q)
	if p.Items == nil {
		p.Items = []T{}
	}
	return answer[T]{p.Items, p.Next}, err
}

func (s *Server) acts(ctx context.Context, _ *mcp.CallToolRequest, in Question) (*mcp.CallToolResult, any, error) {
	out, err := ask[record.Act](ctx, s, store.Acts, in, s.archive.FindActs)
	return nil, out, err
}

func (s *Server) statements(ctx context.Context, _ *mcp.CallToolRequest, in Question) (*mcp.CallToolResult, any, error) {
	out, err := ask[store.FoundStatement](ctx, s, store.Statements, in, s.archive.FindStatements)
	return nil, out, err
}

func (s *Server) facts(ctx context.Context, _ *mcp.CallToolRequest, in Question) (*mcp.CallToolResult, any, error) {
	out, err := ask[store.FoundFact](ctx, s, store.Facts, in, s.archive.FindFacts)
	return nil, out, err
}

// Report is what get_report takes.
type Report struct {
	ID string `json:"id" jsonschema:"the report's id, as answers give it"`
}

func (s *Server) report(ctx context.Context, _ *mcp.CallToolRequest, in Report) (*mcp.CallToolResult, any, error) {
	rec, err := s.archive.Record(ctx, in.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("no report %q: %w", in.ID, err)
	}
	return nil, rec, nil
}
