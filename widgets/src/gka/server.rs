//! The site on this computer: files as they stand in the folder, headers as the policy says.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use widgets::publish::examples;
use widgets::publish::folder::File;
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

    /// Serves the files under `root` until Ctrl-C, and the examples on a port of their own.
    pub fn serve(
        self,
        root: &Path,
        rules: Vec<Rule>,
        examples: Option<(Server, Examples)>,
    ) -> Result<(), Error> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = self.listener()?;
            let neighbour = async {
                match examples {
                    Some((server, examples)) => {
                        axum::serve(server.listener()?, examples.router()).into_future().await
                    }
                    None => std::future::pending().await,
                }
            };
            let stopped = async {
                // Without a handler Ctrl-C still ends the process, only less politely.
                if tokio::signal::ctrl_c().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                served = axum::serve(listener, site(root, rules)).into_future() => Ok(served?),
                served = neighbour => Ok(served?),
                () = stopped => Ok(()),
            }
        })
    }
}

impl Server {
    /// The port for the runtime; inside it only.
    fn listener(self) -> io::Result<tokio::net::TcpListener> {
        self.listener.set_nonblocking(true)?;
        tokio::net::TcpListener::from_std(self.listener)
    }
}

/// The example pages in memory, each with the policy of a careful host.
pub struct Examples {
    pages: BTreeMap<String, Arc<[u8]>>,
    widgets: String,
}

impl Examples {
    /// `widgets` is the origin of what they use.
    pub fn new(pages: Vec<File>, widgets: &str) -> Examples {
        let pages = pages.into_iter().map(|file| (["/", &file.path].concat(), file.content)).collect();
        Examples { pages, widgets: widgets.to_owned() }
    }

    fn router(self) -> Router {
        let examples = Arc::new(self);
        Router::new().fallback(move |request: Request| {
            let examples = Arc::clone(&examples);
            async move { examples.answer(request.uri().path()) }
        })
    }

    fn answer(&self, path: &str) -> Response {
        let path = if path == "/" { "/index.html" } else { path };
        let kind = headers::media_type(path).unwrap_or("application/octet-stream");
        let head = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_SECURITY_POLICY, examples::policy(path, &self.widgets)),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            (header::REFERRER_POLICY, "no-referrer".to_owned()),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
        ];
        match self.pages.get(path) {
            Some(page) => (head, page.to_vec()).into_response(),
            None => (StatusCode::NOT_FOUND, head, "Deze pagina bestaat niet.\n").into_response(),
        }
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
