//! Where results go: standard output or a file that appears only when it is whole.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// An output that is written piece by piece.
pub(crate) enum Output {
    /// Standard output.
    Standard(BufWriter<io::Stdout>),
    /// A file, under another name until it is whole.
    File(BufWriter<File>, PathBuf),
    /// A pipe or a device: it is written as it stands, for a rename would put a file in its place.
    Stream(BufWriter<File>, PathBuf),
}

impl Output {
    /// The file, or standard output without one or for `-`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Error> {
        match path.filter(|p| p.as_os_str() != "-") {
            None => Ok(Output::Standard(BufWriter::new(io::stdout()))),
            Some(path) => Self::open_file(path),
        }
    }

    fn open_file(path: &Path) -> Result<Self, Error> {
        // A link stays a link: what it points to is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if std::fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            let stream = File::options().write(true).open(&path).map_err(Error::writing(&path))?;
            return Ok(Output::Stream(BufWriter::new(stream), path));
        }
        let file = File::create(partial(&path)).map_err(Error::writing(&path))?;
        Ok(Output::File(BufWriter::new(file), path))
    }

    /// Writes what is left and gives the file its name.
    pub(crate) fn close(self) -> Result<(), Error> {
        match self {
            Output::Standard(mut out) => Ok(out.flush()?),
            Output::File(mut out, path) => {
                out.flush().map_err(Error::writing(&path))?;
                std::fs::rename(partial(&path), &path).map_err(Error::writing(&path))
            }
            Output::Stream(mut out, path) => out.flush().map_err(Error::writing(&path)),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Standard(out) => out.write(bytes),
            Output::File(out, _) | Output::Stream(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Standard(out) => out.flush(),
            Output::File(out, _) | Output::Stream(out, _) => out.flush(),
        }
    }
}

/// Writes a whole file.
pub(crate) fn write_file(path: &Path, content: &[u8]) -> Result<(), Error> {
    let mut out = Output::open(Some(path))?;
    out.write_all(content).map_err(Error::writing(path))?;
    out.close()
}

fn partial(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    path.with_file_name(name)
}
