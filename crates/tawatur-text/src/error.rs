//! What can be wrong with bytes that should be text.

use crate::ByteOffset;

/// The error of this package.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("invalid UTF-8 at byte {0}")]
    Utf8(usize),
    #[error("text of {0} bytes is too long: at most {max} bytes can be addressed", max = ByteOffset::MAX)]
    TooLong(usize),
}

impl Error {
    /// The byte at which reading stopped, where there is one.
    pub fn offset(&self) -> Option<usize> {
        match self.0 {
            Kind::Utf8(at) => Some(at),
            Kind::TooLong(_) => None,
        }
    }
}

/// Takes bytes as UTF-8 text, without copying.
///
/// # Errors
/// When the bytes are no UTF-8 (the error names the offset) or more than `u32::MAX` bytes.
pub fn decode(bytes: &[u8]) -> Result<&str, Error> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Kind::TooLong(bytes.len()).into());
    }
    simdutf8::compat::from_utf8(bytes).map_err(|e| Kind::Utf8(e.valid_up_to()).into())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn names_the_offset_of_invalid_utf8() {
        let error = decode(b"ab\xff\xfe").unwrap_err();
        assert_eq!(error.offset(), Some(2));
        assert_eq!(error.to_string(), "invalid UTF-8 at byte 2");
    }
}
