//! Days as both languages write them.

use tawatur_model::{Bilingual, Day};

use super::say;

/// Day, month and year.
pub fn day(day: Day) -> Bilingual {
    in_words("day.full", day)
}

/// Day and month.
pub fn short_day(day: Day) -> Bilingual {
    in_words("day.short", day)
}

/// The name of its weekday.
pub fn weekday(day: Day) -> Bilingual {
    say(&format!("weekday.{}", day.weekday().to_monday_one_offset()), &[])
}

fn in_words(key: &str, day: Day) -> Bilingual {
    let number = |n: i64| Bilingual::new(n.to_string(), n.to_string());
    let month = say(&format!("month.{}", day.month()), &[]);
    say(key, &[("day", &number(day.day().into())), ("month", &month), ("year", &number(day.year().into()))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_days() {
        let tenth = Day::constant(2022, 1, 10);
        assert_eq!(day(tenth), Bilingual::new("10 يناير 2022", "10 January 2022"));
        assert_eq!(short_day(tenth).en, "10 January");
        assert_eq!(weekday(tenth), Bilingual::new("الإثنين", "Monday"));
    }
}
