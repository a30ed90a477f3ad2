//! Speed of reading: a sentence, a report, a story, layer by layer. `cargo bench -p tawatur-extract`.

use std::fs;
use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use tawatur_extract::{Analysed, Extractor, Names, Tags, Words, attribution, figure, quantities, statement, time};
use tawatur_model::{In, Report};
use tawatur_text::{Document, fold};

fn main() {
    divan::main();
}

/// What is read: one sentence, one report of the bundled stories, all of them.
const SIZES: [&str; 3] = ["sentence", "report", "story"];

fn text(size: &str) -> String {
    let reports = reports();
    match size {
        "sentence" => reports.lines().map(str::to_owned).max_by_key(String::len).unwrap_or_default(),
        "report" => reports.get(..reports.floor_char_boundary(4_000)).unwrap_or_default().to_owned(),
        _ => reports,
    }
}

fn reports() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories/kazakhstan-2022");
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.sort();
    let texts = files.iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.filter_map(|p| fs::read_to_string(p).ok()).collect::<Vec<_>>().join("\n")
}

#[divan::bench(args = SIZES)]
fn folding(bencher: Bencher, size: &str) {
    let text = text(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| fold(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn tokens_and_sentences(bencher: Bencher, size: &str) {
    let text = text(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| Document::new(black_box(&text)).tokens().len());
}

#[divan::bench(args = SIZES)]
fn lexicon(bencher: Bencher, size: &str) {
    let text = text(size);
    let mut words = Words::new();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| Analysed::new(Document::new(black_box(&text)), &mut words).phrases().len());
}

/// A text with its words looked up, for the layers above.
fn analysed<T>(size: &str, bench: impl FnOnce(&Analysed<'_>, BytesCount) -> T) -> T {
    let text = text(size);
    let mut words = Words::new();
    bench(&Analysed::new(Document::new(&text), &mut words), BytesCount::of_str(&text))
}

fn context() -> time::Context {
    time::Context::published(jiff::civil::date(2022, 1, 8))
}

#[divan::bench(args = SIZES)]
fn numbers_and_times(bencher: Bencher, size: &str) {
    analysed(size, |a, bytes| bencher.counter(bytes).bench_local(|| quantities(&a.document, &context())));
}

#[divan::bench(args = SIZES)]
fn clause_tags(bencher: Bencher, size: &str) {
    analysed(size, |a, bytes| bencher.counter(bytes).bench_local(|| Tags::read(a)));
}

#[divan::bench(args = SIZES)]
fn attributions_and_statements(bencher: Bencher, size: &str) {
    analysed(size, |a, bytes| {
        let tags = Tags::read(a);
        bencher.counter(bytes).bench_local(|| {
            let found = attribution::read(a, &tags, attribution::Context::default());
            statement::read(&a.document, &found, In::Text, 1)
        });
    });
}

#[divan::bench(args = SIZES)]
fn names(bencher: Bencher, size: &str) {
    analysed(size, |a, bytes| bencher.counter(bytes).bench_local(|| Names::read(a, |_| true)));
}

#[divan::bench(args = SIZES)]
fn figures(bencher: Bencher, size: &str) {
    analysed(size, |a, bytes| {
        let (numbers, times) = quantities(&a.document, &context());
        let names = Names::read(a, |_| true);
        let attributions = attribution::read(a, &Tags::read(a), attribution::Context::default());
        let amounts = figure::Amount::of_numbers(a, &numbers);
        let input = figure::Input {
            analysed: a,
            amounts: &amounts,
            times: &times,
            attributions: &attributions,
            names: &names,
            published: None,
            passages: &[],
            within: In::Text,
            title: None,
        };
        bencher.counter(bytes).bench_local(|| figure::read(&input));
    });
}

#[divan::bench(args = SIZES)]
fn everything(bencher: Bencher, size: &str) {
    let report = Report { id: "bench".to_owned(), text: text(size), ..Report::default() };
    let mut extractor = Extractor::new();
    bencher.counter(BytesCount::of_str(&report.text)).bench_local(|| extractor.extract(black_box(&report)));
}
