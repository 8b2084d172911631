//! What stands inside a line: runs of text with their origin, emphasis, links and claims.

use std::sync::Arc;

use crate::figures::Figure;
use crate::finding::Place;

/// A line or paragraph.
pub type Inlines = Vec<Inline>;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text of one origin.
    Run(Run),
    /// A line break that the author set.
    Break,
    /// `*emphasis*`
    Emphasis(Inlines),
    /// `**strong**`
    Strong(Inlines),
    /// A link; the address is http(s), mailto or tel.
    Link {
        /// The address.
        address: String,
        /// The text; the address itself for `<https://…>`.
        text: Inlines,
    },
    /// `[words][name]`: a claim.
    Claim {
        /// Its name under `claims:`.
        name: String,
        /// The words.
        words: Inlines,
        /// Where `[words][name]` stands.
        place: Place,
    },
}

/// Text of one origin, never markup: a format escapes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters as they print.
    pub text: String,
    /// Where they come from.
    pub origin: Origin,
}

/// Where printed characters come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Typed in the words; each byte of the text stands at the byte of the place as far along.
    Literal(Place),
    /// A figure, printed by an expression.
    Figure {
        /// The figure.
        figure: Arc<Figure>,
        /// The expression that prints it: `{{ control.value }}`.
        place: Place,
    },
    /// Typed as a plain text: inside an expression, `{{ "text" }}`, or where the data take no Markdown, such as a
    /// quotation's `verb:` and the reason of a missing value.
    Written {
        /// The expression, or the text of the data.
        place: Place,
        /// The figure that chose it among others: `| plural(one=…, other=…)`.
        basis: Option<Arc<Basis>>,
    },
    /// A text of the data (an area, a programme's name), printed by an expression.
    Data {
        /// The expression that prints it.
        place: Place,
        /// What it rests on; `None` where the expression alone says that.
        basis: Option<Arc<Basis>>,
    },
    /// Set by the program: quotation marks, attributions, dates, the embargo line.
    Program,
}

/// What a text or date of the data, or words chosen from figures, rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// One scalar of the data.
    Kept {
        /// Its name in the words: `facts.started`.
        name: String,
        /// Where it stands.
        place: Place,
    },
    /// Words that a filter chose.
    Chosen {
        /// The filter: `against`.
        by: &'static str,
        /// The kind of claim that the words make, `above`; none where they claim nothing.
        claim: Option<&'static str>,
        /// The figures it compared.
        figures: Vec<Arc<Figure>>,
    },
}

impl Inline {
    /// A run set by the program.
    pub fn program(text: impl Into<String>) -> Inline {
        Inline::Run(Run {
            text: text.into(),
            origin: Origin::Program,
        })
    }
}

/// The plain text of `inlines`, as a reader sees it; a break is a line feed.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect(inlines, &mut text);
    text
}

fn collect(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Run(run) => text.push_str(&run.text),
            Inline::Break => text.push('\n'),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Claim { words: inner, .. } => collect(inner, text),
        }
    }
}
