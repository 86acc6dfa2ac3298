//! Files, written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Replaces the content of a file. Until all of it is on the disk the old content stays; a device or pipe is written
/// to as it is.
pub fn write(path: &Path, content: &str) -> anyhow::Result<()> {
    let named = || path.display().to_string();
    let interrupted = Arc::new(AtomicBool::new(false));
    // An interrupt waits the few milliseconds until the file is whole, so that no scrap stays beside it.
    let handlers = [SIGINT, SIGTERM].map(|signal| flag::register(signal, Arc::clone(&interrupted)));
    let written = match fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => into(path, content),
        Ok(found) => replace(path, content, Some(found.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => replace(path, content, None),
        Err(error) => Err(error),
    };
    for handler in handlers.into_iter().flatten() {
        signal_hook::low_level::unregister(handler);
    }
    // What comes now may be interrupted again at once.
    for signal in [SIGINT, SIGTERM] {
        let _ = flag::register_conditional_default(signal, Arc::new(AtomicBool::new(true)));
    }
    written.with_context(named)?;
    anyhow::ensure!(!interrupted.load(Ordering::SeqCst), "{}: written, then interrupted", named());
    Ok(())
}

fn into(path: &Path, content: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    match file.write_all(content.as_bytes()).and_then(|()| file.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn replace(path: &Path, content: &str, permissions: Option<fs::Permissions>) -> io::Result<()> {
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::metadata(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".selisih-");
    #[cfg(unix)]
    {
        // Not the owner's alone, as temporary files are: as open to others as any file made here.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // Its own error names the temporary file, which the reader did not ask for.
    let mut file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    file.as_file_mut().write_all(content.as_bytes())?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|e| e.error)?;
    Ok(())
}
