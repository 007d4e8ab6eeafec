package ingest

import (
	"testing"

	"varta/data"
)

func languages(t *testing.T) *Languages {
	t.Helper()
	l, err := LoadLanguages(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestDetect(t *testing.T) {
	l := languages(t)
	for _, tt := range []struct{ want, text string }{
		{"hi", "विदेश मंत्री ने सोमवार को अपने चीनी समकक्ष से मुलाकात की।"},
		{"hi", "भारत-रूस शिखर वार्ता आज"},
		{"hi", "ट्रंप पहुंचे सिंगापुर, किम से मुलाकात कल"},
		{"hi", "नई दिल्ली"},
		{"hi", "प्रधानमंत्री ने G20 summit में COVID-19 vaccine पर UN report का ज़िक्र किया।"},
		{"hi", "सेना के प्रवक्ता ने बताया कि काठमांडू में नेपाली अधिकारियों के साथ बैठक हुई।"},
		{"hi", "मुंबई में महाराष्ट्र सरकार के मंत्रियों के साथ जापानी राजदूत की बैठक"},
		{"mr", "पंतप्रधान नरेंद्र मोदी यांनी रशियाचे अध्यक्ष व्लादिमीर पुतिन यांची भेट घेतली आणि दोन्ही देशांमधील संबंधांवर चर्चा केली."},
		{"mr", "भारताने पाकिस्तानच्या या निर्णयाचा निषेध केला आहे."},
		{"mr", "परराष्ट्र मंत्री आज चीनच्या दौऱ्यावर जाणार असून ते बीजिंगमध्ये चर्चा करतील."},
		{"ne", "प्रधानमन्त्रीले भारत भ्रमणका क्रममा आफ्ना समकक्षीसँग भेटवार्ता गरेका छन्।"},
		{"ne", "नेपाल र चीनबीच व्यापार सम्झौता भएको छ।"},
		{"ne", "परराष्ट्र मन्त्रालयले विज्ञप्ति जारी गर्दै यो घटनाको निन्दा गरेको जनाएको छ।"},
		{"sa", "प्रधानमन्त्री अद्य रूसदेशस्य राष्ट्रपतिना सह मिलितवान् इति विदेशमन्त्रालयेन उक्तम् अस्ति।"},
		{"mai", "प्रधानमंत्री कहलनि जे भारत आ नेपाल केर संबंध बहुत पुरान अछि आ एहि मे कोनो संदेह नहि अछि।"},
		{"bho", "प्रधानमंत्री कहलन कि भारत आ मॉरीशस के रिश्ता बहुत पुरान बा आ ई रिश्ता अउर मजबूत भइल बा।"},
		{"ur", "وزیر خارجہ نے کہا ہے کہ پاکستان اور چین کے درمیان مذاکرات ہوئے ہیں۔"},
		{"ar", "قال وزير الخارجية إن الاجتماع كان في القاهرة بين مصر و الأردن"},
		{"fa", "وزیر خارجه ایران در تهران با همتای روسی خود دیدار کرد و گفت که این"},
		{"en", "The foreign minister said on Monday that talks with Russia had ended."},
		{"de", "Der Außenminister hat am Montag in Berlin mit dem Kollegen über die Lage gesprochen und nicht auf die Fragen geantwortet."},
		{"und-Latn", "Wizara ya Mambo ya Nje ilisema Jumatatu kwamba mazungumzo yamekwisha."},
		{"bn", "প্রধানমন্ত্রী সোমবার দিল্লিতে বৈঠক করেন।"},
		{"ta", "பிரதமர் திங்கட்கிழமை டெல்லியில் சந்தித்தார்."},
		{"und-Cyrl", "Министр иностранных дел заявил в понедельник."},
		{"und", "12345 ... !!"},
	} {
		if got := l.Detect(tt.text); got.Code != tt.want {
			t.Errorf("Detect(%q) = %s, want %s", tt.text, got.Code, tt.want)
		}
	}
}

func TestNamed(t *testing.T) {
	l := languages(t)
	for code, name := range map[string]string{"mr": "Marathi", "xx": "xx"} {
		if got := l.Named(code); got.Name != name || got.Code != code {
			t.Errorf("Named(%s) = %s %s", code, got.Code, got.Name)
		}
	}
}
