package knowledge

import "io/fs"

// EventType is a PLOVER event type.
type EventType struct {
	CAMEO             string             `yaml:"cameo"`
	Quad              int                `yaml:"quad"`
	Score             float64            `yaml:"score"`
	Modes             map[string]float64 `yaml:"modes"`
	RecipientRequired bool               `yaml:"recipient_required"`
}

type ploverFile struct {
	Types    map[string]EventType `yaml:"types"`
	Contexts []string             `yaml:"contexts"`
}

func readPlover(fsys fs.FS, file string, p *problems) *ploverFile {
	var f ploverFile
	decodeYAML(fsys, file, p, &f)
	return &f
}

func (k *Base) loadPlover(f *ploverFile) {
	k.Types, k.Contexts = f.Types, map[string]bool{}
	for _, c := range f.Contexts {
		k.Contexts[c] = true
	}
}

// Score is the cooperation score of an event: that of its first mode that has one, else that of its type.
func (k *Base) Score(typ string, modes []string) float64 {
	t := k.Types[typ]
	for _, m := range modes {
		if s, ok := t.Modes[m]; ok && s != 0 {
			return s
		}
	}
	return t.Score
}
