//! Letters at either end of a folded word. Arabic letters have two bytes, so these are comparisons of small numbers.

/// The first letter of a word, where it has two bytes.
#[inline]
pub(crate) fn first(word: &str) -> Option<&str> {
    word.get(..2)
}

/// What follows the first letter.
#[inline]
pub(crate) fn rest_of(word: &str) -> &str {
    word.get(2..).unwrap_or("")
}

/// The word without an ending of at most three letters, if it has it.
#[inline]
pub(crate) fn without_end<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let (bytes, end) = (word.as_bytes(), ending.as_bytes());
    let ends = match end.len() {
        0 => true,
        2 => bytes.last_chunk::<2>() == end.first_chunk(),
        4 => bytes.last_chunk::<4>() == end.first_chunk(),
        6 => bytes.last_chunk::<6>() == end.first_chunk(),
        _ => bytes.ends_with(end),
    };
    if ends { word.get(..bytes.len() - end.len()) } else { None }
}
