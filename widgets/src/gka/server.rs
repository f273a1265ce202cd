//! The site on this computer: files as they stand in the folder, headers as the policy says.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use widgets::publish::headers::{self, Rule};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("port {0} is in use; try gka serve --port {next}", next = .0.checked_add(1).unwrap_or(8080))]
    Busy(u16),
    #[error("port {port} is not available ({reason}); try gka serve --port 8080")]
    Refused { port: u16, reason: io::Error },
    #[error("the server stopped: {0}")]
    Stopped(#[from] io::Error),
}

/// A port of this computer that is ours, not yet serving.
pub struct Server {
    listener: TcpListener,
    port: u16,
}

impl Server {
    /// Takes the port on 127.0.0.1; 0 takes a free one.
    pub fn listen(port: u16) -> Result<Server, Error> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|reason| match reason.kind() {
                io::ErrorKind::AddrInUse => Error::Busy(port),
                _ => Error::Refused { port, reason },
            })?;
        let port = listener.local_addr()?.port();
        Ok(Server { listener, port })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves the files under `root` until Ctrl-C.
    pub fn serve(self, root: &Path, rules: Vec<Rule>) -> Result<(), Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let stopped = async {
                // Without a handler Ctrl-C still ends the process, only less politely.
                if tokio::signal::ctrl_c().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                served = axum::serve(listener, site(root, rules)).into_future() => Ok(served?),
                () = stopped => Ok(()),
            }
        })
    }
}

fn site(root: &Path, rules: Vec<Rule>) -> Router {
    let missing = ServeFile::new(root.join("404.html")).precompressed_br();
    let files = ServeDir::new(root).precompressed_br().not_found_service(missing);
    Router::new().fallback_service(files).layer(middleware::from_fn_with_state(Arc::new(rules), policy))
}

/// Gives the answer the headers of its path; what is not there, those of a page that says so.
async fn policy(State(rules): State<Arc<Vec<Rule>>>, request: Request, next: Next) -> Response {
    let asked = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let path = if response.status() == StatusCode::NOT_FOUND { "/404.html" } else { &asked };
    let headers = response.headers_mut();
    for (name, value) in headers::of(&rules, path) {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(kind) = headers::media_type(path).filter(|_| headers.contains_key(header::CONTENT_TYPE)) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}

/// Shows `address` in the reader's browser. Without one the printed address remains.
pub fn open_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let opened = Command::new(program)
        .args(arguments)
        .arg(address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Err(error) = opened {
        eprintln!("{program}: {error}; open {address} yourself");
    }
}
