//! A desk that runs, and a tab that talks to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tungstenite::client::IntoClientRequest;
use tungstenite::handshake::client::Request;
use tungstenite::{Message, WebSocket};

use crate::common::Project;

/// Nothing a test waits for takes this long.
const LONGEST: Duration = Duration::from_secs(120);

/// The program at work.
pub struct Running {
    child: Child,
    /// Where it answers: host and port.
    pub host: String,
    /// The path of the first address.
    pub entrance: String,
    /// The token's cookie.
    pub cookie: String,
}

/// An answer of the server.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its head, in small letters.
    pub head: String,
    /// Its body.
    pub body: Vec<u8>,
}

impl Running {
    /// Starts `jikji edit` in a project, in Korean, on a port that is free.
    pub fn start(project: &Project, args: &[&str]) -> Self {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_jikji")), project, args)
    }

    /// The same by a command that starts the program.
    pub fn start_by(mut command: Command, project: &Project, args: &[&str]) -> Self {
        let mut child = command
            .args(["--lang", "ko", "edit", "--no-open"])
            .args(if args.contains(&"--port") { &[] } else { &["--port", "0"][..] })
            .args(args)
            .current_dir(project.path("."))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let rest = address.trim().strip_prefix("http://").unwrap();
        let (host, path) = rest.split_once('/').unwrap();
        let mut running =
            Self { child, host: host.into(), entrance: format!("/{path}"), cookie: String::new() };
        let entered = running.get(&running.entrance);
        assert_eq!(entered.status, 303, "{entered:?}");
        let cookie = entered.head.split("set-cookie: ").nth(1).unwrap();
        running.cookie = cookie.split(';').next().unwrap().into();
        running
    }

    /// What the server says to these bytes.
    pub fn send(&self, bytes: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        // A server that refuses answers before it has all, and closes.
        let _ = stream.write_all(bytes.as_bytes());
        read(&mut stream)
    }

    /// A request as the desk's own page sends it; with a body it changes something.
    pub fn ask(&self, method: &str, path: &str, body: &str) -> Answer {
        let Self { host, cookie, .. } = self;
        let origin = if method == "GET" { "" } else { &format!("Origin: http://{host}\r\n") };
        let length = body.len();
        self.send(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n{origin}\
             Sec-Fetch-Site: same-origin\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }

    /// A file that is brought to the desk's page.
    pub fn bring(&self, path: &str, body: &[u8]) -> Answer {
        let Self { host, cookie, .. } = self;
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(&[head.as_bytes(), body].concat()).unwrap();
        read(&mut stream)
    }

    /// Sends the program a signal.
    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let mut kill = Command::new("kill");
        kill.arg(format!("-{name}")).arg(self.child.id().to_string());
        assert!(kill.status().unwrap().success());
    }

    /// The first address, for a browser.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.host, self.entrance)
    }

    /// A page or file of the desk.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// The socket of a new tab.
    pub fn tab(&self) -> Tab {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        let mut request: Request =
            format!("ws://{}/live", self.host).into_client_request().unwrap();
        let headers = request.headers_mut();
        headers.insert("origin", format!("http://{}", self.host).parse().unwrap());
        headers.insert("cookie", self.cookie.parse().unwrap());
        Tab(tungstenite::client(request, stream).unwrap().0)
    }

    /// What it holds in memory, KiB, where the system tells.
    #[allow(dead_code, reason = "only the benchmark asks")]
    pub fn memory(&self) -> usize {
        let path = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(path).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    /// Waits for the end of the program; its status.
    pub fn ended(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a server that asks for nothing, and may keep the line open, says at once; who asks may ask again.
pub fn fetch(host: &str, path: &str) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    Ok(read(&mut stream))
}

fn read(stream: &mut TcpStream) -> Answer {
    let mut bytes = vec![];
    // For the same reason what it said may be all that comes.
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
}

impl Answer {
    /// Its body as a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Running {
    /// The answer to a question.
    pub fn question(&self, question: &Value) -> Value {
        let answer = self.ask("POST", "/ask", &question.to_string());
        assert_eq!(answer.status, 200, "{question}: {answer:?}");
        serde_json::from_slice(&answer.body).unwrap()
    }
}

/// A tab that listens.
pub struct Tab(WebSocket<TcpStream>);

impl Tab {
    /// The next news.
    pub fn news(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.0.read().unwrap() {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    /// The news that `wanted` waits for.
    pub fn news_with(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let news = self.news();
            if wanted(&news) {
                return news;
            }
        }
    }
}

/// The names of the pictures that news tell of.
pub fn pictures(news: &Value) -> Vec<String> {
    let pages = news["pages"].as_array().unwrap().iter();
    pages.map(|page| page["picture"].as_str().unwrap().into()).collect()
}

/// The codes of the findings that news tell of.
pub fn codes(news: &Value) -> Vec<&str> {
    let findings = news["findings"].as_array().unwrap().iter();
    findings.map(|finding| finding["code"].as_str().unwrap()).collect()
}
