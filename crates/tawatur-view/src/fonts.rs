//! The typefaces, inside the page. All are under the SIL Open Font Licence; `assets/LICENSES.md` lists them.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A part of a typeface that covers some characters.
struct Face {
    family: &'static str,
    weight: &'static str,
    covers: &'static str,
    data: &'static [u8],
}

/// What the cut Arabic faces have; presentation forms are left to the reader's own typefaces.
const ARABIC: &str = "U+0600-061C,U+061F-06FF,U+200C-200F,U+2010-2011";
const LATIN: &str = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2013-206F,U+20AC,\
U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

static FACES: [Face; 7] = [
    Face {
        family: "Page Naskh",
        weight: "400 700",
        covers: ARABIC,
        data: include_bytes!("../assets/fonts/noto-naskh-arabic-arabic-wght-normal.woff2"),
    },
    Face {
        family: "Page Serif",
        weight: "400",
        covers: LATIN,
        data: include_bytes!("../assets/fonts/newsreader-latin-400-normal.woff2"),
    },
    Face {
        family: "Page Serif",
        weight: "600",
        covers: LATIN,
        data: include_bytes!("../assets/fonts/newsreader-latin-600-normal.woff2"),
    },
    Face {
        family: "Page Sans",
        weight: "400",
        covers: ARABIC,
        data: include_bytes!("../assets/fonts/ibm-plex-sans-arabic-arabic-400-normal.woff2"),
    },
    Face {
        family: "Page Sans",
        weight: "600",
        covers: ARABIC,
        data: include_bytes!("../assets/fonts/ibm-plex-sans-arabic-arabic-600-normal.woff2"),
    },
    Face {
        family: "Page Sans",
        weight: "400",
        covers: LATIN,
        data: include_bytes!("../assets/fonts/ibm-plex-sans-arabic-latin-400-normal.woff2"),
    },
    Face {
        family: "Page Sans",
        weight: "600",
        covers: LATIN,
        data: include_bytes!("../assets/fonts/ibm-plex-sans-arabic-latin-600-normal.woff2"),
    },
];

/// The faces as CSS, the font files in base64.
pub(crate) fn faces() -> String {
    let mut out = String::with_capacity(400_000);
    for face in &FACES {
        let _ = writeln!(
            out,
            "@font-face{{font-family:\"{}\";font-style:normal;font-display:swap;font-weight:{};\
             src:url(data:font/woff2;base64,{}) format(\"woff2\");unicode-range:{}}}",
            face.family,
            face.weight,
            STANDARD.encode(face.data),
            face.covers
        );
    }
    out
}
