//! Numbers and times: a sentence, and a text of many reports' length.
#![allow(missing_docs)]

use divan::{Bencher, counter::BytesCount};
use tawatur_extract::time::Context;
use tawatur_text::Document;

/// Sentences in the manner of news, written for this benchmark.
const REPORT: &str = "أعلنت وزارة الداخلية، مساء الخميس 6 يناير/كانون الثاني 2022، توقيف 4.266 شخصا على خلفية أعمال الشغب، \
    بعد أن كانت قد تحدثت يوم الأربعاء الماضي عن أكثر من ثلاثة آلاف موقوف. وقال المتحدث باسم الوزارة إن ما لا يقل عن \
    اثني عشر ألفا وخمسمئة جندي انتشروا في المدينة منذ فجر أمس، في حين قدرت السلطات الخسائر بنحو 1,8 مليار دولار.\n\
    وأضاف المصدر نفسه أن المستشفيات استقبلت ما بين 20 و30 جريحا خلال الساعات الماضية، مشيرا إلى أن حالة بعضهم حرجة. \
    ودعا رئيس الحكومة السكان إلى البقاء في منازلهم وعدم الاقتراب من المباني الحكومية، مؤكدا أن الوضع تحت السيطرة.\n";

fn main() {
    divan::main();
}

#[divan::bench(args = [1, 100])]
fn numbers_and_times(bencher: Bencher, reports: usize) {
    let text = REPORT.repeat(reports);
    let context = Context::published(jiff::civil::date(2022, 1, 7));
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let document = Document::new(&text);
        tawatur_extract::quantities(&document, &context)
    });
}

#[divan::bench(args = [100])]
fn document_only(bencher: Bencher, reports: usize) {
    let text = REPORT.repeat(reports);
    bencher.counter(BytesCount::new(text.len())).bench(|| Document::new(&text));
}
