//! Whether two names are the same for the benchmark: spelling, articles and small words aside.

use unicode_normalization::char::is_combining_mark;

/// Words that decide nothing.
const SMALL_WORDS: [&str; 3] = ["في", "من", "وكاله"];
/// So much of the shorter name must stand in the longer.
const SHARE: f64 = 0.75;

/// Whether two names share three quarters of the shorter one's words.
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return a == b;
    }
    let (short, long) = if b.len() < a.len() { (&b, &a) } else { (&a, &b) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    let needed = (SHARE * short.len() as f64).round_ties_even().max(1.0);
    shared as f64 >= needed
}

fn words(name: &str) -> Vec<String> {
    let folded: String = name.chars().filter(|c| !is_left_out(*c)).map(fold).collect();
    folded
        .split(|c: char| !is_word(c))
        .filter(|w| !w.is_empty() && !SMALL_WORDS.contains(w))
        .map(|w| without_ending(w.strip_prefix("ال").or(w.strip_prefix("لل")).unwrap_or(w)))
        .collect()
}

/// The accusative ending: مهاجرا is مهاجر.
fn without_ending(word: &str) -> String {
    match word.strip_suffix('ا') {
        Some(stem) if word.chars().count() > 3 => stem.to_owned(),
        _ => word.to_owned(),
    }
}

fn is_word(c: char) -> bool {
    c == '_' || (c.is_alphanumeric() && !is_combining_mark(c))
}

fn is_left_out(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}')
}

fn fold(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        '\u{a0}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn names_are_the_same_but_for_spelling_and_small_words() {
        assert!(same_name("وزارة الداخلية", "الوزارة الداخليّة في البلاد"));
        assert!(same_name("مهاجراً", "مهاجر"));
        assert!(same_name("", "من"));
        assert!(!same_name("وزارة الصحة", "وزارة الداخلية"));
        assert!(!same_name("وزارة الصحة", ""));
    }

    #[test]
    fn half_of_six_and_a_half_rounds_to_even() {
        // Three quarters of six words are four and a half: four are enough.
        assert!(same_name("واحد اثنين ثلاث اربع خمس ست", "واحد اثنين ثلاث اربع سبع ثمان تسع"));
        // Three quarters of two are one and a half: two are needed.
        assert!(!same_name("واحد اثنين", "واحد ثلاث اربع"));
    }
}
