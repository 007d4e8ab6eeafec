// Package knowledge reads and checks what a linguist edits (folder data/) and hands out typed, read-only tables:
// the vocabulary with its analyses, the case markers, the cues, the names of the world and the case frames.
//
// Loading reads files side by side and resolves references when all are there; examples are left to Lint. All errors
// are collected, each with its place:
//
//	data/hi/frames/meet.yaml:41:7: unknown-role: k9
//
// Words of the language appear in data only. What Go code needs to tell apart has an English name in a fixed list:
// classes (class.go), kinds of cues (cue.go), functions of postpositions (marker.go), roles (frame.go).
package knowledge
