//! One figure in its place: what every reading of a figure's place is given.

use std::ops::Range;

use super::subjects::Subjects;
use crate::audit::reading::Reading;
use crate::claims::{Desk, Held};
use crate::figures::Figure;

/// A figure printed in a passage, and what is known round it.
#[derive(Clone, Copy)]
pub struct Placed<'a> {
    /// What the words of the notice may speak of.
    pub subjects: &'a Subjects,
    /// The passage.
    pub reading: &'a Reading<'a>,
    /// The claims that were evaluated.
    pub held: &'a [Held],
    /// Where the figure stands: bytes of the passage's text.
    pub range: &'a Range<usize>,
    /// The figure.
    pub figure: &'a Figure,
    /// The notice and its figures.
    pub desk: &'a Desk<'a>,
}
