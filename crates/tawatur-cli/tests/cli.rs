//! The program from outside: what it prints, what it says of bad input, how it ends.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of its own for each test, empty at the start and gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tawatur-cli-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.0.join(name), content).expect("a file");
        self
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn tawatur(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tawatur"));
    command.args(arguments).env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8").output().expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn story(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories").join(name).display().to_string()
}

fn json_lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect()
}

const REPORT: &str = "قالت شرطة وادي الزيتون، السبت 4 مايو 2030، إن 12 شخصاً قُتلوا في انهيار جسر.";

#[test]
fn a_file_that_is_no_utf8_is_named_with_its_byte_and_the_rest_is_done() {
    let folder =
        Folder::new("utf8").with("good.txt", REPORT).with("bad.txt", b"\xd9\x82\xd8\xa7\xd9\x84 \xff\xfe\xff x");
    let output = tawatur(&["extract", &folder.path("bad.txt"), &folder.path("good.txt")]);
    assert_eq!(status(&output), 1, "{}", stderr(&output));
    assert!(stderr(&output).contains("bad.txt: byte 7: invalid UTF-8 (help: "), "{}", stderr(&output));
    let lines = json_lines(&output);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["report"], "good.txt");
}

#[test]
fn an_empty_folder_says_so() {
    let folder = Folder::new("empty");
    let output = tawatur(&["account", &folder.path("")]);
    assert!(stderr(&output).contains("the folder is empty"), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
}

#[test]
fn a_missing_file_is_a_problem_and_a_missing_argument_is_usage() {
    let output = tawatur(&["account", "no-such-file.txt"]);
    assert_eq!(status(&output), 1);
    assert!(stderr(&output).contains("no-such-file.txt"), "{}", stderr(&output));
    assert_eq!(status(&tawatur(&["account"])), 2);
    assert_eq!(status(&tawatur(&["no-such-command"])), 2);
    assert_eq!(status(&tawatur(&["account", &story("kazakhstan-2022"), "--story", "no-such-story"])), 2);
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let output = tawatur(&["account", &story("kazakhstan-2022"), "--json"]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let lines = json_lines(&output);
    assert_eq!(lines.len(), 1, "one story");
    let fields = [
        "story",
        "reports",
        "series",
        "timeline",
        "people",
        "organisations",
        "places",
        "statements",
        "copies",
        "alarms",
        "gaps",
    ];
    for field in fields {
        assert!(lines[0].get(field).is_some(), "{field}");
    }
    assert_eq!(lines[0]["reports"].as_array().map(Vec::len), Some(10));
    for field in ["label", "from", "to", "places", "title"] {
        assert!(lines[0]["story"].get(field).is_some(), "{field}");
    }
}

#[test]
fn extracted_ranges_are_their_quotes() {
    let folder = Folder::new("ranges").with("a.txt", REPORT);
    let output = tawatur(&["extract", &folder.path("a.txt")]);
    let lines = json_lines(&output);
    for kind in ["figures", "statements", "events", "times"] {
        for claim in lines[0][kind].as_array().expect(kind) {
            let at = |i: usize| claim["range"][i].as_u64().expect("a range") as usize;
            assert_eq!(REPORT.get(at(0)..at(1)), claim["quote"].as_str());
        }
    }
}

#[test]
fn the_order_of_the_paths_makes_no_difference() {
    let folder = story("kazakhstan-2022");
    let names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the story")
        .map(|e| e.expect("an entry").path().display().to_string())
        .filter(|n| n.ends_with(".txt") || n.ends_with(".html"))
        .collect();
    let mut forward = names.clone();
    forward.sort();
    let backward: Vec<String> = forward.iter().rev().cloned().collect();
    let run = |paths: &[String]| {
        let mut arguments = vec!["account", "--json"];
        arguments.extend(paths.iter().map(String::as_str));
        stdout(&tawatur(&arguments))
    };
    assert_eq!(run(&forward), run(&backward));
}

#[test]
fn files_are_written_whole() {
    let folder = Folder::new("files");
    let page = folder.path("account.html");
    let tables = folder.path("tables");
    let output = tawatur(&["account", &story("atlas-flood"), "--html", &page, "--csv", &tables]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    let html = std::fs::read_to_string(&page).expect("the page");
    assert!(html.starts_with("<!") && html.trim_end().ends_with("</html>"));
    for (table, column) in
        [("series.csv", "independent_origins"), ("timeline.csv", "text_ar"), ("statements.csv", "speaker")]
    {
        let text = std::fs::read_to_string(Path::new(&tables).join(table)).expect(table);
        assert!(text.lines().next().expect("a header").contains(column), "{table}");
    }
    let left: Vec<_> = std::fs::read_dir(&folder.0).expect("the folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_device_a_device() {
    let folder = Folder::new("link").with("target.jsonl", "old").with("report.txt", "قتل خمسة أشخاص في حلب.");
    let (target, link) = (folder.path("target.jsonl"), folder.path("link.jsonl"));
    std::os::unix::fs::symlink(&target, &link).unwrap();
    assert_eq!(status(&tawatur(&["extract", &folder.path("report.txt"), "-o", &link])), 0);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&target).unwrap().contains("figures"));

    let pipe = folder.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(status(&tawatur(&["extract", &folder.path("report.txt"), "-o", &pipe])), 0);
    assert!(reader.join().unwrap().contains("figures"));
    assert!(!std::fs::symlink_metadata(&pipe).unwrap().is_file());
}

#[test]
fn a_printed_account_keeps_to_its_width_and_has_no_control_characters() {
    for language in ["en", "ar"] {
        let output = tawatur(&["account", &story("kazakhstan-2022"), "--lang", language, "--width", "72"]);
        for line in stdout(&output).lines() {
            let columns = line.chars().filter(|c| !is_zero_width(*c)).count();
            assert!(columns <= 72, "{columns}: {line}");
            assert!(!line.chars().any(char::is_control), "{line:?}");
            let opened = line.matches(['\u{2067}', '\u{2068}']).count();
            assert_eq!(opened, line.matches('\u{2069}').count(), "{line}");
        }
    }
}

fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}')
}

#[test]
fn parse_answers_each_case_and_names_bad_lines() {
    let cases = concat!(
        "{\"id\": 1, \"kind\": \"numeral\", \"text\": \"خمسة وعشرون\", \"ref_time\": null}\n",
        "no case\n",
        "{\"id\": 2, \"kind\": \"no-such-kind\", \"text\": \"\"}\n"
    );
    let output = parsed(&[], cases);
    let lines = json_lines(&output);
    assert_eq!((status(&output), lines.len()), (1, 1), "{}", stderr(&output));
    assert_eq!(lines[0]["preds"][0]["value"], 25.0);
    assert_eq!(stderr(&output).lines().count(), 2);
}

#[test]
fn parse_takes_direction_week_and_country() {
    let cases = concat!(
        "{\"id\": 1, \"kind\": \"money\", \"text\": \"20 ليرة\"}\n",
        "{\"id\": 2, \"kind\": \"time\", \"text\": \"هذا الأسبوع\", \"ref_time\": \"2022-01-10T00:00:00\"}\n",
        "{\"id\": 3, \"kind\": \"time\", \"text\": \"الخميس\", \"ref_time\": \"2022-01-10T00:00:00\"}\n"
    );
    let answers = |options: &[&str]| {
        let output = parsed(options, cases);
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        let lines = json_lines(&output);
        ["unit", "iso", "iso"]
            .iter()
            .zip(&lines)
            .map(|(k, l)| l["preds"][0][k].to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let all = ["--prefer", "future", "--week-start", "saturday", "--country", "lb"];
    assert_eq!(answers(&[]), r#""LIRA" "2022-01-10T00:00:00" "2022-01-06T00:00:00""#);
    assert_eq!(answers(&all), r#""LBP" "2022-01-08T00:00:00" "2022-01-13T00:00:00""#);
    assert_eq!(status(&parsed(&["--country", "Lebanon"], cases)), 2);
}

/// What `tawatur parse` makes of cases on its standard input.
fn parsed(options: &[&str], cases: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tawatur"))
        .args(["parse", "-"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A program that refuses its arguments reads nothing.
    let _ = child.stdin.take().expect("standard input").write_all(cases.as_bytes());
    child.wait_with_output().expect("an end")
}

#[test]
fn group_ignores_what_is_not_a_report_field() {
    let line = |more: &str| format!("{{\"id\": \"a\", \"text\": \"{REPORT}\"{more}}}\n");
    let plain = Folder::new("group-plain").with("r.jsonl", line(""));
    let told = Folder::new("group-told").with("r.jsonl", line(", \"event\": \"x\", \"near_dup_group\": \"y\""));
    let run = |folder: &Folder| stdout(&tawatur(&["group", &folder.path("r.jsonl")]));
    assert_eq!(run(&plain), run(&told));
    assert!(run(&plain).contains("\"story\""));
}

#[test]
fn explain_names_rules_and_words() {
    let folder = Folder::new("explain").with("a.txt", REPORT);
    let all = stdout(&tawatur(&["explain", &folder.path("a.txt")]));
    for part in ["passages", "claims", "words", ", by "] {
        assert!(all.contains(part), "{part}: {all}");
    }
    let at = stdout(&tawatur(&["explain", &folder.path("a.txt"), "--at", "3"]));
    assert!(at.contains("bytes 0..8"), "{at}");
}

#[test]
fn explain_shows_what_each_choice_beat() {
    let text = "قال وزير الصحة سامي الخطيب إن عدد القتلى ارتفع إلى أربعين شخصا في البصرة بعد فيضان بدأ في بغداد. \
                وزار مدير المستشفى ليث الجبوري القسم. وأضاف أن خمسة عمال أصيبوا.";
    let folder = Folder::new("explain-beaten").with("a.txt", text);
    let all = stdout(&tawatur(&["explain", &folder.path("a.txt")]));
    for part in
        ["beat harm-reaches (", "chosen: cost ", "\u{2068}بغداد\u{2069} (cost ", "spoke last, 2 sentences before"]
    {
        assert!(all.contains(part), "{part}: {all}");
    }
    assert!(all.contains("(told of as a subject in the sentence before, agrees with the verb)"), "{all}");
}

#[test]
fn sources_of_the_lexicon_are_told() {
    let output = tawatur(&["lexicon", "sources"]);
    assert!(stdout(&output).contains("licence = "));
}

/// One endless line is read in time that grows with its length and no faster: four times the text may take at most
/// eight times the time. The line is dense with numbers, dates and events, which readers look for in each other's
/// neighbourhood.
#[test]
fn one_long_line_is_read_in_linear_time() {
    let sentence = format!("{REPORT} واندلعت احتجاجات في وادي الزيتون الأحد الماضي واعتقلت الشرطة 5 أشخاص. ");
    let time = |bytes: usize| {
        let folder = Folder::new(&format!("long-{bytes}")).with("long.txt", sentence.repeat(bytes / sentence.len()));
        let begin = std::time::Instant::now();
        let output = tawatur(&["extract", &folder.path("long.txt"), "-o", &folder.path("claims.jsonl")]);
        assert_eq!(status(&output), 0, "{}", stderr(&output));
        begin.elapsed().as_secs_f64()
    };
    let (short, long) = (time(2 << 20), time(8 << 20));
    assert!(long < short.max(0.1) * 8.0, "{short} s, then {long} s");
}

#[test]
fn what_people_decide_is_applied_and_shown() {
    let account = json_lines(&tawatur(&["account", "--json", &story("kazakhstan-2022")])).remove(0);
    let point = &account["series"][0]["points"][0];
    let claim = point["claims"][0].as_str().expect("a claim").to_owned();
    let folder = Folder::new("judgements").with(
        "j.csv",
        format!("judgement,one,other,by,because\nreject,{claim},,سلمى,قراءة خاطئة\nconfirm,nothing#f1,,سلمى,لا شيء\n"),
    );
    let output = tawatur(&["account", "--json", "--judgements", &folder.path("j.csv"), &story("kazakhstan-2022")]);
    assert_eq!(status(&output), 0, "{}", stderr(&output));
    let judged = json_lines(&output).remove(0);
    assert!(!judged["series"].to_string().contains(&format!("\"{claim}\"")), "{claim} still counts");
    assert_eq!(judged["judgements"][0]["judgement"], "reject");
    assert_eq!(judged["judgements"][0]["claims"][0], claim.as_str());
    assert!(stderr(&output).contains("nothing#f1 concerns nothing here"), "{}", stderr(&output));
    let printed = stdout(&tawatur(&[
        "account",
        "--lang",
        "en",
        "--judgements",
        &folder.path("j.csv"),
        &story("kazakhstan-2022"),
    ]));
    assert!(printed.contains("rejected") && printed.contains("What people decided"), "{printed}");
}

#[test]
fn bad_judgements_are_errors_with_their_line() {
    let folder = Folder::new("bad-judgements").with("j.csv", "judgement,one,other,by,because\nremove,a#f1,,S,why\n");
    let output = tawatur(&["account", "--judgements", &folder.path("j.csv"), &story("kazakhstan-2022")]);
    assert_eq!(status(&output), 2);
    assert!(stderr(&output).contains("line 2: \"remove\" is no judgement"), "{}", stderr(&output));
    assert_eq!(status(&tawatur(&["account", "--judgements", "missing.csv", &story("kazakhstan-2022")])), 2);
}

#[test]
fn an_account_is_confined_to_what_is_asked_for() {
    let account = |more: &[&str]| {
        let path = story("kazakhstan-2022");
        let mut arguments = vec!["account", "--json"];
        arguments.extend(more);
        arguments.push(&path);
        json_lines(&tawatur(&arguments)).remove(0)
    };
    let all = account(&[]);
    let detained = account(&["--quantity", "detained"]);
    let quantities = |a: &Value| -> Vec<String> {
        a["series"].as_array().unwrap().iter().map(|s| s["question"]["quantity"].to_string()).collect()
    };
    assert!(quantities(&all).len() > quantities(&detained).len());
    assert!(!quantities(&detained).is_empty() && quantities(&detained).iter().all(|q| q == "\"detained\""));
    assert_eq!(detained["filter"]["quantities"][0], "detained");
    let early = account(&["--as-of", "2022-01-08"]);
    assert!(early["reports"].as_array().unwrap().len() < all["reports"].as_array().unwrap().len());
    let late = |a: &Value| {
        a["reports"].as_array().unwrap().iter().filter(|r| r["published"].as_str() > Some("2022-01-08")).count()
    };
    assert!(late(&all) > 0 && late(&early) == 0);
    let place = account(&["--place", "Kazakhstan"]);
    assert!(!quantities(&place).is_empty());
    let nowhere = account(&["--place", "Atlantis"]);
    assert!(quantities(&nowhere).is_empty());
    assert_eq!(status(&tawatur(&["account", "--quantity", "unicorns", &story("kazakhstan-2022")])), 2);
}

#[test]
fn first_figures_are_tracked() {
    let lines = json_lines(&tawatur(&["track", "--json", &story("kazakhstan-2022")]));
    assert!(lines.iter().any(|l| l["role"] == "origin") && lines.iter().any(|l| l["role"] == "outlet"), "{lines:?}");
    for line in &lines {
        let sum: u64 = ["below", "equal", "above"].iter().map(|k| line[k].as_u64().unwrap()).sum();
        assert_eq!(Some(sum), line["questions"].as_u64(), "{line}");
    }
    assert!(stdout(&tawatur(&["track", "--lang", "en", &story("kazakhstan-2022")])).contains("No score"));
}

#[test]
fn groups_tell_versions_of_one_page_from_copies() {
    let text = "قتل خمسة عشر شخصا في انهيار جسر على طريق الساحل صباح السبت وأصيب ثلاثون آخرون بحسب ما أعلنته هيئة الطرق في بيان \
        قالت فيه إن فرق الإنقاذ ما زالت تبحث عن مفقودين تحت الأنقاض وإن الطريق أغلق أمام السيارات حتى إشعار آخر";
    let line = |id: &str, hour: u8, url: &str, text: &str| {
        serde_json::json!({"id": id, "text": text, "url": url, "published": format!("2030-05-04T{hour:02}:00:00Z"), "event": "x"}).to_string()
    };
    let lines = [
        line("a", 8, "https://example.org/1", text),
        line("b", 9, "https://example.org/1?utm_source=x", &text.replace("خمسة عشر", "ثمانية عشر")),
        line("c", 10, "https://example.org/2", text),
    ];
    let folder = Folder::new("versions").with("r.jsonl", lines.join("\n"));
    let found = json_lines(&tawatur(&["group", &folder.path("r.jsonl")]));
    assert_eq!(found[1]["version_of"], "a");
    assert!(found[0].get("version_of").is_none() && found[2].get("version_of").is_none());
    assert_eq!((found[2]["copied_from"].as_str(), found[1]["copies"].as_str()), (Some("a"), None), "{found:?}");
}

const OWN_REPORT: &str = "---\noutlet: صحيفة المرفأ\npublished: 2030-05-02\n---\n\
    قتل 12 شخصا في انفجار قرب معبر باب قندرة، الخميس، بحسب ما أفادت نبأ الساحل.\n\
    وقال المحافظ سعدون بوزقلم الدرويش إن 30 آخرين أصيبوا. وأضاف أبو زقلم أن المعبر سيغلق.\n";

#[test]
fn rows_of_ones_own_are_read_like_those_of_the_program() {
    let folder = Folder::new("own-rows").with("a.txt", OWN_REPORT).with(
        "rows.csv",
        "kind,id,en,country,lat,lon,name\nsite,gate,Bab Qandara crossing,SY,36.61,37.91,معبر باب قندرة\n\
         agency,nabaa,Nabaa,SY,,,نبأ الساحل\nperson,sd,Sadun Al-Darwesh,,,,سعدون بوزقلم الدرويش\nperson,sd,Sadun Al-Darwesh,,,,أبو زقلم\n",
    );
    let (rows, report) = (folder.path("rows.csv"), folder.path("a.txt"));
    let account = &json_lines(&tawatur(&["account", "--json", "--lexicon", &rows, &report]))[0];
    let place = &account["places"][0];
    assert_eq!((&place["en"], &place["precision"]), (&"Bab Qandara crossing".into(), &"spot".into()), "{place}");
    assert_eq!(place["coordinates"], serde_json::json!([36.61, 37.91]));
    let people = account["people"].as_array().expect("people");
    assert_eq!(people.len(), 1, "two names of one row are one person: {people:?}");
    assert!(people[0]["because"][0]["en"].as_str().is_some_and(|b| b.contains("person-user-sd")), "{people:?}");
    let without = &json_lines(&tawatur(&["account", "--json", &report]))[0];
    assert_ne!(without["people"].as_array().map(Vec::len), Some(1));
    let told = stdout(&tawatur(&["explain", "--lexicon", &rows, &report]));
    assert!(told.contains("[person-user-sd]"), "{told}");
}

#[test]
fn bad_rows_of_ones_own_are_errors_with_file_and_line() {
    let folder = Folder::new("bad-own-rows")
        .with("a.txt", OWN_REPORT)
        .with("rows.csv", "kind,id,en,country,lat,lon,name\ncity,,,,95,1,تل الورد\nvillage,,,,,,تل\n");
    let output = tawatur(&["extract", "--lexicon", &folder.path("rows.csv"), &folder.path("a.txt")]);
    assert_eq!(status(&output), 2);
    let told = stderr(&output);
    assert!(
        told.contains("rows.csv: line 2: 95, 1 is no place on Earth") && told.contains("line 3: \"village\""),
        "{told}"
    );
    assert!(stdout(&output).is_empty(), "nothing is read with half of the rows");
}

#[test]
fn a_confirmed_claim_counts_and_raises_no_doubt() {
    let text = |toll: u32| {
        format!(
            "---\noutlet: صحيفة {toll}\npublished: 2030-05-02\n---\nقتل 12 شخصا في انفجار هز مدينة حلب يوم الخميس.\n"
        )
    };
    let folder = Folder::new("confirmed")
        .with("a.txt", text(1))
        .with("j.csv", "judgement,one,other,by,because\nconfirm,a.txt#f1,,سلمى,سألت المستشفى\n");
    let alarms = |account: &Value| -> Vec<String> {
        let all = account["alarms"].as_array().expect("alarms");
        all.iter().map(|a| a["id"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let plain = &json_lines(&tawatur(&["account", "--json", &folder.path("a.txt")]))[0];
    assert!(alarms(plain).contains(&"figure-without-origin".to_owned()), "{plain}");
    let output = tawatur(&["account", "--json", "--judgements", &folder.path("j.csv"), &folder.path("a.txt")]);
    let confirmed = &json_lines(&output)[0];
    assert!(!alarms(confirmed).contains(&"figure-without-origin".to_owned()), "{confirmed}");
    assert_eq!(confirmed["judgements"][0]["claims"][0], "a.txt#f1");
}
