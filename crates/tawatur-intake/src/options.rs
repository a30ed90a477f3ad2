//! Bounds and extras of reading.

use crate::MetaTable;

/// How to read. The defaults hold whatever a newsroom is likely to have, and keep hostile input from filling memory.
#[derive(Clone, Debug)]
pub struct Options {
    /// Outlet, date, address and title by report, from a table.
    pub meta: Option<MetaTable>,
    /// The largest file, in bytes, that is read as one report (text or web page).
    pub max_file_bytes: u64,
    /// The longest line, in bytes, of JSON Lines: the largest report of such a file.
    pub max_line_bytes: u64,
    /// The most bytes that a compressed file may unpack to.
    pub max_unpacked_bytes: u64,
    /// The most files that folders may hold together.
    pub max_files: usize,
    /// The deepest folder.
    pub max_folder_depth: usize,
    /// The deepest nesting of a web page that is given to the article reader; deeper pages are read as plain text.
    pub max_html_depth: usize,
    /// The largest web page, in bytes, that is given to the article reader.
    pub max_html_bytes: usize,
    /// Whether to find the passages of each report; they can also be found later by [`crate::passages`].
    pub find_passages: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            meta: None,
            max_file_bytes: 256 << 20,
            max_line_bytes: 64 << 20,
            max_unpacked_bytes: 1 << 40,
            max_files: 1_000_000,
            max_folder_depth: 64,
            max_html_depth: 256,
            max_html_bytes: 16 << 20,
            find_passages: true,
        }
    }
}
