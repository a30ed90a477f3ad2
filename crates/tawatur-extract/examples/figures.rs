//! Shows for each sentence of the standard input which figures are read, by which rule, and what that rule beat.

use std::io::BufRead;

use tawatur_extract::{Analysed, Names, Words, attribution, figure, quantities, time};
use tawatur_model::In;
use tawatur_text::Document;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words = std::env::args().any(|a| a == "--words");
    let mut memory = Words::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        println!("«{line}»");
        let analysed = Analysed::new(Document::new(&line), &mut memory);
        let (numbers, times) = quantities(&analysed.document, &time::Context::default());
        if words {
            for at in 0..analysed.document.tokens().len() {
                let senses: Vec<_> =
                    analysed.readings(at).iter().map(|r| analysed.lexicon().sense_name(r.sense)).collect();
                println!("  {at} {} {}", analysed.document.word(at), senses.join(" "));
            }
        }
        let amounts = figure::Amount::of_numbers(&analysed, &numbers);
        if words {
            amounts.iter().for_each(|a| println!("  {a:?}"));
        }
        let attributions = attribution::Attributions::default();
        let input = figure::Input {
            analysed: &analysed,
            amounts: &amounts,
            times: &times,
            attributions: &attributions,
            names: &Names::default(),
            published: None,
            passages: &[],
            within: In::Text,
            title: None,
        };
        for reading in figure::read(&input) {
            let f = &reading.figure;
            let (low, high) =
                (f.low.map_or("-".into(), |v| v.to_string()), f.high.map_or("-".into(), |v| v.to_string()));
            println!(
                "  {} {} {low}..{high} «{}» who {:?} part {:?}",
                f.id,
                f.quantity.as_str(),
                f.quote,
                f.who,
                f.subset_of
            );
            let d = &reading.decision;
            println!("     by {} ({}: {}), beat {:?}", d.rule, d.score, d.why, d.beaten);
        }
    }
    Ok(())
}
