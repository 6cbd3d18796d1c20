//! No one else gets in.

use crate::common::{Project, entry, issue};
use crate::running::{Answer, Running};

/// A request line, and headers of which `{host}`, `{port}` and `{cookie}` are the desk's own.
type Request = (&'static str, &'static [&'static str]);

const HOST: &str = "Host: {host}";
const COOKIE: &str = "Cookie: {cookie}";
const ORIGIN: &str = "Origin: http://{host}";
const WEBSOCKET: [&str; 4] = [
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
];

const REFUSED: &[Request] = &[
    // A name that leads here is not this host.
    ("GET / HTTP/1.1", &["Host: evil.example", COOKIE]),
    ("GET / HTTP/1.1", &["Host: evil.example:{port}", COOKIE]),
    ("GET / HTTP/1.1", &["Host: 127.0.0.1.:{port}", COOKIE]),
    ("GET / HTTP/1.1", &["Host: localhost.:{port}", COOKIE]),
    ("GET / HTTP/1.1", &["Host: 127.0.0.1", COOKIE]),
    ("GET / HTTP/1.1", &["Host: 127.0.0.1:1", COOKIE]),
    ("GET / HTTP/1.1", &["Host: 127.0.0.1:{port}@evil.example", COOKIE]),
    ("GET / HTTP/1.1", &["Host: [::1]:{port}", COOKIE]),
    ("GET / HTTP/1.1", &["Host: 2130706433:{port}", COOKIE]),
    ("GET / HTTP/1.1", &["Host:", COOKIE]),
    ("GET / HTTP/1.0", &[COOKIE]),
    ("GET / HTTP/1.1", &[HOST, "Host: evil.example", COOKIE]),
    ("GET http://evil.example/ HTTP/1.1", &[HOST, COOKIE]),
    // Nobody without the token of this run.
    ("GET / HTTP/1.1", &[HOST]),
    ("GET / HTTP/1.1", &[HOST, "Cookie: jikji-{port}="]),
    (
        "GET / HTTP/1.1",
        &[
            HOST,
            "Cookie: jikji-{port}=0000000000000000000000000000000000000000000000000000000000000000",
        ],
    ),
    ("GET / HTTP/1.1", &[HOST, "Cookie: jikji={cookie}"]),
    ("GET /page/desk.js HTTP/1.1", &[HOST]),
    ("GET /enter/0000 HTTP/1.1", &[HOST]),
    ("GET /enter/ HTTP/1.1", &[HOST]),
    // Not from a page of another site.
    ("GET / HTTP/1.1", &[HOST, COOKIE, "Sec-Fetch-Site: cross-site"]),
    ("GET /page/desk.js HTTP/1.1", &[HOST, COOKIE, "Sec-Fetch-Site: same-site"]),
    ("GET / HTTP/1.1", &[HOST, COOKIE, "Origin: null"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Origin: null", "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Origin: http://evil.example", "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Origin: https://{host}", "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Origin: http://127.0.0.1:1", "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, "Origin: http://localhost:{port}", "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, COOKIE, ORIGIN, ORIGIN, "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, ORIGIN, "Content-Length: 0"]),
    ("POST /end HTTP/1.1", &[HOST, ORIGIN, "Content-Length: 99999999999"]),
    ("POST /ask HTTP/1.1", &[HOST, COOKIE, "Content-Length: 0"]),
    ("POST /ask HTTP/1.1", &[HOST, COOKIE, "Origin: http://evil.example", "Content-Length: 0"]),
    ("POST /ask HTTP/1.1", &[HOST, ORIGIN, "Content-Length: 99999999999"]),
    ("POST /images/a.png HTTP/1.1", &[HOST, COOKIE, "Content-Length: 0"]),
    ("POST /images/a.png HTTP/1.1", &[HOST, COOKIE, "Origin: null", "Content-Length: 0"]),
    ("POST /images/a.png HTTP/1.1", &[HOST, ORIGIN, "Content-Length: 99999999999"]),
    ("PUT / HTTP/1.1", &[HOST, COOKIE, "Content-Length: 0"]),
    ("GET /live HTTP/1.1", &[HOST, COOKIE, WEBSOCKET[0], WEBSOCKET[1], WEBSOCKET[2], WEBSOCKET[3]]),
    (
        "GET /live HTTP/1.1",
        &[
            HOST,
            COOKIE,
            "Origin: http://evil.example",
            WEBSOCKET[0],
            WEBSOCKET[1],
            WEBSOCKET[2],
            WEBSOCKET[3],
        ],
    ),
    ("GET /live HTTP/1.1", &[HOST, ORIGIN, WEBSOCKET[0], WEBSOCKET[1], WEBSOCKET[2], WEBSOCKET[3]]),
];

/// What is not there for those who got in either: no path is a file of the machine.
const NOT_THERE: &[&str] = &[
    "/issue.toml",
    "/page/../issue.toml",
    "/page/..%2f..%2fissue.toml",
    "/page/%2e%2e/issue.toml",
    "/page//etc/passwd",
    "/page/%2fetc%2fpasswd",
    "/page/..%5cissue.toml",
    "/pictures/../../issue.toml",
    "/pictures/issue.toml",
    "/page/desk.css%00",
    "//etc/passwd",
    "/page/",
];

fn number() -> Project {
    Project::with_manifest(issue(&format!("{}body = \"- 가\"\n", entry("글"))))
}

fn send(desk: &Running, (line, headers): &Request) -> Answer {
    let port = desk.host.split(':').nth(1).unwrap();
    let headers = headers.iter().map(|header| format!("{header}\r\n")).collect::<String>();
    let headers = headers.replace("{host}", &desk.host).replace("{port}", port);
    let headers = headers.replace("{cookie}", &desk.cookie);
    desk.send(
        &format!("{line}\r\n{headers}Connection: close\r\n\r\n")
            .replace("Connection: Upgrade\r\n", "Connection: Upgrade, close\r\n"),
    )
}

#[test]
fn whoever_is_not_the_browser_that_was_let_in_is_refused() {
    let project = number();
    let desk = Running::start(&project, &[]);
    for request in REFUSED {
        let answer = send(&desk, request);
        assert!([400, 403].contains(&answer.status), "{request:?}: {answer:?}");
        assert!(!answer.head.contains("set-cookie"), "{request:?}: {answer:?}");
    }
    assert!(REFUSED.len() > 30);
    // It is still there, for whom it was there.
    assert_eq!(desk.get("/").status, 200);
    assert_eq!(
        send(&desk, &("GET / HTTP/1.1", &[HOST, COOKIE, "Sec-Fetch-Site: none"])).status,
        200
    );
}

#[test]
fn no_path_leads_to_a_file_of_the_machine() {
    let project = number();
    let desk = Running::start(&project, &[]);
    for path in NOT_THERE {
        let answer = desk.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {answer:?}");
        assert!(!answer.text().contains("[publication]"), "{path}");
    }
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let project = number();
    let desk = Running::start(&project, &[]);
    for path in ["/", "/page/desk.js", "/page/PretendardGOV-Bold.ttf", "/nowhere", "/enter/0"] {
        let head = desk.get(path).head;
        for header in [
            "content-security-policy: default-src 'self'",
            "x-content-type-options: nosniff",
            "cross-origin-resource-policy: same-origin",
            "referrer-policy: no-referrer",
            "x-frame-options: deny",
        ] {
            assert!(head.contains(header), "{path} without {header}:\n{head}");
        }
    }
    let cookie = desk.get(&desk.entrance).head;
    assert!(cookie.contains("; httponly; samesite=strict"), "{cookie}");
}

#[test]
fn no_question_is_too_long_or_makes_no_sense() {
    let project = number();
    let desk = Running::start(&project, &[]);
    let huge = "x".repeat(9 << 20);
    assert_eq!(desk.ask("POST", "/ask", &huge).status, 413);
    for body in [
        "",
        "{}",
        "[]",
        "{\"ask\":\"save\"}",
        "{\"ask\":\"edit\",\"changes\":[{\"do\":\"write\",\"at\":[]}]}",
        "{\"ask\":\"form\",\"path\":[-1]}",
        "{\"ask\":\"point\",\"page\":-1,\"x\":0,\"y\":0}",
        "\u{0}",
    ] {
        assert_eq!(desk.ask("POST", "/ask", body).status, 400, "{body}");
    }
}
