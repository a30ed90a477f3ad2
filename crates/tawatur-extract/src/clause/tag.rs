//! Kinds of words that shape a clause.

/// A set of kinds that a token can be read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tag(pub(crate) u128);

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Tag {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

tags! {
    /// A finite verb of saying.
    SAY = 0;
    /// A participle of a verb of saying that goes on with a speech (مضيفاً).
    SAYING = 1;
    /// بحسب، وفق
    CUE_SOURCE = 2;
    /// حسبما، وفق ما
    CUE_AS = 3;
    /// نقلاً
    CUE_RELAY = 4;
    /// إن، أن with their pronouns
    THAT = 5;
    /// قول
    WORDS = 6;
    /// بيان، تصريح
    SPEECH = 7;
    /// An office, rank or occupation.
    TITLE = 8;
    /// The noun of a body: وزارة، شرطة
    BODY = 9;
    /// A body that carries news: وكالة، صحيفة
    CARRIER = 10;
    /// A named organisation.
    ORGANISATION = 11;
    /// A named agency, newspaper or channel.
    OUTLET = 12;
    /// مصدر، شهود، تقارير
    SOURCE = 13;
    /// مسؤول، السلطات
    OFFICIAL = 14;
    /// وسائل إعلام، الصحافة
    MEDIA = 15;
    /// تويتر، فيسبوك، حساب
    ACCOUNT = 16;
    /// A place.
    PLACE = 17;
    /// The noun of a place: مدينة، مطار
    PLACE_HEAD = 18;
    /// كازاخستاني
    NISBA = 19;
    /// A word of personal names.
    NAME = 20;
    IN = 21;
    FROM = 22;
    ON = 23;
    TO = 24;
    ABOUT = 25;
    /// Any other preposition.
    PREPOSITION = 26;
    /// With the article.
    ARTICLE = 27;
    /// With ب.
    BI = 28;
    /// With ل.
    LI = 29;
    /// الذي
    RELATIVE = 30;
    /// لم، لا
    NOT = 31;
    /// فيما، بينما
    WHILE = 32;
    /// لكن، بل
    BUT = 33;
    /// كان
    BE = 34;
    /// قد
    QAD = 35;
    /// A pronoun at the end.
    PRONOUN_END = 36;
    /// A word of time.
    TIME = 37;
    /// A verbal noun.
    MASDAR = 38;
    /// A finite verb of another kind.
    VERB = 39;
    /// كما
    ALSO = 40;
    /// نفسه
    SAME = 41;
    /// With و or ف.
    JOINED = 42;
    /// يدعى
    CALLED = 43;
    /// هذا، ذلك
    THIS = 44;
    /// هو، هم
    HE = 45;
    /// A conjunction that begins another clause: إذ، حيث، عندما
    SUBORDINATE = 46;
    /// أما
    AS_FOR = 47;
    /// An office that speaks for another: متحدث، ناطق
    VOICE = 48;
    /// جهة، جانب، دور: من جهته
    SIDE = 49;
    /// A rank or form of address before a name: اللواء، الشيخ
    HONORIFIC = 50;
    /// أيضا، كذلك
    ALSO_ADVERB = 51;
    /// A noun of the lexicon that no other kind says.
    NOUN = 52;
    /// A feminine form.
    FEMININE = 53;
    /// A plural or dual form.
    PLURAL = 54;
    /// Stands alone in the lexicon as an adjective.
    ADJECTIVE = 55;
    /// The word is in the lexicon at all.
    KNOWN = 56;
    /// A verb with the pronoun of its object.
    OBJECT_PRONOUN = 57;
    /// إلا
    EXCEPT = 58;
    /// A document that speaks itself: حصيلة، تقرير، بيان
    DOCUMENT = 59;
    /// A number in digits or words.
    NUMBER = 60;
    /// لسان
    TONGUE = 61;
    /// A word that labels an item and is no speaker: فيديو، اقرأ
    LABEL = 64;
    /// An ordinary noun or adjective.
    COMMON = 65;
    /// A preposition with a pronoun: له، بها
    WITH_PRONOUN = 66;
    /// الماضي، السابق: of time only behind a word of time.
    MODIFIER = 67;
    /// العام: the year, or public.
    PUBLIC = 68;
    /// بث، نشر with a pronoun: a carrier carries it
    BROADCASTS = 69;
    /// The short name of a ministry: الداخلية
    SHORT = 70;
    /// أحد، إحدى
    ONE_OF = 71;
    /// Can be a verb as an ordinary word.
    VERBAL = 72;
    /// بن، آل، دي: links the parts of a name.
    LINK = 73;
    /// A word of names that is an ordinary word more often: رجب، كريم.
    NAME_WORD = 74;
    /// بعد، عقب: what happened before.
    AFTER = 75;
    /// The noun of a human being: عامل، ناشط
    PERSON = 76;
    /// عدم الكشف عن هويته: what a source asks for.
    ANONYMITY = 77;
    /// تحذير، اعتذار: what is said as an act, with a verb that only carries it out (وجه، أصدر).
    ACT = 78;
    /// وجه، أصدر: carries out an act of speech.
    ISSUES = 79;
    /// The first word of a person's name that the reader of names has read.
    NAME_BEGINS = 80;
    /// A further word of it.
    NAME_GOES_ON = 81;
    /// جاء، ورد: what a document says.
    STANDS = 63;
    /// A word that tells of an event, or stands around one.
    EVENT = 82;
    /// حد: على حد
    LIMIT = 62;
    /// مع
    WITH = 83;
    /// عبر: through what something is told.
    THROUGH = 84;
    /// ما: what
    WHAT = 85;
    /// ختام، مستهل: the beginning or end of an occasion.
    EDGE = 86;
    /// برنامج، نشرة: what a broadcaster shows, with its name between quotation marks.
    SHOW = 87;
    /// الأمر: what was told before, taken up by الذي.
    MATTER = 89;
    /// رتبة: the rank that an officer holds.
    RANK = 88;
}

impl Tag {
    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `other` is here.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of `other` are here.
    pub(crate) const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}
