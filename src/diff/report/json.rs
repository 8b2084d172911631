//! What changed, for programs: one document, `"format": 1`.

use serde_json::{Map, Value, json as object};

use super::Overview;
use crate::diff::{Change, ChangedSentence, Fate, MovedScalar};
use crate::marked::Piece;

/// `{"format": 1, "base": …, "notices": […], "layouts": […], "untouched": 40}`: the notices that changed, each with
/// `notice`, `fate` and, where it changed, `figures`, `cells`, `sentences`, `claims`, `sign-offs-lapsed`,
/// `errors-now` and `errors-gone`. A value that was or is not there is `null`.
pub fn json(overview: &Overview) -> Value {
    let notices: Vec<Value> = overview
        .touched()
        .map(|(name, fate)| notice(name, fate))
        .collect();
    object!({
        "format": 1,
        "base": overview.base,
        "notices": notices,
        "layouts": overview.layouts,
        "untouched": overview.untouched(),
    })
}

fn notice(name: &str, fate: &Fate) -> Value {
    let mut all = Map::new();
    all.insert("notice".to_owned(), name.into());
    let word = match fate {
        Fate::Added => "added",
        Fate::Removed => "removed",
        Fate::Changed(_) => "changed",
        Fate::Untouched => "untouched",
    };
    all.insert("fate".to_owned(), word.into());
    if let Fate::Changed(change) = fate {
        details(change, &mut all);
    }
    Value::Object(all)
}

fn details(change: &Change, all: &mut Map<String, Value>) {
    let value = |value: &Option<(String, String)>| match value {
        Some((printed, exact)) => object!({"printed": printed, "exact": exact}),
        None => Value::Null,
    };
    let figures = change.figures.iter().map(|figure| {
        object!({
            "name": figure.name,
            "before": value(&figure.before),
            "after": value(&figure.after),
            "change": figure.change,
            "in-words": figure.in_words,
            "moved-by": figure.scalars.iter().map(scalar).collect::<Vec<_>>(),
        })
    });
    let cells = change.cells.iter().map(|cell| {
        object!({
            "table": cell.table,
            "row": cell.row,
            "column": cell.column,
            "before": cell.before,
            "after": cell.after,
        })
    });
    let claims = change.claims.iter();
    let claims = claims.map(|claim| {
        object!({
            "name": claim.name,
            "before": claim.before,
            "after": claim.after,
            "held": claim.held,
            "holds": claim.holds,
        })
    });
    let mut add = |key: &str, list: Vec<Value>| all.insert(key.to_owned(), list.into());
    add("figures", figures.collect());
    add("cells", cells.collect());
    add("sentences", change.sentences.iter().map(sentence).collect());
    add("claims", claims.collect());
    let texts = |lines: &[String]| lines.iter().map(|line| line.as_str().into()).collect();
    add("sign-offs-lapsed", texts(&change.lapsed));
    add("errors-now", texts(&change.refusals));
    add("errors-gone", texts(&change.cleared));
}

fn scalar(scalar: &MovedScalar) -> Value {
    object!({"place": scalar.place, "before": scalar.before, "after": scalar.after})
}

fn sentence(sentence: &ChangedSentence) -> Value {
    let pieces = sentence.pieces().into_iter().map(|piece| match piece {
        Piece::Same(words) => object!({"same": words}),
        Piece::Removed(words) => object!({"removed": words}),
        Piece::Added(words) => object!({"added": words}),
    });
    object!({
        "part": sentence.part,
        "before": sentence.before,
        "after": sentence.after,
        "pieces": pieces.collect::<Vec<_>>(),
    })
}
