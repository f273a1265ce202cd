//! The generated configuration in a real nginx, asked by a real client: the same headers as `gka serve` sends, and
//! none that internet.nl marks down.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tests::command::gka;
use tests::http::get;
use tests::internetnl::policy_faults;
use tests::scratch::Scratch;
use tests::until::{PATIENCE, until};

const HOST: &str = "https://www.voorbeeldgemeente.nl";
/// A release in which one participant has two sites.
const EXPORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../geodata/tests/uitgaven/1.0.0");
const SITES: &str = "https://school.denaadam.example https://www.denaadam.example";
const NGINX: [&str; 2] = ["/usr/sbin/nginx", "/usr/bin/nginx"];

struct Nginx {
    process: Child,
    address: String,
    _scratch: Scratch,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn start(program: &str) -> Nginx {
    let scratch = Scratch::new();
    for path in [
        "site/index.html",
        "site/404.html",
        "site/gemeente/zwolle/index.html",
        "site/embed/landkaart/index.html",
        "site/v/2026-11-22-0123456789ab/embed/landkaart/index.html",
        "site/v/2026-11-22-0123456789ab/dist/gka.js",
        "site/exports/index.json",
        "site/dist/gka.js",
        "site/dist/gka-0123456789ab.wasm",
    ] {
        let file = scratch.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, "x").expect("a file");
    }
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let told = gka(&["headers", EXPORTS, "--for", "nginx", "--embed-host", HOST]);
    assert_eq!(told.code, Some(0), "{}", told.stderr);
    let (http, server) = told.stdout.split_once("# In server { }:").expect("two parts");
    let folder = scratch.path().display();
    let main = format!(
        "daemon off;\nmaster_process off;\nerror_log stderr;\npid {folder}/nginx.pid;\nevents {{}}\nhttp {{\n{http}\naccess_log off;\n\
         client_body_temp_path {folder}/t;\nproxy_temp_path {folder}/t;\nfastcgi_temp_path {folder}/t;\n\
         uwsgi_temp_path {folder}/t;\nscgi_temp_path {folder}/t;\nserver {{\nlisten 127.0.0.1:{port};\nroot {folder}/site;\n{server}\n}}\n}}\n"
    );
    let config = scratch.file("nginx.conf", &main);
    let process = Command::new(program)
        .args(["-p", &folder.to_string(), "-c"])
        .arg(&config)
        .stderr(Stdio::inherit())
        .spawn()
        .expect("nginx starts");
    let address = format!("http://127.0.0.1:{port}/");
    let mut nginx = Nginx { process, address, _scratch: scratch };
    until("an answer of nginx", PATIENCE, || {
        assert!(nginx.process.try_wait().expect("a process").is_none(), "nginx stopped:\n{main}");
        std::net::TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(())
    });
    nginx
}

#[test]
fn nginx_sends_what_the_rules_say() {
    let Some(program) = NGINX.into_iter().find(|program| Path::new(program).is_file()) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: nginx is not installed; tests/run installs it");
        return;
    };
    let nginx = start(program);
    let ask = |path: &str| get(&format!("{}{path}", nginx.address), &[]);
    for path in ["", "gemeente/zwolle/", "bestaat-niet/"] {
        let page = ask(path);
        assert_eq!(page.status(), if path.starts_with("bestaat") { 404 } else { 200 }, "/{path}");
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            "/{path}: {policy}"
        );
        assert!(policy.ends_with("; frame-ancestors 'self'"), "/{path}: {policy}");
        assert_eq!(policy_faults(policy), Vec::<String>::new(), "/{path}");
        assert_eq!(page.header("referrer-policy"), "no-referrer", "/{path}");
        assert_eq!(page.header("access-control-allow-origin"), "", "/{path}");
        assert_eq!(page.header("cross-origin-resource-policy"), "same-origin", "/{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "/{path}");
        assert!(page.header("strict-transport-security").starts_with("max-age=31536000"), "/{path}");
    }
    for path in ["embed/landkaart/", "v/2026-11-22-0123456789ab/embed/landkaart/"] {
        let embed = ask(path);
        let policy = embed.header("content-security-policy");
        assert!(policy.ends_with(&format!("; frame-ancestors 'self' {HOST} {SITES}")), "/{path}: {policy}");
        assert_eq!(embed.header("cross-origin-resource-policy"), "cross-origin", "/{path}");
        assert_eq!(policy_faults(policy), Vec::<String>::new(), "/{path}");
    }
    for (path, kind, kept) in [
        ("exports/index.json", "application/json", "no-cache"),
        ("dist/gka.js", "text/javascript; charset=utf-8", "no-cache"),
        ("dist/gka-0123456789ab.wasm", "application/wasm", "public, max-age=31536000, immutable"),
        (
            "v/2026-11-22-0123456789ab/dist/gka.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
    ] {
        let file = ask(path);
        assert_eq!(file.status(), 200, "/{path}");
        assert_eq!(file.header("access-control-allow-origin"), "*", "/{path}");
        assert_eq!(file.header("cross-origin-resource-policy"), "cross-origin", "/{path}");
        assert_eq!(file.header("content-security-policy"), "", "/{path}");
        assert_eq!(file.header("cache-control"), kept, "/{path}");
        assert_eq!(file.header("content-type"), kind, "/{path}");
    }
}
