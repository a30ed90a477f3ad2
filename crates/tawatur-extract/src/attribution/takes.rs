//! What a verb of saying can be followed by.

use tawatur_model::Polarity;

use crate::Analysed;
use crate::clause::Tag;

/// What a verb of saying can be followed by (feature `takes` of the lexicon), and what kind of saying it is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Takes {
    bits: u32,
    pub(crate) polarity: Polarity,
    pub(crate) feminine: bool,
    pub(crate) plural: bool,
    pub(crate) present: bool,
    /// أقول، نؤكد: the report's own voice, or somebody's inside a quotation.
    pub(crate) first_person: bool,
    finite: bool,
}

impl Takes {
    pub(crate) const THAT: u32 = 1;
    pub(crate) const QUOTE: u32 = 2;
    /// Any object: «أعلنت الحكومة استقالتها».
    pub(crate) const OBJECT: u32 = 4;
    /// An object, but only behind a speaker who is named: «أدانت الوزارة الهجوم».
    pub(crate) const HELD: u32 = 8;
    pub(crate) const TO: u32 = 16;
    pub(crate) const ABOUT: u32 = 32;
    pub(crate) const BI: u32 = 64;
    pub(crate) const ON: u32 = 128;
    pub(crate) const FROM: u32 = 256;
    pub(crate) const LI: u32 = 512;
    pub(crate) const RELAY: u32 = 1024;
    /// Somebody as its object beside the words: «أبلغ الصحفيين أن».
    pub(crate) const PERSON: u32 = 2048;
    /// Says only of a document: «أظهرت دراسة أن» against «أظهرت الصور أن».
    pub(crate) const KNOWN: u32 = 4096;
    /// An act of speech as its object: «وجهت الوزارة تحذيرا».
    pub(crate) const ACT: u32 = 16384;
    /// Says so even where it is negated: «لم تستبعد».
    pub(crate) const NEGATED: u32 = 32768;
    /// Only of one who is known to speak: «أبلغ الشاهد أن» against «يبلغ طولها».
    pub(crate) const SPEAKER: u32 = 65536;
    /// Whom it was told as its object: «أبلغ الوكالة أن».
    pub(crate) const TOLD: u32 = 131_072;
    /// Names the source behind إلى or ل: «نسبت الوكالة إلى مصدر قوله».
    pub(crate) const ASCRIBES: u32 = 262_144;
    /// What was counted as its object: «سجلت الوزارة وفاة سبعة», «أحصى المرصد 20 قتيلا».
    pub(crate) const TOLL: u32 = 1_048_576;
    /// «شكك في الرقم»
    pub(crate) const WITHIN: u32 = 524_288;
    /// Goes on with what somebody said before: «وأضاف», «وتابع».
    pub(crate) const GOES_ON: u32 = 8192;

    /// What the readings of a token as a verb or participle of saying take together.
    pub(crate) fn of(analysed: &Analysed, at: usize) -> Self {
        let lexicon = analysed.lexicon();
        let mut takes = Self::default();
        let mut first = true;
        for reading in analysed.readings(at) {
            if !matches!(lexicon.sense_name(reading.sense), "verb:say" | "verb:issue" | "adj:saying") {
                continue;
            }
            let entry = analysed.entry(reading);
            takes.bits |= bits(entry.feature("takes").unwrap_or(""));
            // «ألمح الوزير»: written alike, «he hinted» goes before «I hint».
            if first || takes.first_person {
                takes.polarity = polarity(entry.feature("polarity").unwrap_or(""));
                takes.feminine = reading.form.is_feminine();
                takes.plural = reading.form.is_plural() || reading.form.is_dual();
                takes.present = reading.form.is_present();
                takes.finite = lexicon.sense_name(reading.sense) != "adj:saying";
                takes.first_person = is_first_person(analysed.document.word(at), entry.lemma, takes.present);
                first = false;
            }
        }
        takes
    }

    /// Whether it is a form of a verb, which shows the gender of its subject.
    pub(crate) fn is_finite(self) -> bool {
        self.finite
    }

    pub(crate) fn has(self, bits: u32) -> bool {
        self.bits & bits != 0
    }

    /// Says what a thing is called: «وصف الهجوم بـ».
    pub(crate) fn describes(self) -> bool {
        self.has(Self::BI) && !self.has(Self::THAT | Self::OBJECT | Self::HELD)
    }

    /// Whether a token that is read as a preposition begins what the verb takes.
    pub(crate) fn preposition(self, tag: Tag) -> bool {
        const PAIRS: [(Tag, u32); 7] = [
            (Tag::IN, Takes::WITHIN),
            (Tag::TO, Takes::TO),
            (Tag::ABOUT, Takes::ABOUT),
            (Tag::ON, Takes::ON),
            (Tag::FROM, Takes::FROM),
            (Tag::BI, Takes::BI),
            (Tag::LI, Takes::LI),
        ];
        PAIRS.iter().any(|(t, bit)| tag.any(*t) && self.has(*bit))
    }
}

/// The prefixes of the present and the endings of the past tell the first person.
fn is_first_person(word: &str, lemma: &str, present: bool) -> bool {
    if !present {
        return word.ends_with("نا") && !lemma.ends_with("نا") || word.ends_with("تنا");
    }
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let bare = bare.strip_prefix('س').unwrap_or(bare);
    lemma.starts_with('ي') && !word.starts_with('ي') && bare.starts_with(['ن', 'ا'])
}

fn bits(names: &str) -> u32 {
    names.split('+').fold(0, |bits, name| {
        bits | match name {
            "that" => Takes::THAT,
            "quote" => Takes::QUOTE,
            "obj" => Takes::OBJECT,
            "objheld" => Takes::HELD,
            "ila" => Takes::TO,
            "an" => Takes::ABOUT,
            "bi" => Takes::BI,
            "ala" => Takes::ON,
            "min" => Takes::FROM,
            "li" => Takes::LI,
            "relay" => Takes::RELAY,
            "objperson" => Takes::PERSON,
            "known" => Takes::KNOWN,
            "bare" => Takes::GOES_ON,
            "act" => Takes::ACT,
            "speaker" => Takes::SPEAKER,
            "negated" => Takes::NEGATED,
            "told" => Takes::TOLD,
            "fi" => Takes::WITHIN,
            "toll" => Takes::TOLL,
            "ascribes" => Takes::ASCRIBES,
            _ => 0,
        }
    })
}

fn polarity(name: &str) -> Polarity {
    match name {
        "confirms" => Polarity::Confirms,
        "denies" => Polarity::Denies,
        "warns" => Polarity::Warns,
        "demands" => Polarity::Demands,
        "condemns" => Polarity::Condemns,
        "praises" => Polarity::Praises,
        "promises" => Polarity::Promises,
        "accuses" => Polarity::Accuses,
        "claims" => Polarity::Claims,
        _ => Polarity::Says,
    }
}

impl Takes {
    /// What a document or «قوله» is followed by.
    pub(crate) fn of_saying() -> Self {
        Self { bits: Self::THAT | Self::QUOTE, ..Self::default() }
    }
}
