//! The chart of a series: one line per origin over time, bounds drawn as bounds.
//!
//! Positions along time are percentages of the chart's width, so that one drawing fits a phone and a sheet of
//! paper with letters of one size. Time runs in the direction in which the language is read.

mod draw;
mod labels;
mod plot;
mod scale;
mod strip;

pub(crate) use draw::chart;
pub(crate) use plot::{State, states, voice};
pub(crate) use strip::{part_bar, strip};
