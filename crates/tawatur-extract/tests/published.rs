//! The publication day of reports that come without one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use tawatur_extract::Extractor;
use tawatur_model::{PublishedFrom, Report};

fn check(text: &str, day: Option<&str>, from: PublishedFrom) {
    let report = Report { id: "r".into(), text: text.into(), ..Report::default() };
    let extraction = Extractor::new().extract(&report);
    let found = extraction.published.map(|d| d.to_string());
    assert_eq!((found.as_deref(), extraction.published_from), (day, from), "«{text}»");
}

#[test]
fn a_line_of_a_date_alone_at_the_head_is_a_dateline() {
    check(
        "فيضان في الوادي\n\n12 نوفمبر 2021\n\nقُتل عشرة أشخاص في السيول.",
        Some("2021-11-12"),
        PublishedFrom::Dateline,
    );
    check("12-نوفمبر-2021\n\nقُتل عشرة أشخاص في السيول.", Some("2021-11-12"), PublishedFrom::Dateline);
}

#[test]
fn the_latest_day_counts_where_its_weekday_is_spoken_of() {
    let text = "أعلنت الشرطة، الأحد 14 نوفمبر 2021، توقيف عشرين شخصاً. وكان الهجوم قد وقع في 9 نوفمبر 2021.";
    check(text, Some("2021-11-14"), PublishedFrom::Text);
}

#[test]
fn a_day_without_a_year_takes_the_first_year_in_which_its_weekday_fits() {
    // The fourteenth of November is a Sunday in 2021, the first such year from 2019 on.
    let text = "قالت الوزارة، الأحد 14 نوفمبر، إن عشرة قُتلوا. وكان السد قد بُني عام 2019.";
    check(text, Some("2021-11-14"), PublishedFrom::Text);
}

#[test]
fn a_text_that_names_no_day_is_not_dated() {
    check("قالت الوزارة اليوم إن عشرة أشخاص قُتلوا.", None, PublishedFrom::None);
    check("بُني السد عام 2019، وقُتل فيه عشرة عمال.", None, PublishedFrom::None);
}
