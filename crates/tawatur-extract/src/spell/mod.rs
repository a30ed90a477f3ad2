//! The other way: numbers to Arabic words, with the gender of the counted noun and the case.

/// The gender of the counted noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// رجل
    Masculine,
    /// امرأة
    Feminine,
}

/// The grammatical case of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Subject: اثنان, عشرون, مئتان.
    Nominative,
    /// Object and after prepositions: اثنين, عشرين, مئتين.
    Oblique,
}

/// The greatest number that is spelled.
pub const GREATEST: u64 = 999_999_999_999_999_999;

/// A number in words as it stands alone, up to [`GREATEST`]; digits beyond.
///
/// Units and teens agree with the counted noun as grammar has it: three to ten take the other gender.
///
/// # Example
///
/// ```
/// use tawatur_extract::spell::{Case, Gender, spell};
///
/// assert_eq!(spell(23, Gender::Masculine, Case::Nominative), "ثلاثة وعشرون");
/// assert_eq!(spell(12_500, Gender::Feminine, Case::Oblique), "اثني عشر ألفا وخمسمئة");
/// ```
pub fn spell(number: u64, gender: Gender, case: Case) -> String {
    if number == 0 {
        return "صفر".to_owned();
    }
    if number > GREATEST {
        return number.to_string();
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for scale in &SCALES {
        let count = rest / scale.value;
        rest %= scale.value;
        if count > 0 {
            parts.push(scaled(count, scale, case));
        }
    }
    if rest > 0 {
        parts.push(below_thousand(rest, gender, case));
    }
    parts.join(" و")
}

/// A power of a thousand with its forms: one, two, three to ten, eleven and more, and after a hundred.
struct Scale {
    value: u64,
    one: &'static str,
    two: [&'static str; 2],
    few: &'static str,
    many: &'static str,
}

const SCALES: [Scale; 5] = [
    Scale {
        value: 1_000_000_000_000_000,
        one: "كوادريليون",
        two: ["كوادريليونان", "كوادريليونين"],
        few: "كوادريليونات",
        many: "كوادريليونا",
    },
    Scale {
        value: 1_000_000_000_000,
        one: "تريليون",
        two: ["تريليونان", "تريليونين"],
        few: "تريليونات",
        many: "تريليونا",
    },
    Scale {
        value: 1_000_000_000, one: "مليار", two: ["ملياران", "مليارين"], few: "مليارات", many: "مليارا"
    },
    Scale {
        value: 1_000_000, one: "مليون", two: ["مليونان", "مليونين"], few: "ملايين", many: "مليونا"
    },
    Scale { value: 1000, one: "ألف", two: ["ألفان", "ألفين"], few: "آلاف", many: "ألفا" },
];

fn scaled(count: u64, scale: &Scale, case: Case) -> String {
    let oblique = usize::from(case == Case::Oblique);
    match count {
        1 => scale.one.to_owned(),
        2 => scale.two.get(oblique).copied().unwrap_or_default().to_owned(),
        _ => {
            let noun = match count % 100 {
                3..=10 => scale.few,
                11..=99 => scale.many,
                _ => scale.one,
            };
            // Before a thousand, two hundred loses its ending: مئتا ألف.
            let hundreds = if count == 200 {
                ["مئتا", "مئتي"].get(oblique).copied().unwrap_or_default().to_owned()
            } else {
                below_thousand(count, Gender::Masculine, case)
            };
            format!("{hundreds} {noun}")
        }
    }
}

const UNITS_WITH_TA: [&str; 11] =
    ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
const UNITS_WITHOUT_TA: [&str; 11] = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];
const TENS: [&str; 10] = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
const HUNDREDS: [&str; 10] = ["", "مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];

fn below_thousand(number: u64, gender: Gender, case: Case) -> String {
    let (hundreds, rest) = ((number / 100) as usize, number % 100);
    let hundred = match (hundreds, case) {
        (2, Case::Nominative) => "مئتان",
        (2, Case::Oblique) => "مئتين",
        _ => HUNDREDS.get(hundreds).copied().unwrap_or_default(),
    };
    match (hundreds, rest) {
        (0, _) => below_hundred(rest, gender, case),
        (_, 0) => hundred.to_owned(),
        _ => format!("{hundred} و{}", below_hundred(rest, gender, case)),
    }
}

fn below_hundred(number: u64, gender: Gender, case: Case) -> String {
    match number {
        0..=10 => unit(number, gender, case).to_owned(),
        11..=19 => teen(number - 10, gender, case),
        _ => {
            let ending = if case == Case::Nominative { "ون" } else { "ين" };
            let tens = format!("{}{ending}", TENS.get((number / 10) as usize).copied().unwrap_or_default());
            match number % 10 {
                0 => tens,
                1 if gender == Gender::Feminine => format!("إحدى و{tens}"),
                rest => format!("{} و{tens}", unit(rest, gender, case)),
            }
        }
    }
}

fn unit(number: u64, gender: Gender, case: Case) -> &'static str {
    match (number, gender, case) {
        (2, Gender::Masculine, Case::Oblique) => "اثنين",
        (2, Gender::Feminine, Case::Oblique) => "اثنتين",
        (_, Gender::Masculine, _) => UNITS_WITH_TA.get(number as usize).copied().unwrap_or_default(),
        (_, Gender::Feminine, _) => UNITS_WITHOUT_TA.get(number as usize).copied().unwrap_or_default(),
    }
}

fn teen(unit_of: u64, gender: Gender, case: Case) -> String {
    let ten = if gender == Gender::Masculine { "عشر" } else { "عشرة" };
    let first = match (unit_of, gender, case) {
        (1, Gender::Masculine, _) => "أحد",
        (1, Gender::Feminine, _) => "إحدى",
        (2, Gender::Masculine, Case::Nominative) => "اثنا",
        (2, Gender::Masculine, Case::Oblique) => "اثني",
        (2, Gender::Feminine, Case::Nominative) => "اثنتا",
        (2, Gender::Feminine, Case::Oblique) => "اثنتي",
        _ => unit(unit_of, gender, case),
    };
    format!("{first} {ten}")
}
