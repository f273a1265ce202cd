//! An address in an object store, and the five things that are asked of it.

use super::Error;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::aws::AmazonS3Builder;
use object_store::azure::MicrosoftAzureBuilder;
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Key;
use object_store::{
    Attributes, ObjectStore, ObjectStoreExt as _, ObjectStoreScheme, PutOptions, RetryConfig,
};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// Where a site is shipped to. Credentials and endpoints come from the variables that each provider's own tools
/// read: `AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT`, `AZURE_STORAGE_ACCOUNT_NAME`, `GOOGLE_SERVICE_ACCOUNT`, and so on.
#[derive(Debug, Clone)]
pub struct Target {
    store: Arc<dyn ObjectStore>,
    /// What stands before every path.
    root: Key,
    address: String,
    /// Whether the store keeps headers with an object; a folder does not.
    headers: bool,
}

impl Target {
    /// # Errors
    /// An address of no known kind, or settings that make no store.
    pub fn open(address: &str) -> Result<Target, Error> {
        Target::open_with(address, std::env::vars())
    }

    /// The same with settings from elsewhere, named as the variables are.
    ///
    /// # Errors
    /// Those of [`Target::open`].
    pub fn open_with(
        address: &str,
        settings: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Target, Error> {
        // Fails only when another provider of TLS was installed, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let unknown = || Error::Address(address.to_owned());
        let url = Url::parse(address).map_err(|_| unknown())?;
        let (scheme, path) = ObjectStoreScheme::parse(&url).map_err(|_| unknown())?;
        let failed =
            |error: object_store::Error| Error::Store { place: address.to_owned(), reason: reason(&error) };
        // `TOKEN` or `REGION` alone is somebody else's.
        let settings = settings.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).filter(
            |(name, _)| ["aws_", "azure_", "google_"].iter().any(|provider| name.starts_with(provider)),
        );
        macro_rules! built {
            ($builder:ident) => {{
                let known = settings.filter_map(|(name, value)| Some((name.parse().ok()?, value)));
                let builder = $builder::new().with_url(address).with_retry(retry());
                Arc::new(
                    known
                        .fold(builder, |builder, (key, value)| builder.with_config(key, value))
                        .build()
                        .map_err(failed)?,
                )
            }};
        }
        let store: Arc<dyn ObjectStore> = match scheme {
            ObjectStoreScheme::AmazonS3 => built!(AmazonS3Builder),
            ObjectStoreScheme::MicrosoftAzure => built!(MicrosoftAzureBuilder),
            ObjectStoreScheme::GoogleCloudStorage => built!(GoogleCloudStorageBuilder),
            ObjectStoreScheme::Local => {
                let folder = url.to_file_path().map_err(|()| unknown())?;
                std::fs::create_dir_all(&folder)
                    .map_err(|reason| Error::Read { path: folder.clone(), reason })?;
                let store = LocalFileSystem::new_with_prefix(folder).map_err(failed)?;
                return Ok(Target {
                    store: Arc::new(store),
                    root: Key::default(),
                    address: trim(address),
                    headers: false,
                });
            }
            _ => return Err(unknown()),
        };
        Ok(Target { store, root: path, address: trim(address), headers: true })
    }

    /// A store that is gone with the process.
    pub fn memory() -> Target {
        let address = "memory:///".to_owned();
        Target { store: Arc::new(InMemory::new()), root: Key::default(), address, headers: true }
    }

    /// The key of a path of the site, whose names are between `/`.
    pub fn key(&self, path: &str) -> Key {
        path.split('/').fold(self.root.clone(), |key, part| key.join(part))
    }

    /// A key as a person finds it.
    pub fn place(&self, key: &Key) -> String {
        let inside = key
            .prefix_match(&self.root)
            .map(|parts| parts.map(|part| part.as_ref().to_owned()).collect::<Vec<_>>());
        [self.address.trim_end_matches('/'), "/", &inside.unwrap_or_default().join("/")].concat()
    }

    pub async fn put(&self, key: &Key, content: Vec<u8>, attributes: Attributes) -> Result<(), Error> {
        let attributes = if self.headers { attributes } else { Attributes::new() };
        let options = PutOptions { attributes, ..PutOptions::default() };
        self.store
            .put_opts(key, content.into(), options)
            .await
            .map(drop)
            .map_err(|error| self.at(key, &error))
    }

    /// `None` where nothing is.
    pub async fn get(&self, key: &Key) -> Result<Option<Vec<u8>>, Error> {
        let found = match self.store.get(key).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        match found {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.at(key, &error)),
        }
    }

    pub async fn copy(&self, from: &Key, to: &Key) -> Result<(), Error> {
        self.store.copy(from, to).await.map_err(|error| self.at(to, &error))
    }

    /// The names in a folder.
    pub async fn names(&self, folder: &str) -> Result<BTreeSet<String>, Error> {
        let folder = self.key(folder);
        let listed = self
            .store
            .list(Some(&folder))
            .map_ok(|object| object.location.filename().unwrap_or_default().to_owned());
        listed.try_collect().await.map_err(|error| self.at(&folder, &error))
    }

    /// Removes what is there; what is not is no error.
    pub async fn remove(&self, keys: Vec<Key>) -> Result<(), Error> {
        let locations = stream::iter(keys.into_iter().map(Ok)).boxed();
        let mut removing = self.store.delete_stream(locations);
        while let Some(removed) = removing.next().await {
            match removed {
                Ok(_) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(self.at(&self.root, &error)),
            }
        }
        Ok(())
    }

    fn at(&self, key: &Key, error: &object_store::Error) -> Error {
        Error::Store { place: self.place(key), reason: reason(error) }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.address)
    }
}

fn trim(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}

/// A store that is away for half a minute is waited for; one that is away longer is said to be.
fn retry() -> RetryConfig {
    RetryConfig { max_retries: 6, retry_timeout: Duration::from_secs(30), ..RetryConfig::default() }
}

/// What went wrong, in a line: the kind where it is known, else the innermost cause.
fn reason(error: &object_store::Error) -> String {
    match error {
        object_store::Error::PermissionDenied { .. } => {
            "the store refused: these credentials may not do this".to_owned()
        }
        object_store::Error::Unauthenticated { .. } => {
            "the store refused: the credentials are missing or wrong".to_owned()
        }
        object_store::Error::NotFound { .. } => "not found; does the bucket or container exist?".to_owned(),
        error => {
            let mut cause: &dyn std::error::Error = error;
            let mut text = cause.to_string();
            while let Some(source) = cause.source() {
                (cause, text) = (source, source.to_string());
            }
            text.lines().next().unwrap_or_default().to_owned()
        }
    }
}
