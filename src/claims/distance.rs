//! How far one figure lies from another: what "by" says.

use crate::figures::Figure;
use crate::quantity::Exact;

/// Whether `said` is the distance of `own` from `from`, either way: their difference, or that in per cent of `from`.
/// `None` where one of them is missing.
pub fn is_distance(said: &Figure, own: &Figure, from: &Figure) -> Option<bool> {
    let said = said.quantity()?.amount.abs();
    let (own, from) = (&own.quantity()?.amount, &from.quantity()?.amount);
    let difference = own.minus(from).abs();
    let relative = difference.over(&from.abs());
    let relative = relative.map(|share| share.times(&Exact::whole(100)));
    Some(said == difference || relative.is_some_and(|relative| said == relative))
}
