package export

import (
	"strings"

	"varta/record"
)

// cameoActor is an actor in CAMEO's terms.
type cameoActor struct{ name, country, group, kind string }

// code is the code of the actor: INDGOV, but IGOUNO and IGOEUREEC.
func (a cameoActor) code() string {
	if a.kind == "IGO" || a.kind == "NGO" {
		return a.kind + a.country + a.group
	}
	return a.country + a.kind + a.group
}

// cameoKinds are the CAMEO types of organisations and groups (by the kind column of their tables) and of the sectors of
// PLOVER, which renamed some of them: JRN was MED, MED was HLH.
var cameoKinds = map[string]string{
	"igo": "IGO", "forum": "IGO", "alliance": "IGO", "bank": "IGO", "agency": "IGO", "court": "IGO", "ngo": "NGO",
	"rebel": "REB", "separatist": "SEP", "militant": "UAF", "militia": "UAF", "paramilitary": "UAF", "opposition": "OPP",
	"party": "PTY", "criminal": "CRM",
	"GOV": "GOV", "MIL": "MIL", "LEG": "LEG", "JUD": "JUD", "COP": "COP", "SPY": "SPY", "REB": "REB", "OPP": "OPP",
	"PTY": "PTY", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "JRN": "MED", "MED": "HLH",
	"LAB": "LAB", "REF": "REF", "AGR": "AGR", "UAF": "UAF",
}

// knownGroups are organisations and groups that have a code of their own in CAMEO, by that of the registry, as GDELT lists
// them (CAMEO.knowngroup.txt). It has none for others, the SCO and BRICS among them.
var knownGroups = map[string]string{
	"UN": "UNO", "EU": "EEC", "NATO": "NAT", "ADB": "ADB", "AFDB": "AFB", "AL": "ARL", "AMF_ARAB": "AMF", "AMNESTY": "AMN", "AMU": "AMU",
	"ASEAN": "ASN", "BIS": "BIS", "CEMAC": "CEM", "CENSAD": "CSS", "CIS": "CIS", "COE": "COE", "COMESA": "CEM", "COMMONWEALTH": "CWN",
	"EBRD": "EBR", "ECCAS": "ECA", "ECOWAS": "WAS", "EFTA": "EFT", "FAO": "FAO", "FIDH": "FID", "G7": "GOS", "G77": "GSS", "G8": "GOE",
	"GCC": "GCC", "HRW": "HRW", "IAEA": "IAE", "ICC": "ICC", "ICG": "ICG", "ICJ": "ICJ", "ICRC": "CRC", "IFRC": "CRC", "IGAD": "IAD",
	"ILO": "ILO", "IMF": "IMF", "INTERPOL": "ITP", "IOM": "IOM", "IPU": "IPU", "ISDB": "IDB", "MSF": "MSF", "NAM": "NON", "OAPEC": "APE",
	"OAS": "OAS", "OAU": "OAU", "OHCHR": "HCH", "OIC": "OIC", "OPEC": "OPC", "OSCE": "SCE", "OXFAM": "XFM", "PARIS_CLUB": "PRC",
	"SAARC": "SAA", "SADC": "SAD", "SEATO": "SOT", "UNHCR": "HCR", "UNICEF": "KID", "WB": "WBK", "WEF": "WEF", "WFP": "WFP", "WHO": "WHO",
	"WTO": "WTO", "ABU_NIDAL": "ANO", "ALQAEDA": "ALQ", "AL_AQSA_BRIGADES": "AAM", "AMAL": "AML", "DFLP": "DFL", "FATAH": "FTA",
	"HAMAS": "HMS", "HEZBOLLAH": "HEZ", "KDP": "KDP", "MUSLIM_BROTHERHOOD": "MBR", "PFLP": "PFL", "PIJ": "ISJ", "PLO": "PLO",
	"POLISARIO": "PLS", "TALIBAN": "TAL",
}

// regions are what goes before the code of a known group in that of the actor.
var regions = map[string]string{"EU": "EUR", "NATO": "WST"}

func (j *job) cameo(a *record.Actor) cameoActor {
	if a == nil {
		return cameoActor{}
	}
	out := cameoActor{name: strings.ToUpper(j.label(a)), kind: cameoKinds[string(a.Sector)]}
	if s, ok := j.codes.States[a.Code]; ok {
		out.country = s.CAMEO
		return out
	}
	b, ok := j.body(a.Code)
	if !ok {
		return out
	}
	out.country = j.codes.States[b.State].CAMEO
	out.group = knownGroups[a.Code]
	if r := regions[a.Code]; r != "" {
		out.country = r
	}
	if kind := cameoKinds[b.Kind]; kind != "" {
		out.kind = kind
	}
	return out
}
