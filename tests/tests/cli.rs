//! What `gka` says: transcripts.

use std::net::TcpListener;
use tests::command::gka;
use tests::scratch::Scratch;

#[test]
fn help_names_the_commands_and_the_default() {
    let help = gka(&["--help"]);
    assert_eq!(help.code, Some(0));
    for part in
        ["Without a command: `gka serve`", "serve", "publish", "dist", "--port <PORT>", "[default: 8080]"]
    {
        assert!(help.stdout.contains(part), "{part:?} is not in:\n{}", help.stdout);
    }
}

#[test]
fn a_busy_port_is_one_clear_line_before_anything_is_built() {
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = busy.local_addr().unwrap().port();
    let exports = exports();
    let ended = gka(&["serve", path(&exports), "--port", &port.to_string()]);
    assert_eq!(ended.code, Some(1));
    assert_eq!(ended.stderr, format!("error: port {port} is in use; try gka serve --port {}\n", port + 1));
    assert_eq!(ended.stdout, "");
}

#[test]
fn a_folder_of_someone_else_is_refused_and_left_alone() {
    let (exports, out) = (exports(), Scratch::new());
    let letter = out.file("brief.txt", "van een ander");
    for command in ["publish", "serve"] {
        let mut arguments = vec![command, path(&exports), "--out", path(&out)];
        arguments.extend((command == "serve").then_some(["--port", "0"]).into_iter().flatten());
        let ended = gka(&arguments);
        assert_eq!(ended.code, Some(1));
        let reason = "is not empty and was not written by gka; choose another folder with --out, or empty it";
        assert_eq!(ended.stderr, format!("error: {}: {reason}\n", path(&out)));
    }
    assert_eq!(std::fs::read_to_string(letter).unwrap(), "van een ander");
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 1);
}

#[test]
fn exports_that_are_not_there_are_named() {
    let (nothing, out) = (Scratch::new(), Scratch::new());
    let ended = gka(&["publish", path(&nothing), "--out", path(&out)]);
    assert_eq!(ended.code, Some(1));
    let reason = "not found; expected the exports of `geodata export` there";
    assert_eq!(ended.stderr, format!("error: {}/index.json: {reason}\n", path(&nothing)));
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0, "nothing is written");
}

#[test]
fn exports_that_cannot_be_read_are_refused_before_anything_is_built() {
    let (exports, out) = (Scratch::new(), Scratch::new());
    exports.file("index.json", "{ \"halverwege\": ");
    let ended = gka(&["publish", path(&exports), "--out", path(&out)]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.starts_with("error: ") && ended.stderr.contains("index.json"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("building the wasm"), "{}", ended.stderr);
}

#[test]
fn an_embed_host_that_would_open_the_policy_is_refused() {
    let ended = gka(&["serve", "--embed-host", "*"]);
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.stderr.contains("expected an origin such as https://www.voorbeeldgemeente.nl"),
        "{}",
        ended.stderr
    );
}

fn exports() -> Scratch {
    let exports = Scratch::new();
    exports.file("index.json", "{}");
    exports
}

fn path(folder: &Scratch) -> &str {
    folder.path().to_str().unwrap()
}
