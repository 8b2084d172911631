//! The files of an office folder: found, read into memory, copied elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use pressroom::press::InputFile;

/// Every file under `folder`, in the folders inside it too, sorted; none where it is not there.
pub fn under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("readable").path();
            if path.is_dir() { &mut folders } else { &mut found }.push(path);
        }
    }
    found.sort();
    found
}

/// The path of a file from `root`, with `/` between its parts.
pub fn relative(path: &Path, root: &Path) -> String {
    let inside = path.strip_prefix(root).expect("inside");
    inside.to_string_lossy().replace('\\', "/")
}

/// The YAML of the office at `home`, as the library takes it.
pub fn inputs(home: &Path) -> Vec<InputFile> {
    let files = under(&home.join("data")).into_iter();
    let yaml = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    yaml.map(|path| InputFile {
        path: relative(&path, home),
        bytes: fs::read(&path).expect("readable"),
    })
    .collect()
}

/// Copies everything under `from` to the same paths under `to`.
pub fn copy(from: &Path, to: &Path) {
    for path in under(from) {
        let copied = to.join(path.strip_prefix(from).expect("inside"));
        fs::create_dir_all(copied.parent().expect("a folder")).expect("made");
        fs::copy(&path, &copied).expect("copied");
    }
}
