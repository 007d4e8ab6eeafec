package knowledge

// Class is a set of semantic classes of nouns, one bit each.
type Class = uint64

// The semantic classes that the column class of lexicon.tsv may name.
const (
	ClassHuman Class = 1 << iota
	ClassRole
	ClassOfficial
	ClassCivilian
	ClassPeople
	ClassStateNoun
	ClassBody
	ClassGroup
	ClassEvent
	ClassForum
	ClassComm
	ClassDocument
	ClassWeapon
	ClassMoney
	ClassAid
	ClassForce
	ClassPlace
	ClassTime
	ClassMeasure
	ClassFacility
	ClassAbstract
	ClassVehicle
	ClassTown
	ClassSpokesman
	ClassConflict
	ClassTerror
	ClassManner
	ClassDirection // उत्तरी, दक्षिण: a part of the sky
	ClassViolence  // हमला, झड़प: an act that hurts
)

var classNames = map[string]Class{
	"human": ClassHuman, "role": ClassRole | ClassHuman, "official": ClassOfficial | ClassHuman, "civilian": ClassCivilian | ClassHuman,
	"people": ClassPeople | ClassHuman, "state_noun": ClassStateNoun, "body": ClassBody, "group": ClassGroup | ClassHuman,
	"event": ClassEvent, "forum": ClassForum | ClassEvent, "comm": ClassComm, "document": ClassDocument, "weapon": ClassWeapon,
	"money": ClassMoney, "aid": ClassAid, "force": ClassForce, "place": ClassPlace, "time": ClassTime, "measure": ClassMeasure,
	"facility": ClassFacility, "abstract": ClassAbstract, "vehicle": ClassVehicle, "town": ClassTown | ClassPlace,
	"spokesman": ClassSpokesman | ClassOfficial | ClassHuman, "conflict": ClassConflict, "terror": ClassTerror,
	"manner": ClassManner | ClassAbstract, "direction": ClassDirection,
	"violence": ClassViolence | ClassEvent,
}

// narrow is the one bit of a class name, without those of the wider classes that it implies: what a frame asks for.
func narrow(name string) Class {
	c := classNames[name]
	switch name {
	case "human", "event":
		return c
	}
	switch c &^= ClassHuman | ClassEvent; {
	case c&ClassTown != 0:
		return ClassTown
	case c&ClassSpokesman != 0:
		return ClassSpokesman
	case c&ClassManner != 0:
		return ClassManner
	}
	return c
}
