//! Bytes to text: which encoding a file is in.

use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

/// Text with the encoding it was in.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// None for UTF-8.
    pub(crate) from: Option<&'static str>,
    /// Whether some bytes had no meaning in that encoding.
    pub(crate) had_errors: bool,
}

/// Decodes a text file: UTF-8, or another encoding where the bytes are clearly that.
///
/// `Err` is the offset of the first byte that is no UTF-8.
pub(crate) fn decode_text(bytes: Vec<u8>) -> Result<Decoded, usize> {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes).filter(|(e, _)| *e != UTF_8) {
        return decode_clean(&bytes, encoding).ok_or(0);
    }
    if let Some(encoding) = utf16_by_zeros(&bytes) {
        return decode_clean(&bytes, encoding).ok_or(0);
    }
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..mark);
            Ok(Decoded { text, from: None, had_errors: false })
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            legacy(error.as_bytes()).ok_or(at)
        }
    }
}

/// Decodes a web page: byte order mark, then what the page says of itself, then what the bytes look like.
pub(crate) fn decode_page(bytes: &[u8]) -> Decoded {
    let by_mark = Encoding::for_bom(bytes).map(|(e, _)| e).or_else(|| utf16_by_zeros(bytes));
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let said = declared(bytes).filter(|e| !e.name().starts_with("UTF-16"));
    // A page that says one thing and is valid UTF-8 with letters beyond ASCII is UTF-8.
    let by_bytes = || if is_utf8 && !bytes.is_ascii() { UTF_8 } else { said.unwrap_or_else(|| guess(bytes)) };
    let mut encoding = by_mark.unwrap_or_else(by_bytes);
    if encoding == UTF_8 && !is_utf8 && by_mark.is_none() && !is_mostly_utf8(bytes) {
        encoding = guess(bytes);
    }
    let (text, used, had_errors) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), from: (used != UTF_8).then(|| used.name()), had_errors }
}

fn decode_clean(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let (text, used, had_errors) = encoding.decode(bytes);
    (!had_errors).then(|| Decoded { text: text.into_owned(), from: Some(used.name()), had_errors })
}

/// One of the two Arabic encodings of eight bits, where the bytes are clearly Arabic in it.
fn legacy(bytes: &[u8]) -> Option<Decoded> {
    if is_mostly_utf8(bytes) {
        return None;
    }
    let encoding = Some(guess(bytes)).filter(|e| *e == WINDOWS_1256 || *e == ISO_8859_6)?;
    decode_clean(bytes, encoding).filter(|d| is_arabic_prose(&d.text))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..bytes.len().min(1 << 20)).unwrap_or(bytes), true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// Whether the bytes are UTF-8 with some damage: far more sound sequences of several bytes than unsound bytes.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut unsound) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        unsound += chunk.invalid().len();
    }
    sound > unsound
}

/// UTF-16 without a mark: a text file has no zero bytes unless every ASCII character comes with one.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1).unwrap_or_default();
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    // In Arabic prose every sixth character or so is a blank or a line break.
    let enough = (head.len() / 2 / 16).max(2);
    match (zeros(0), zeros(1)) {
        (0, odd) if odd >= enough => Some(UTF_16LE),
        (even, 0) if even >= enough => Some(UTF_16BE),
        _ => None,
    }
}

/// Mostly Arabic letters, alef and lam as common as they always are, and no control characters.
fn is_arabic_prose(text: &str) -> bool {
    let (mut letters, mut arabic, mut alef_lam, mut control) = (0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        letters += usize::from(c.is_alphabetic());
        arabic += usize::from(('\u{621}'..='\u{64a}').contains(&c));
        alef_lam += usize::from(matches!(c, 'ا' | 'ل'));
        control += usize::from(c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'));
    }
    control == 0 && arabic * 2 > letters && alef_lam * 8 > arabic
}

/// The encoding that a page names in its first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes).to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")? + 8;
    let rest = head.get(at..)?;
    let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|b| !b.is_ascii_alphanumeric() && !b"-_:".contains(b)).unwrap_or(rest.len());
    Encoding::for_label(rest.get(..end)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str =
        "أعلنت البلدية أن أعمال الإصلاح في الجسر القديم تنتهي الأسبوع المقبل.\nوقال المهندس إن المرور سيعود كاملا.";

    fn check(bytes: Vec<u8>, expected: Option<&str>) {
        let decoded = decode_text(bytes).unwrap();
        assert_eq!(decoded.text, PROSE);
        assert_eq!(decoded.from, expected);
    }

    #[test]
    fn reads_the_encodings_that_arabic_files_come_in() {
        check(PROSE.as_bytes().to_vec(), None);
        check([b"\xef\xbb\xbf", PROSE.as_bytes()].concat(), None);
        check(WINDOWS_1256.encode(PROSE).0.into_owned(), Some("windows-1256"));
        check(ISO_8859_6.encode(PROSE).0.into_owned(), Some("ISO-8859-6"));
        let utf16: Vec<u8> = PROSE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check([&b"\xff\xfe"[..], &utf16].concat(), Some("UTF-16LE"));
        check(utf16, Some("UTF-16LE"));
        check(PROSE.encode_utf16().flat_map(u16::to_be_bytes).collect(), Some("UTF-16BE"));
    }

    #[test]
    fn damaged_utf8_is_named_by_its_offset() {
        let mut bytes = PROSE.as_bytes().to_vec();
        let at = PROSE.find("البلدية").unwrap();
        bytes.insert(at, 0xff);
        assert_eq!(decode_text(bytes).unwrap_err(), at);
        assert_eq!(decode_text(vec![b'a', b'b', 0xff, 0xfe, 3, 0x80]).unwrap_err(), 2);
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_names() {
        let page = format!("<html><head><meta charset=windows-1256></head><body>{PROSE}</body></html>");
        let decoded = decode_page(&WINDOWS_1256.encode(&page).0);
        assert!(decoded.text.contains(PROSE));
        let wrong = format!("<html><head><meta charset=\"iso-8859-1\"></head><body>{PROSE}</body></html>");
        assert!(decode_page(wrong.as_bytes()).text.contains(PROSE));
    }
}
