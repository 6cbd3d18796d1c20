//! A real Chromium, driven over its own protocol.

use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::client::IntoClientRequest;
use tungstenite::{Message, WebSocket};

use crate::common::{Project, validator};

/// Nothing a test waits for takes this long.
const LONGEST: Duration = Duration::from_secs(120);

/// A browser with one tab.
pub struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    /// Where it answers itself.
    host: String,
    calls: u64,
    _folder: Project,
}

impl Browser {
    /// A browser that shows an address; `None` where there is none and nobody requires it.
    pub fn open(address: &str) -> Option<Self> {
        let folder = Project::new();
        let profile = folder.path("profile");
        let child = validator("chromium")?
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"])
            .args(["--window-size=1440,900", "--no-first-run"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let port = until(|| {
            let said = std::fs::read_to_string(profile.join("DevToolsActivePort")).ok()?;
            // Its second line says that the first is whole.
            said.lines().nth(1)?;
            said.lines().next().map(str::to_string)
        });
        let host = format!("127.0.0.1:{port}");
        let tab = until(|| {
            let tabs = crate::running::fetch(&host, "/json/list").ok()?;
            let tabs: Vec<Value> = serde_json::from_slice(&tabs.body).ok()?;
            let tab = tabs.into_iter().find(|tab| tab["type"] == "page")?;
            Some(tab["webSocketDebuggerUrl"].as_str()?.to_string())
        });
        let stream = TcpStream::connect(&host).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        let request = tab.into_client_request().unwrap();
        let socket = tungstenite::client(request, stream).unwrap().0;
        let mut browser = Self { child, socket, host, calls: 0, _folder: folder };
        browser.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        browser.call("Page.navigate", json!({ "url": address }));
        Some(browser)
    }

    /// Calls a method of the protocol.
    #[track_caller]
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// What a method of the protocol gives, or why it gives nothing.
    fn answer(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.calls += 1;
        let call = json!({ "id": self.calls, "method": method, "params": params });
        self.socket.send(Message::text(call.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else { continue };
            let mut answer: Value = serde_json::from_str(&text).unwrap();
            if answer["id"] == self.calls {
                return match answer.get("error") {
                    Some(error) => Err(error.clone()),
                    None => Ok(answer["result"].take()),
                };
            }
        }
    }

    /// Opens another tab.
    pub fn tab(&mut self, address: &str) {
        self.call("Target.createTarget", json!({ "url": address, "background": true }));
    }

    /// The titles of all tabs.
    pub fn titles(&self) -> Vec<String> {
        let tabs = crate::running::fetch(&self.host, "/json/list").unwrap();
        let tabs: Vec<Value> = serde_json::from_slice(&tabs.body).unwrap();
        let pages = tabs.iter().filter(|tab| tab["type"] == "page");
        pages.map(|tab| tab["title"].as_str().unwrap().into()).collect()
    }

    /// What a script gives.
    #[track_caller]
    pub fn eval(&mut self, script: &str) -> Value {
        self.given(script).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What a script gives; an error where its page is left meanwhile.
    #[track_caller]
    fn given(&mut self, script: &str) -> Result<Value, Value> {
        let params = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let mut given = self.answer("Runtime.evaluate", params)?;
        assert!(given.get("exceptionDetails").is_none(), "{script}: {given}");
        Ok(given["result"]["value"].take())
    }

    /// Waits until a script gives what is true, and gives that.
    #[track_caller]
    pub fn wait(&mut self, script: &str) -> Value {
        let given = self.wait_for(script, LONGEST);
        given.unwrap_or_else(|| panic!("never: {script}"))
    }

    /// Waits so long until a script gives what is true.
    #[track_caller]
    pub fn wait_for(&mut self, script: &str, longest: Duration) -> Option<Value> {
        let start = Instant::now();
        while start.elapsed() < longest {
            // A page that is loaded anew answers once it is there.
            match self.given(script) {
                Ok(Value::Null | Value::Bool(false)) | Err(_) => {}
                Ok(given) => return Some(given),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }

    /// Clicks a point of the window.
    pub fn click(&mut self, x: f64, y: f64) {
        for event in ["mousePressed", "mouseReleased"] {
            let params =
                json!({ "type": event, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", params);
        }
    }

    /// Presses a key while others are held: 1 is Alt, 2 Ctrl, 8 Shift.
    pub fn press_with(&mut self, held: u32, key: &str, code: u32) {
        for event in ["rawKeyDown", "keyUp"] {
            let params = json!({ "type": event, "key": key, "windowsVirtualKeyCode": code, "modifiers": held });
            self.call("Input.dispatchKeyEvent", params);
        }
    }

    /// Writes a text where the caret is.
    pub fn write(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Clicks what a script finds, in its middle.
    #[track_caller]
    pub fn click_on(&mut self, found: &str) {
        let script = format!(
            "(() => {{ const at = {found}; at.scrollIntoView({{ block: 'center' }}); const box = at.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2]; }})()"
        );
        let at = self.eval(&script);
        self.click(at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    }

    /// Chooses a file in the file field that a script finds.
    pub fn choose_file(&mut self, found: &str, path: &std::path::Path) {
        let given = self.call("Runtime.evaluate", json!({ "expression": found }));
        let object = &given["result"]["objectId"];
        let params = json!({ "files": [path.display().to_string()], "objectId": object });
        self.call("DOM.setFileInputFiles", params);
    }

    /// Presses a key.
    pub fn press(&mut self, key: &str, code: u32) {
        for event in ["keyDown", "keyUp"] {
            let params = json!({ "type": event, "key": key, "windowsVirtualKeyCode": code });
            self.call("Input.dispatchKeyEvent", params);
        }
    }

    /// Writes Hangul as an input method does: each state of the syllable, then the syllable.
    pub fn compose(&mut self, states: &[&str]) {
        for state in states {
            let at = state.encode_utf16().count();
            let params = json!({ "text": state, "selectionStart": at, "selectionEnd": at });
            self.call("Input.imeSetComposition", params);
        }
        self.call("Input.insertText", json!({ "text": states[states.len() - 1] }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn until<T>(mut get: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(got) = get() {
            return got;
        }
        assert!(start.elapsed() < LONGEST, "the browser never starts");
        std::thread::sleep(Duration::from_millis(20));
    }
}
