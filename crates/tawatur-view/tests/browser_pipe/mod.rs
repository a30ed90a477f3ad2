//! Drives a headless Chromium over its debugging pipe: JSON messages, each ended by a zero byte.
//!
//! Two named pipes stand in for the file numbers 3 and 4 that the browser speaks on, so that nothing but the
//! standard library and a shell is needed. `timeout` ends a browser that hangs.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
                     --disable-sync --no-first-run --hide-scrollbars --remote-debugging-pipe";

pub(crate) struct Browser {
    child: Child,
    folder: PathBuf,
    to: File,
    from: File,
    unread: Vec<u8>,
    session: Option<String>,
    calls: u64,
    events: Vec<Value>,
}

impl Browser {
    /// A new browser with a page, or none where this machine has no Chromium.
    pub(crate) fn start() -> Option<Self> {
        let program = found()?;
        let folder = std::env::temp_dir().join(format!("tawatur-view-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (to, from) = (folder.join("to"), folder.join("from"));
        assert!(Command::new("mkfifo").args([&to, &from]).status().unwrap().success(), "no named pipes");
        let line = format!("exec timeout 300 \"$0\" {FLAGS} --user-data-dir=\"$1\" 3<\"$2\" 4>\"$3\"");
        let mut command = Command::new("sh");
        command.arg("-c").arg(line).arg(program).arg(folder.join("profile")).args([&to, &from]);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let (to, from) = (File::options().write(true).open(&to).unwrap(), File::open(&from).unwrap());
        let mut browser =
            Self { child, folder, to, from, unread: Vec::new(), session: None, calls: 0, events: Vec::new() };
        browser.attach();
        Some(browser)
    }

    fn attach(&mut self) {
        let target = self.call("Target.createTarget", json!({"url": "about:blank"}));
        let session = self.call("Target.attachToTarget", json!({"targetId": target["targetId"], "flatten": true}));
        self.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens a file on a screen of so many pixels and waits until it has loaded.
    pub(crate) fn open(&mut self, file: &Path, width: u32) {
        self.open_at(file, width, "");
    }

    /// Opens a file at a fragment.
    pub(crate) fn open_at(&mut self, file: &Path, width: u32, fragment: &str) {
        let screen = json!({"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600});
        self.call("Emulation.setDeviceMetricsOverride", screen);
        self.call("Page.navigate", json!({"url": "about:blank"}));
        self.wait_for("Page.loadEventFired");
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        self.call("Page.navigate", json!({"url": format!("file://{}{hash}", file.display())}));
        self.wait_for("Page.loadEventFired");
        self.run("document.fonts.ready.then(() => 1)");
    }

    pub(crate) fn run(&mut self, script: &str) -> Value {
        let asked = json!({"expression": script, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", asked);
        assert!(answer.get("exceptionDetails").is_none(), "{script}: {answer}");
        answer["result"]["value"].clone()
    }

    pub(crate) fn text(&mut self, script: &str) -> String {
        self.run(script).as_str().unwrap_or_else(|| panic!("no text: {script}")).to_owned()
    }

    pub(crate) fn number(&mut self, script: &str) -> f64 {
        self.run(script).as_f64().unwrap_or_else(|| panic!("no number: {script}"))
    }

    pub(crate) fn truth(&mut self, script: &str) -> bool {
        self.run(script).as_bool().unwrap_or_else(|| panic!("no truth value: {script}"))
    }

    /// What the browser's console was told: errors, warnings, exceptions.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let methods = ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"];
        self.events.iter().filter(|e| methods.iter().any(|m| e["method"] == *m)).map(ToString::to_string).collect()
    }

    /// Addresses asked for that are neither the file nor inside it.
    pub(crate) fn requests_elsewhere(&self) -> Vec<String> {
        let sent = self.events.iter().filter(|e| e["method"] == "Network.requestWillBeSent");
        let addresses = sent.filter_map(|e| e["params"]["request"]["url"].as_str());
        let own = |url: &&str| ["file:", "data:", "about:"].iter().any(|scheme| url.starts_with(scheme));
        addresses.filter(|url| !own(url)).map(str::to_owned).collect()
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        self.calls += 1;
        let mut message = json!({"id": self.calls, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        loop {
            let answer = self.next();
            if answer["id"] == json!(self.calls) {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    /// Waits for an event that has not been waited for.
    fn wait_for(&mut self, method: &str) {
        loop {
            if let Some(at) = self.events.iter().position(|e| e["method"] == method) {
                self.events.remove(at);
                return;
            }
            let event = self.next();
            self.events.push(event);
        }
    }

    fn next(&mut self) -> Value {
        loop {
            if let Some(end) = self.unread.iter().position(|b| *b == 0) {
                let message: Vec<u8> = self.unread.drain(..=end).collect();
                return serde_json::from_slice(&message[..end]).unwrap();
            }
            let mut buffer = vec![0; 1 << 16];
            let read = self.from.read(&mut buffer).unwrap();
            assert!(read > 0, "the browser went away");
            self.unread.extend_from_slice(&buffer[..read]);
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn found() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let answers = |name: &String| {
        let asked = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    named.into_iter().chain(NAMES.map(str::to_owned)).find(answers)
}
