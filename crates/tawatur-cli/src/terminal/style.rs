//! Colours of the terminal account. They only repeat what the words say.

use anstyle::{AnsiColor, Style};

/// Title of the account.
pub(crate) const TITLE: Style = Style::new().bold();
/// Heading of a part.
pub(crate) const HEADING: Style = AnsiColor::Cyan.on_default().bold();
/// A question, a name.
pub(crate) const STRONG: Style = Style::new().bold();
/// A value that stands.
pub(crate) const VALUE: Style = AnsiColor::Green.on_default().bold();
/// What is secondary: replaced values, ids, reasons.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// A warning.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default();
/// Something lost or contradictory.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Running text.
pub(crate) const PLAIN: Style = Style::new();

/// The text in that style.
pub(crate) fn paint(style: Style, text: &str) -> String {
    if style == PLAIN {
        return text.to_owned();
    }
    format!("{style}{text}{style:#}")
}
