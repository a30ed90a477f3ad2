//! Files and folders as users have them, and as they should not have them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::path::{Path, PathBuf};

use tawatur_intake::{Intake, Item, MetaTable, Options, read, stream};
use tawatur_model::{PublishedFrom, Role, Severity};

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tawatur-intake-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    fn read(&self) -> Intake {
        read(std::slice::from_ref(&self.0), &Options::default())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn ids(intake: &Intake) -> Vec<&str> {
    intake.reports.iter().map(|r| r.id.as_str()).collect()
}

fn problem<'i>(intake: &'i Intake, file: &str) -> &'i tawatur_intake::Problem {
    intake.problems.iter().find(|p| p.file.ends_with(file)).unwrap_or_else(|| panic!("{file}: {:?}", intake.problems))
}

const BODY: &str = "أغلقت السلطات الجسر القديم أمام السيارات بعد ظهور شقوق في إحدى دعاماته.";

#[test]
fn a_folder_is_read_in_order_and_what_fails_is_named() {
    let folder = Folder::new("order")
        .with("b.txt", "نص ثان.")
        .with("a.txt", "---\noutlet: صوت الساحل\npublished: 2022-01-10\n---\n نص أول.\n")
        .with("bad.txt", [BODY.as_bytes(), b"\xff\xfe", BODY.as_bytes()].concat())
        .with("empty.txt", "")
        .with("note.docx", "x")
        .with("sub/a.txt", "نص ثالث.")
        .with("lines.jsonl", "{\"id\":\"one\",\"text\":\"نص\"}\n{\"id\":\"one\",\"text\":\"نص\"}\n");
    let intake = folder.read();
    assert_eq!(ids(&intake), ["a.txt", "b.txt", "one", "one~2", "sub/a.txt"]);
    assert_eq!(intake.reports[0].text, " نص أول.\n");
    assert_eq!(intake.reports[0].outlet.as_deref(), Some("صوت الساحل"));
    assert_eq!(intake.reports[0].published.unwrap().from, PublishedFrom::Metadata);
    assert_eq!(problem(&intake, "bad.txt").byte, Some(BODY.len() as u64));
    assert_eq!(problem(&intake, "empty.txt").severity, Severity::Warning);
    assert_eq!(problem(&intake, "note.docx").severity, Severity::Info);
    assert!(intake.has_errors());
}

#[test]
fn an_empty_folder_and_a_missing_file_say_so() {
    let folder = Folder::new("empty");
    let intake = read(&[folder.0.clone(), folder.0.join("none.txt")], &Options::default());
    assert!(intake.reports.is_empty());
    assert_eq!(intake.problems[0].message, "the folder is empty");
    assert!(intake.problems[1].file.ends_with("none.txt"));
    assert_eq!(intake.problems[1].severity, Severity::Error);
}

#[cfg(unix)]
#[test]
fn data_beside_the_reports_of_a_folder_is_left_out_unless_it_is_named() {
    let folder = Folder::new("beside")
        .with("a.txt", BODY)
        .with("gold.jsonl", "{\"report\": \"a.txt\", \"figures\": []}\n{\"report\": \"b.txt\"}\n");
    let intake = folder.read();
    assert_eq!(ids(&intake), ["a.txt"]);
    assert!(!intake.has_errors(), "{:?}", intake.problems);
    assert!(problem(&intake, "gold.jsonl").message.contains("left out"));
    assert!(read(&[folder.0.join("gold.jsonl")], &Options::default()).has_errors());
}

#[test]
fn links_that_lead_in_a_circle_end() {
    let folder = Folder::new("circle").with("in/a.txt", BODY);
    std::os::unix::fs::symlink(&folder.0, folder.0.join("in/up")).unwrap();
    assert_eq!(ids(&folder.read()), ["a.txt"]);
}

#[test]
fn compressed_lines_are_read_through_all_their_members() {
    let pack = |text: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let two = [pack("{\"id\":\"1\",\"text\":\"نص\"}\n"), pack("{\"id\":\"2\",\"text\":\"نص\"}")].concat();
    let folder = Folder::new("gz").with("x.jsonl.gz", &two).with("cut.jsonl.gz", &two[..two.len() - 12]);
    let intake = folder.read();
    assert!(intake.reports.len() >= 3);
    assert!(problem(&intake, "cut.jsonl.gz").message.starts_with("reading stopped"));
}

#[test]
fn the_table_overrides_and_names_rows_that_met_nothing() {
    let folder = Folder::new("table").with("a.txt", "---\ntitle: قديم\n---\nنص.");
    let csv = "report,published,title,outlet,url\na.txt,10 يناير 2022,جديد,,\nz.txt,,,,\n";
    let options =
        Options { meta: Some(MetaTable::from_reader(csv.as_bytes(), "meta.csv").unwrap()), ..Options::default() };
    let intake = read(&[folder.0.join("a.txt")], &options);
    assert_eq!(intake.reports[0].title.as_deref(), Some("جديد"));
    assert_eq!(intake.reports[0].published.unwrap().day.to_string(), "2022-01-10");
    assert_eq!(problem(&intake, "z.txt").severity, Severity::Warning);
}

#[test]
fn a_dateline_dates_a_report_that_nothing_else_dates() {
    let text = format!("إغلاق الجسر القديم\n08 يناير 2022\n{BODY}");
    let folder = Folder::new("dateline").with("a.txt", text);
    let intake = folder.read();
    let published = intake.reports[0].published.unwrap();
    assert_eq!((published.day.to_string().as_str(), published.from), ("2022-01-08", PublishedFrom::Dateline));
    assert_eq!(intake.reports[0].passages[1].role, Role::Dateline);
}

#[test]
fn bounds_are_kept() {
    let folder = Folder::new("bounds").with("big.txt", "x".repeat(2000)).with("a/b/c.txt", BODY).with("z.txt", BODY);
    let options = Options { max_file_bytes: 1000, max_folder_depth: 1, ..Options::default() };
    let intake = read(std::slice::from_ref(&folder.0), &options);
    assert_eq!(ids(&intake), ["z.txt"]);
    assert!(problem(&intake, "big.txt").message.contains("1000 bytes"));
    assert!(problem(&intake, "b").message.contains("deeper"));
    let one = Options { max_files: 1, ..Options::default() };
    assert_eq!(read(std::slice::from_ref(&folder.0), &one).reports.len(), 1);
}

#[test]
fn a_stream_holds_one_report_at_a_time_and_gives_the_same() {
    let lines: String = (0..500).map(|i| format!("{{\"id\":{i},\"text\":\"{BODY}\"}}\n")).collect();
    let folder = Folder::new("stream").with("x.jsonl", lines);
    let options = Options::default();
    let streamed = stream(std::slice::from_ref(&folder.0), &options).filter(|i| matches!(i, Item::Report(_))).count();
    assert_eq!((streamed, folder.read().reports.len()), (500, 500));
}

#[test]
fn files_of_any_bytes_never_panic() {
    let mut state = 7u64;
    let mut noise = |length: usize| -> Vec<u8> {
        let step = |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        };
        (0..length).map(step).collect()
    };
    let mut folder = Folder::new("noise");
    for (number, extension) in ["txt", "html", "jsonl", "jsonl.gz"].iter().cycle().take(60).enumerate() {
        let mut bytes = noise(number * 37);
        if number % 3 == 0 {
            bytes.splice(0..0, b"<html><p>".iter().copied());
        }
        folder = folder.with(&format!("{number}.{extension}"), bytes);
    }
    let intake = folder.read();
    assert!(!intake.problems.is_empty());
}

#[test]
fn unknown_names_are_told_apart_by_their_bytes() {
    let folder = Folder::new("sniff")
        .with("lines", "{\"id\": \"1\", \"text\": \"نص\"}")
        .with("page", format!("<!DOCTYPE html><html><body><article><p>{BODY}</p></article></body></html>"))
        .with("words", BODY);
    let inputs: Vec<PathBuf> = ["lines", "page", "words"].iter().map(|f| folder.0.join(f)).collect();
    let intake = read(&inputs, &Options::default());
    assert_eq!(ids(&intake), ["1", "page", "words"]);
    assert_eq!(intake.reports[1].text, BODY);
    assert!(Path::new(&folder.0).exists());
}
