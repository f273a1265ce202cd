//! A WordPress as Debian has it, its core untouched: an address of a widget page that an editor pastes becomes a frame
//! that takes its height, by oEmbed discovery. The frame is that of `tests::site`.

use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use tests::command::run;
use tests::http::get;
use tests::page::Page;
use tests::root;
use tests::running::Running;
use tests::scratch::Scratch;
use tests::site::Site;
use tests::until::{PATIENCE, until};

const CORE: &str = "/usr/share/wordpress";
const THEMES: &str = "/usr/share/wordpress/wp-content/themes";
const DATABASE: &str = "/usr/sbin/mariadbd";
/// What a core that is left as it is fetches from, on the host it stands on itself.
const PORTS: [u16; 3] = [8080, 80, 443];

struct WordPress {
    /// Of the post.
    post: String,
    _server: Running,
    _database: Running,
    _scratch: Scratch,
}

/// One that nobody listens on.
fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr());
    free.expect("a free port").port()
}

/// WordPress on a port of its own, with one post.
fn wordpress(port: u16, content: &str) -> WordPress {
    let scratch = Scratch::new();
    let path = |name: &str| scratch.path().join(name).to_str().expect("a plain path").to_owned();
    let (core, data, socket) = (path("wordpress"), path("data"), path("db.sock"));
    let said = |command: &mut Command| {
        let ended = run(command);
        assert_eq!(ended.code, Some(0), "{command:?}: {}{}", ended.stdout, ended.stderr);
        ended.stdout
    };
    said(Command::new("cp").args(["--recursive", "--dereference", CORE, &core]));
    let user = said(Command::new("id").arg("--user").arg("--name")).trim().to_owned();
    let common = ["--no-defaults".to_owned(), format!("--datadir={data}"), format!("--user={user}")];
    said(Command::new("mariadb-install-db").args(&common).args(["--skip-test-db", "--skip-name-resolve"]));
    let mut command = Command::new(DATABASE);
    command.args(&common).args([&format!("--socket={socket}"), &format!("--pid-file={socket}.pid")]);
    command.args(["--skip-networking", "--skip-grant-tables", "--innodb-flush-log-at-trx-commit=0"]);
    let database = Running::start("mariadb", &mut command);
    until("an answer of MariaDB", PATIENCE * 6, || UnixStream::connect(&socket).ok());
    let address = format!("http://127.0.0.1:{port}");
    let installer = root().join("tests/servers/wordpress.php");
    let installed =
        said(Command::new("php").arg(installer).args([core.as_str(), &address, &socket, content]));
    let post = installed.lines().last().unwrap_or_default().to_owned();
    assert!(post.starts_with(&address), "{installed}");
    let mut command = Command::new("php");
    command.env("PHP_CLI_SERVER_WORKERS", "3").args(["-S", &address["http://".len()..], "-t", &core]);
    let server = Running::start("php", &mut command);
    until("an answer of PHP", PATIENCE, || std::net::TcpStream::connect(("127.0.0.1", port)).ok());
    WordPress { post, _server: server, _database: database, _scratch: scratch }
}

#[test]
fn a_pasted_address_becomes_a_frame_that_takes_its_height() {
    let mut missing: Vec<&str> =
        [CORE, DATABASE].into_iter().filter(|path| !Path::new(path).exists()).collect();
    let themes = std::fs::read_dir(THEMES).into_iter().flatten().count();
    missing.extend((themes == 0).then_some(THEMES));
    missing.extend(Command::new("php").arg("-v").output().is_err().then_some("php"));
    if !missing.is_empty() {
        let _ =
            writeln!(std::io::stderr(), "SKIPPED: {missing:?} is not there; tests/run installs WordPress");
        return;
    }
    let Some(port) = PORTS.into_iter().find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()) else {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: none of the ports {PORTS:?} is free, and WordPress asks no other"
        );
        return;
    };
    let own = free_port();
    let site = Site::at_port(port, &["--embed-host", &format!("http://127.0.0.1:{own}")]);
    let (map, card) = (site.own_url("embed/thema/taalbevordering/"), site.own_url("embed/indicator/"));
    let wordpress = wordpress(own, &format!("In deze gemeenten:\n\n{map}\n\nEen cijfer:\n\n{card}\n"));

    let post = get(&wordpress.post, &[]);
    assert_eq!(post.status(), 200, "{}", post.text());
    for address in [&map, &card] {
        let frame = format!(" src=\"{address}#?secret=");
        assert!(post.text().contains(&frame), "{frame} is not in:\n{}", post.text());
        assert!(
            post.text().contains(&format!("<a href=\"{address}\">")),
            "the link that stays without script"
        );
    }
    assert!(post.text().contains("sandbox=\"allow-scripts\""), "core leaves the frame no more than scripts");

    let page = Page::open();
    page.goto(&wordpress.post);
    let frame = |at: usize| format!("document.querySelectorAll('iframe.wp-embedded-content')[{at}]");
    let height = |at: usize| {
        page.eval(&format!("{}.scrollIntoView()", frame(at)));
        page.wait(&format!("!{0}.hasAttribute('style') && Number({0}.height) <= 1000", frame(at)));
        page.eval(&format!("Number({}.height)", frame(at))).as_f64().unwrap_or_default()
    };
    // Core gives no frame more than a thousand pixels.
    assert_eq!(height(0), 1000.0, "the map");
    let card = height(1);
    assert!((300.0..1000.0).contains(&card), "the card is {card} high");
    assert_eq!(page.eval("[...document.querySelectorAll('blockquote.wp-embedded-content')].filter((quote) => quote.checkVisibility()).length"), 0);
    // And it is not empty: a window with nothing but a frame's border is a picture of a tenth of this.
    page.eval(&format!("{}.scrollIntoView()", frame(0)));
    until("a map in the frame", PATIENCE, || (page.pixels().len() > 60_000).then_some(()));
    page.screenshot("wordpress");
}
