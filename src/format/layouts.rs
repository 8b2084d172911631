//! Layouts: one Tera template a format, built in or the office's own, and the documents they make.

use tera::Tera;

use super::fold::tidy;
use super::text::{WIDTH, wrap};
use super::tree::{Uses, tree};
use super::{Document, Format, all, lint};
use crate::finding::{Code, FileId, Finding};
use crate::release::Release;

/// A layout of the office's own, in place of the built-in one of its format.
#[derive(Debug, Clone, Copy)]
pub struct Override<'s> {
    /// Its format.
    pub format: &'static dyn Format,
    /// The template.
    pub source: &'s str,
    /// The file, for findings.
    pub file: FileId,
}

/// The layouts of a run, one a format, checked and ready.
#[derive(Debug)]
pub struct Layouts {
    layouts: Vec<Layout>,
}

struct Layout {
    format: &'static dyn Format,
    tera: Tera,
    name: String,
    uses: Uses,
    file: Option<FileId>,
}

impl std::fmt::Debug for Layout {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Layout")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Layouts {
    /// Takes the built-in layouts, and `overrides` in place of some.
    ///
    /// Gives every `bad-layout` of all of them: syntax, unknown filters, and names that a release does not have
    /// (which Tera would take for false).
    pub fn new(overrides: &[Override<'_>]) -> Result<Layouts, Vec<Finding>> {
        let mut layouts = Vec::new();
        let mut findings = Vec::new();
        for format in all().iter().copied() {
            let own = overrides
                .iter()
                .find(|own| own.format.extension() == format.extension());
            let source = own.map_or(format.layout(), |own| own.source);
            let file = own.map(|own| own.file);
            let name = format!("notice.{}", format.extension());
            match read(format, &name, source, file) {
                Ok(tera) => layouts.push(Layout {
                    format,
                    tera,
                    name,
                    uses: Uses::of(source),
                    file,
                }),
                Err(found) => findings.extend(found),
            }
        }
        if findings.is_empty() {
            Ok(Layouts { layouts })
        } else {
            Err(findings)
        }
    }

    /// Lays `release` out in `format`. The document is not read back yet: see [`super::read_back`].
    ///
    /// Gives `bad-layout` where the template fails while it runs, with its place in the office's own layout.
    pub fn lay_out(&self, release: &Release, format: &'static dyn Format) -> Result<Document, Vec<Finding>> {
        let layout = self
            .layouts
            .iter()
            .find(|layout| layout.format.extension() == format.extension());
        let Some(Layout {
            tera,
            name,
            uses,
            file,
            ..
        }) = layout
        else {
            let says = format!("there is no layout for {}", format.name());
            return Err(vec![Finding::new(Code::BadLayout, None, says)]);
        };
        let rendered = tera
            .render(name, &tree(release, format, *uses))
            .map_err(|error| {
                let mut findings = lint::findings(&error, "", format, *file);
                for finding in &mut findings {
                    finding.notice = Some(release.name.clone());
                }
                findings
            })?;
        Ok(Document {
            format,
            text: tidy(&rendered),
            layout: *file,
        })
    }
}

fn read(
    format: &'static dyn Format,
    name: &str,
    source: &str,
    file: Option<FileId>,
) -> Result<Tera, Vec<Finding>> {
    let mut tera = Tera::default();
    tera.autoescape_on([format!(".{}", format.extension())]);
    tera.set_escape_fn(format.escape_function());
    tera.register_filter("wrap", wrap_filter);
    tera.add_raw_template(name, source)
        .map_err(|error| lint::findings(&error, source, format, file))?;
    let findings = lint::lint(&tera, name, source, format, file);
    if findings.is_empty() {
        Ok(tera)
    } else {
        Err(findings)
    }
}

/// `{{ text | wrap }}`, `{{ text | wrap(indent=4) }}`: lines of at most 72 columns, all but the first indented.
fn wrap_filter(
    text: tera::StringInput<'_>,
    arguments: tera::Kwargs,
    state: &tera::State<'_>,
) -> tera::TeraResult<tera::Value> {
    let indent: usize = arguments.get("indent")?.unwrap_or(0).min(40);
    let safe = text.rendered(state)?;
    Ok(tera::Value::safe_string(&wrap(
        &safe,
        WIDTH,
        "",
        &" ".repeat(indent),
    )))
}
