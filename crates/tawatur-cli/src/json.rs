//! JSON as `serde_json` writes it, byte for byte, in less time.
//!
//! Names of fields are written as they stand, and strings are looked through eight bytes at a time for what must be escaped.
//! Numbers with a fraction are left to `serde_json`.

use serde::Serialize;
use serde::ser::{self, Serializer};
use serde_json::Error;

/// Appends a value.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) -> Result<(), Error> {
    value.serialize(Json(out))
}

/// Where a value is written.
struct Json<'o>(&'o mut Vec<u8>);

/// A list or an object that has been begun.
struct Begun<'o> {
    out: &'o mut Vec<u8>,
    is_empty: bool,
    end: &'static [u8],
}

impl<'o> Json<'o> {
    fn begin(self, start: &[u8], end: &'static [u8]) -> Begun<'o> {
        self.0.extend_from_slice(start);
        Begun { out: self.0, is_empty: true, end }
    }

    /// Begins the object around a variant with content.
    fn variant(&mut self, variant: &str) {
        self.0.extend_from_slice(b"{\"");
        self.0.extend_from_slice(variant.as_bytes());
        self.0.extend_from_slice(b"\":");
    }

    fn whole(self, number: u64) {
        let mut digits = [0; 20];
        let (mut start, mut rest) = (digits.len(), number);
        loop {
            start -= 1;
            digits[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.0.extend_from_slice(&digits[start..]);
    }

    fn signed(self, number: i64) {
        if number < 0 {
            self.0.push(b'-');
        }
        self.whole(number.unsigned_abs());
    }

    fn string(self, text: &str) {
        let out = self.0;
        out.reserve(text.len() + 2);
        out.push(b'"');
        let mut rest = text.as_bytes();
        while let Some((plain, escaped, behind)) = to_escape(rest) {
            out.extend_from_slice(plain);
            escape(escaped, out);
            rest = behind;
        }
        out.extend_from_slice(rest);
        out.push(b'"');
    }
}

/// The bytes in front of the first that must be escaped, that byte, and those behind it.
#[inline]
fn to_escape(bytes: &[u8]) -> Option<(&[u8], u8, &[u8])> {
    let is_special = |b: &u8| *b < 0x20 || matches!(b, b'"' | b'\\');
    let (eights, rest) = bytes.as_chunks::<8>();
    let plain = eights.iter().take_while(|eight| !holds_special(u64::from_le_bytes(**eight))).count() * 8;
    let special = if plain < bytes.len() - rest.len() || !rest.is_empty() {
        plain + bytes.get(plain..)?.iter().position(is_special)?
    } else {
        return None;
    };
    let (before, after) = bytes.split_at_checked(special)?;
    after.split_first().map(|(special, behind)| (before, *special, behind))
}

/// Whether one of eight bytes must be escaped.
#[inline]
const fn holds_special(bytes: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    let quotes = bytes ^ (ONES * b'"' as u64);
    let strokes = bytes ^ (ONES * b'\\' as u64);
    let control = bytes.wrapping_sub(ONES * 0x20) & !bytes;
    (control | quotes.wrapping_sub(ONES) & !quotes | strokes.wrapping_sub(ONES) & !strokes) & HIGH != 0
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x8 => b'b',
        0xc => b'f',
        _ => {
            let digit = |d: u8| if d < 10 { b'0' + d } else { b'a' + d - 10 };
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

impl Begun<'_> {
    fn separate(&mut self) {
        if !std::mem::take(&mut self.is_empty) {
            self.out.push(b',');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        value.serialize(Json(self.out))
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.out.reserve(name.len() + 4);
        self.separate();
        self.out.push(b'"');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Json(self.out))
    }

    fn finish(self) -> Result<(), Error> {
        self.out.extend_from_slice(self.end);
        Ok(())
    }
}

impl<'o> Serializer for Json<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Begun<'o>;
    type SerializeTuple = Begun<'o>;
    type SerializeTupleStruct = Begun<'o>;
    type SerializeTupleVariant = Begun<'o>;
    type SerializeMap = Begun<'o>;
    type SerializeStruct = Begun<'o>;
    type SerializeStructVariant = Begun<'o>;

    fn serialize_bool(self, v: bool) -> Result<(), Error> {
        self.0.extend_from_slice(if v { b"true" } else { b"false" });
        Ok(())
    }
    fn serialize_i8(self, v: i8) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }
    fn serialize_i16(self, v: i16) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }
    fn serialize_i32(self, v: i32) -> Result<(), Error> {
        self.serialize_i64(v.into())
    }
    fn serialize_i64(self, v: i64) -> Result<(), Error> {
        self.signed(v);
        Ok(())
    }
    fn serialize_u8(self, v: u8) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }
    fn serialize_u16(self, v: u16) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }
    fn serialize_u32(self, v: u32) -> Result<(), Error> {
        self.serialize_u64(v.into())
    }
    fn serialize_u64(self, v: u64) -> Result<(), Error> {
        self.whole(v);
        Ok(())
    }
    fn serialize_f32(self, v: f32) -> Result<(), Error> {
        serde_json::to_writer(self.0, &v)
    }
    fn serialize_f64(self, v: f64) -> Result<(), Error> {
        serde_json::to_writer(self.0, &v)
    }
    fn serialize_char(self, v: char) -> Result<(), Error> {
        self.string(v.encode_utf8(&mut [0; 4]));
        Ok(())
    }
    fn serialize_str(self, v: &str) -> Result<(), Error> {
        self.string(v);
        Ok(())
    }
    fn serialize_bytes(self, v: &[u8]) -> Result<(), Error> {
        v.serialize(self)
    }
    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend_from_slice(b"null");
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.string(variant);
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(variant);
        value.serialize(Json(self.0))?;
        self.0.push(b'}');
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Begun<'o>, Error> {
        Ok(self.begin(b"[", b"]"))
    }
    fn serialize_tuple(self, _: usize) -> Result<Begun<'o>, Error> {
        Ok(self.begin(b"[", b"]"))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Begun<'o>, Error> {
        Ok(self.begin(b"[", b"]"))
    }
    fn serialize_tuple_variant(mut self, _: &str, _: u32, variant: &'static str, _: usize) -> Result<Begun<'o>, Error> {
        self.variant(variant);
        Ok(self.begin(b"[", b"]}"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Begun<'o>, Error> {
        Ok(self.begin(b"{", b"}"))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Begun<'o>, Error> {
        Ok(self.begin(b"{", b"}"))
    }
    fn serialize_struct_variant(
        mut self,
        _: &str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Begun<'o>, Error> {
        self.variant(variant);
        Ok(self.begin(b"{", b"}}"))
    }
}

impl ser::SerializeSeq for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeTuple for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeTupleStruct for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeTupleVariant for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeMap for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        let start = self.out.len();
        key.serialize(Json(self.out))?;
        match self.out.get(start) {
            Some(b'"') => Ok(()),
            Some(b'[' | b'{' | b'n') | None => Err(ser::Error::custom("key must be a string")),
            _ => {
                self.out.insert(start, b'"');
                self.out.push(b'"');
                Ok(())
            }
        }
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(b':');
        value.serialize(Json(self.out))
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeStruct for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl ser::SerializeStructVariant for Begun<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.field(name, value)
    }
    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn check<T: Serialize>(value: &T) {
        let mut out = Vec::new();
        write(value, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(value).unwrap());
    }

    #[derive(Serialize)]
    enum Shape {
        Unit,
        One(u8),
        Two(i64, f64),
        #[serde(rename = "named")]
        Named {
            #[serde(rename = "type")]
            kind: Option<char>,
            rest: (),
        },
    }

    #[derive(Serialize)]
    struct Pair(i8, &'static str);

    #[derive(Serialize)]
    struct Nothing;

    #[test]
    fn every_shape_is_written_as_by_serde_json() {
        check(&(Shape::Unit, Shape::One(7), Shape::Two(i64::MIN, 0.1)));
        check(&[Shape::Named { kind: Some('"'), rest: () }, Shape::Named { kind: None, rest: () }]);
        check(&(Pair(-128, "\\"), Nothing, u64::MAX, 12.0, 1e300, f64::NAN, 2.5f32, true));
        check(&BTreeMap::from([(-3, "a"), (12, "b")]));
        check(&BTreeMap::from([("ب", vec![0u32; 0]), ("\n", vec![10, 200])]));
        assert!(write(&BTreeMap::from([(vec![1], 1)]), &mut Vec::new()).is_err());
    }

    #[test]
    fn what_must_be_escaped_is_found_at_every_place() {
        for c in (0..=0xffu32).filter_map(char::from_u32) {
            for before in 0..18 {
                check(&format!("{}{c}{}", "ن".repeat(before / 2) + &"x".repeat(before % 2), "a\"ب".repeat(before / 5)));
            }
        }
    }

    proptest! {
        #[test]
        fn strings_are_written_as_by_serde_json(text in "([\\PC]|[\"\\\\\u{0}-\u{1f}\u{7f}]){0,40}", number in any::<i64>()) {
            check(&(text, number, number as u64));
        }
    }
}
