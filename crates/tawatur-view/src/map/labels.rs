//! Where the names on a map stand, so that none covers another.

/// Size of the letters in the map's units.
pub(crate) const SIZE: f64 = 12.0;
/// Width of a letter, as a share of its size: Arabic letters are narrower.
const LETTER: f64 = 0.56;

/// A name with its place: the side of the mark that it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Label {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) anchor: &'static str,
}

/// Boxes that are taken: left, top, right, bottom.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    taken: Vec<[f64; 4]>,
}

impl Labels {
    /// Takes the room of a mark.
    pub(crate) fn mark(&mut self, x: f64, y: f64, radius: f64) {
        self.taken.push([x - radius, y - radius, x + radius, y + radius]);
    }

    /// Finds room for a name beside a mark on a sheet; none where every side is taken.
    pub(crate) fn place(&mut self, mark: (f64, f64, f64), text: &str, sheet: (f64, f64)) -> Option<Label> {
        let (x, y, radius) = mark;
        let wide = text.chars().count() as f64 * SIZE * LETTER;
        let gap = radius + 3.0;
        let middle = y + SIZE * 0.35;
        let sides = [
            ("start", x + gap, middle, x + gap),
            ("end", x - gap, middle, x - gap - wide),
            ("middle", x, y - gap - 2.0, x - wide / 2.0),
            ("middle", x, y + gap + SIZE * 0.8, x - wide / 2.0),
        ];
        sides.into_iter().find_map(|(anchor, at, base, left)| {
            let room = [left, base - SIZE * 0.85, left + wide, base + SIZE * 0.3];
            let on_sheet = room[0] >= 2.0 && room[1] >= 2.0 && room[2] <= sheet.0 - 2.0 && room[3] <= sheet.1 - 2.0;
            let free = on_sheet && !self.taken.iter().any(|t| meet(*t, room));
            free.then(|| {
                self.taken.push(room);
                Label { x: at, y: base, anchor }
            })
        })
    }
}

fn meet(one: [f64; 4], other: [f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_move_aside_and_give_up_where_there_is_no_room() {
        let mut labels = Labels::default();
        labels.mark(50.0, 50.0, 4.0);
        let sides: Vec<_> = (0..6).map(|_| labels.place((50.0, 50.0, 4.0), "نص", (100.0, 100.0))).collect();
        assert_eq!(sides.iter().flatten().count(), 4);
        let anchors: Vec<_> = sides.iter().flatten().map(|l| l.anchor).collect();
        assert_eq!(anchors, ["start", "end", "middle", "middle"]);
    }
}
