//! Ratings: the scale's own names, letter for letter.

use super::refusal::refused;
use super::{ReadError, ReadKind};
use crate::finding::did_you_mean;
use crate::quantity::{Exact, Scale};

/// The step of the rating named `text`, from 0.
pub(super) fn read(text: &str, scale: &Scale) -> Result<Exact, ReadError> {
    let step = scale.ratings.iter().position(|rating| rating == text);
    if let Some(step) = step.and_then(|step| i64::try_from(step).ok()) {
        return Ok(Exact::whole(step));
    }
    if super::means_missing(text) {
        return Err(super::missing());
    }
    let nearest = did_you_mean(text, scale.ratings.iter().map(String::as_str));
    let what = match nearest {
        Some(near) if near.to_lowercase() == text.to_lowercase() => {
            "a rating with other capitals than the scale's"
        }
        _ => "a rating that is not on the scale",
    };
    Err(
        refused(what, "write one of the scale's ratings, letter for letter")
            .kind(ReadKind::OutOfRange)
            // Which rating was meant is as good as the rating itself: not for a public log.
            .shown(nearest.map(|near| format!("did you mean `{near}`?"))),
    )
}
