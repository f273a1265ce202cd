//! A source at an address that misbehaves: a server of our own, on this machine, that does.

mod scratch;

use geodata::import::fetch::{Settings, fetch};
use scratch::Scratch;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// What the server does with one connection.
enum Answer {
    /// These bytes, then the end.
    Say(String),
    /// Nothing, until the other side hangs up.
    Silence,
    /// A byte at a time, for as long as anybody listens.
    Drip,
}

fn ok(headers: &str, body: &str) -> Answer {
    Answer::Say(format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n{body}",
        body.len()
    ))
}

fn status(line: &str, headers: &str) -> Answer {
    Answer::Say(format!("HTTP/1.1 {line}\r\nContent-Length: 0\r\nConnection: close\r\n{headers}\r\n"))
}

/// A server that gives its answers in order, the last one again and again; and what it was asked.
fn server(answers: impl Fn(usize, &str) -> Answer + Send + 'static) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let (sender, asked) = channel();
    let own = address.clone();
    std::thread::spawn(move || {
        for (number, stream) in listener.incoming().enumerate() {
            let Ok(stream) = stream else { return };
            let request = request(&stream);
            if sender.send(request).is_err() {
                return;
            }
            answer(stream, answers(number, &own));
        }
    });
    (format!("http://{address}/data.csv"), asked)
}

fn request(stream: &TcpStream) -> String {
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    lines.take_while(|line| !line.is_empty()).map(|line| format!("{}\n", line.to_lowercase())).collect()
}

fn answer(mut stream: TcpStream, answer: Answer) {
    // The other side may have hung up: that is what is tested.
    let _ = match answer {
        Answer::Say(text) => stream.write_all(text.as_bytes()),
        Answer::Silence => {
            let mut rest = String::new();
            BufReader::new(&stream).read_line(&mut rest).map(|_| ())
        }
        Answer::Drip => {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n";
            let mut sent = stream.write_all(head.as_bytes());
            while sent.is_ok() {
                sent = stream.write_all(&[b'a'; 4096]);
            }
            sent
        }
    };
}

fn settings() -> Settings {
    Settings {
        timeout: Duration::from_millis(400),
        attempts: 3,
        pause: Duration::from_millis(1),
        most_bytes: 1 << 20,
        cache: None,
    }
}

fn problem(url: &str) -> String {
    fetch(url, &settings()).expect_err("a problem").to_string()
}

#[test]
fn an_answer_after_two_faults_is_an_answer() {
    let (url, asked) = server(|number, _| match number {
        0 => status("503 Service Unavailable", ""),
        1 => Answer::Say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".to_owned()),
        _ => ok("Content-Type: text/csv\r\n", "whole"),
    });
    assert_eq!(fetch(&url, &settings()).expect("the third answer"), b"whole");
    assert_eq!(asked.try_iter().count(), 3);
}

#[test]
fn a_server_that_keeps_failing_is_said_to() {
    let (url, asked) = server(|_, _| status("500 Internal Server Error", ""));
    assert_eq!(problem(&url), format!("{url}: expected an answer, found status 500, 3 times"));
    assert_eq!(asked.try_iter().count(), 3);
}

#[test]
fn what_is_gone_is_not_asked_for_again() {
    let (url, asked) = server(|_, _| status("404 Not Found", ""));
    assert_eq!(problem(&url), format!("{url}: expected status 200, found status 404"));
    assert_eq!(asked.try_iter().count(), 1);
}

#[test]
fn silence_ends() {
    let (url, _asked) = server(|_, _| Answer::Silence);
    let found = problem(&url);
    assert!(found.contains("expected an answer, found timeout"), "{found}");
}

#[test]
fn a_body_that_is_cut_is_no_body() {
    let (url, _asked) =
        server(|_, _| Answer::Say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_owned()));
    let found = problem(&url);
    assert!(found.contains("expected an answer") && found.ends_with("3 times"), "{found}");
}

#[test]
fn a_body_without_end_is_refused() {
    let (url, asked) = server(|_, _| Answer::Drip);
    let patient = Settings { timeout: Duration::from_secs(30), ..settings() };
    let found = fetch(&url, &patient).expect_err("a problem").to_string();
    assert_eq!(found, format!("{url}: expected at most 1048576 bytes, found more"));
    assert_eq!(asked.try_iter().count(), 1);
}

#[test]
fn a_web_page_is_no_data() {
    let (url, _asked) = server(|_, _| ok("Content-Type: text/html; charset=utf-8\r\n", "<!doctype html>"));
    assert_eq!(problem(&url), format!("{url}: expected data, found a web page (text/html; charset=utf-8)"));
}

#[test]
fn a_circle_of_redirects_ends() {
    let (url, asked) = server(|_, own| status("302 Found", &format!("Location: http://{own}/data.csv\r\n")));
    assert_eq!(problem(&url), format!("{url}: expected at most 5 redirects, found more"));
    assert!(asked.try_iter().count() <= 7);
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let scratch = Scratch::new("fetch-cache");
    let (url, asked) = server(|number, _| match number {
        0 => ok("Content-Type: text/csv\r\nETag: \"v1\"\r\n", "one"),
        _ => status("304 Not Modified", "ETag: \"v1\"\r\n"),
    });
    let settings = Settings { cache: Some(scratch.dir.clone()), ..settings() };
    for _ in 0..2 {
        assert_eq!(fetch(&url, &settings).expect("the copy"), b"one");
    }
    let requests: Vec<String> = asked.try_iter().collect();
    assert!(!requests[0].contains("if-none-match"), "{}", requests[0]);
    assert!(requests[1].contains("if-none-match: \"v1\""), "{}", requests[1]);
}

#[test]
fn a_damaged_copy_is_fetched_anew() {
    let scratch = Scratch::new("fetch-damaged");
    let (url, asked) = server(|_, _| ok("Content-Type: text/csv\r\nETag: \"v1\"\r\n", "one"));
    let settings = Settings { cache: Some(scratch.dir.clone()), ..settings() };
    fetch(&url, &settings).expect("the file");
    for (name, _) in scratch::files(&scratch.dir) {
        if !name.ends_with(".json") {
            std::fs::write(scratch.dir.join(name), b"other").expect("a damaged copy");
        }
    }
    assert_eq!(fetch(&url, &settings).expect("the file again"), b"one");
    let last = asked.try_iter().last().expect("a second request");
    assert!(!last.contains("if-none-match"), "{last}");
}

#[test]
fn pages_are_followed_to_the_last() {
    use geodata::import::take::{From, tables};
    let scratch = Scratch::new("fetch-pages");
    let row = |code: &str| format!("{{\"Regio\":\"{code}\",\"Waarde\":1.5}}");
    let (url, _asked) = server(move |number, own| match number {
        0 => ok(
            "Content-Type: application/json\r\n",
            &format!("{{\"value\":[{}],\"odata.nextLink\":\"http://{own}/2\"}}", row("GM0014")),
        ),
        _ => ok("Content-Type: application/json\r\n", &format!("{{\"value\":[{}]}}", row("GM0034"))),
    });
    let mapping = scratch.dir.join("m.toml");
    std::fs::write(&mapping, "[bron]\nformaat = \"odata3\"\n[[reeks]]\nindicator = \"x\"\nniveau = \"gemeente\"\nindeling = 2021\ncode = \"Regio\"\nperiode = {vast = \"2021\"}\nwaarde = \"Waarde\"\n").expect("a mapping");
    let settings = settings();
    let inputs = [url];
    let (documents, _) =
        tables(&mapping, &From { dir: &scratch.dir, inputs: &inputs, network: &settings }).expect("a table");
    let text = String::from_utf8_lossy(&documents[0].bytes).into_owned();
    assert_eq!(text, "code,naam,periode,waarde,status\nGM0014,,2021,1.5,\nGM0034,,2021,1.5,\n");
}
