//! Reads the numbers and times of a file again and again for some seconds and prints how many bytes a second were read.
//!
//! `throughput FILE SECONDS`: each line is read as a text of its own, as the side-by-side benchmark gives them to its
//! peers.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use std::time::{Duration, Instant};
use std::{env, fs};

use tawatur_extract::time::Context;
use tawatur_text::Document;

/// Seconds on the processor, where the system tells (other programs' time does not count); else all seconds.
fn on_processor(start: Instant) -> f64 {
    let told = fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|s| s.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |n| n / 1e9)
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let text = fs::read_to_string(arguments.first().expect("a file")).unwrap();
    let limit = Duration::from_secs_f64(arguments.get(1).and_then(|s| s.parse().ok()).unwrap_or(5.0));
    let context = Context::published(jiff::civil::date(2022, 1, 10));
    let (mut bytes, mut numbers, mut times, mut passes) = (0usize, 0usize, 0usize, 0usize);
    let start = Instant::now();
    while start.elapsed() < limit {
        (numbers, times) = (0, 0);
        for line in text.lines() {
            let (n, t) = tawatur_extract::quantities(&Document::new(line), &context);
            numbers += n.len();
            times += t.len();
            bytes += line.len();
        }
        passes += 1;
    }
    let seconds = on_processor(start);
    println!(
        "{}",
        serde_json::json!({"bytes": bytes, "seconds": seconds, "passes": passes, "numbers": numbers, "times": times})
    );
}
