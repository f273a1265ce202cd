//! An answer of the site, headers first.

use std::time::Duration;
use ureq::Agent;
use ureq::http::Response;

#[derive(Debug)]
pub struct Answer {
    response: Response<ureq::Body>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    /// A header, `""` when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.response.headers().get(name).map_or("", |value| value.to_str().expect("a header of plain text"))
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("a text in UTF-8")
    }
}

/// Asks for an address as it is: no redirect is followed, nothing is unpacked.
pub fn get(address: &str, headers: &[(&str, &str)]) -> Answer {
    let request =
        headers.iter().fold(agent().get(address), |request, (name, value)| request.header(*name, *value));
    let mut response = request.call().unwrap_or_else(|error| panic!("{address}: {error}"));
    let body = response.body_mut().read_to_vec().unwrap_or_else(|error| panic!("{address}: {error}"));
    Answer { response, body }
}

/// Every status is an answer; what takes minutes on this computer will not come.
pub fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(120)))
        .build()
        .new_agent()
}
