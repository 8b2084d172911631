//! Whether what is said holds, exactly and as printed.
//!
//! Where "just", "well" or "about" would need the house's own tolerances, the answer is open: `None`.

use super::amount::Ratio;
use super::data::{Cell, Data};
use super::{How, Says, Way};

/// Surely near, in percentage points.
const NEAR: i128 = 2;
/// Surely far.
const FAR: i128 = 10;

/// Whether `says` holds of `subject` beside `beside`; `None` where it is open.
pub fn weigh(says: &Says, subject: &[String], beside: &[String], data: &Data) -> Option<bool> {
    let own = subject.first().and_then(|path| data.cell(path));
    let other = || beside.first().and_then(|path| data.cell(path));
    match says {
        Says::Not(inner) => weigh(inner, subject, beside, data).map(|holds| !holds),
        Says::Side(way, how) => side(own?, other()?, *way, *how),
        Says::Moved(Way::Even) => flat(own?, other()?),
        Says::Moved(way) => side(own?, other()?, *way, How::Any),
        Says::Rows(count, of, way) => {
            let holding = count_rows(subject, beside, data, *way)?;
            let all = u64::try_from(subject.len()).ok()?;
            Some(holding == *count && of.is_none_or(|of| of == all))
        }
        Says::AtLeast(count, way) => Some(count_rows(subject, beside, data, *way)? >= *count),
        Says::MostRows(way) => {
            let holding = count_rows(subject, beside, data, *way)?;
            Some(2 * holding > u64::try_from(subject.len()).ok()?)
        }
        Says::All(way) => {
            let holding = count_rows(subject, beside, data, *way)?;
            Some(holding == u64::try_from(subject.len()).ok()?)
        }
        Says::Share(way, how, over, under) => share(own?, *way, *how, (*over).into(), (*under).into()),
        Says::Rank(top, nth, joint) => rank(own?, beside, data, *top, *nth, *joint),
        Says::Better(better) => {
            let way = if own?.measure.better? == *better {
                Way::Up
            } else {
                Way::Down
            };
            side(own?, other()?, way, How::Any)
        }
        Says::Times(over, under, more) => {
            let bound = other()?.exact.times(Ratio::new((*over).into(), (*under).into()));
            let exact = own?.exact;
            let beyond = if over > under {
                exact > bound
            } else {
                exact < bound
            };
            match (exact == bound, more) {
                (true, more) => Some(!more),
                (false, true) => Some(beyond),
                // "Doubled" of something near the double: the house decides how near.
                (false, false) => {
                    let off = exact.minus(bound).size();
                    (off > bound.times(Ratio::new(1, 4))).then_some(false)
                }
            }
        }
        Says::Scale(top) => {
            let last = i128::try_from(own?.measure.scale.len()).ok()? - 1;
            Some(own?.exact == Ratio::whole(if *top { last } else { 0 }))
        }
        Says::Record(top, since) => record(subject.first()?, data, *top, *since),
        Says::MovedBy(way, by, relative) => moved_by(own?, other()?, *way, *by, *relative),
        Says::RevisedTo(way) => side(own?, other()?, *way, How::Any),
        Says::Sum => {
            let parts = beside.iter().map(|path| data.cell(path).map(|cell| cell.exact));
            let whole = parts.sum::<Option<Ratio>>()?;
            Some(own?.exact == whole)
        }
        Says::Revised => Some(own?.exact != other()?.exact),
        Says::Change(way) => {
            let margin = data.cell(&subject.first()?.replace(".value", ".margin"))?.exact;
            let clear = own?.exact.size() > margin;
            let up = own?.exact > Ratio::whole(0);
            Some(match way {
                Way::Even => !clear,
                Way::Up => clear && up,
                Way::Down => clear && !up,
            })
        }
    }
}

/// Whether a figure stands so beside another. What holds exactly must hold as printed too.
fn side(own: &Cell, other: &Cell, way: Way, how: How) -> Option<bool> {
    let places = own.measure.places;
    let (exact, bound) = (own.exact, other.exact);
    let (printed, beside) = (exact.rounded(places), bound.rounded(places));
    let off = exact.minus(bound).size();
    match (way, how) {
        (Way::Even, How::About) => near(off),
        (Way::Even, _) if exact == bound => Some(true),
        (Way::Even, _) if printed == beside => None,
        (Way::Even, _) => Some(false),
        (Way::Up, how) if exact > bound && printed > beside => at_distance(off, how),
        (Way::Down, how) if exact < bound && printed < beside => at_distance(off, how),
        _ => Some(false),
    }
}

/// Whether nothing moved; a little is the house's to decide.
fn flat(own: &Cell, other: &Cell) -> Option<bool> {
    let off = own.exact.minus(other.exact).size();
    if off == Ratio::whole(0) {
        Some(true)
    } else {
        (off > other.exact.size().times(Ratio::new(1, 20))).then_some(false)
    }
}

/// Whether a figure moved by so much as would be printed.
fn moved_by(own: &Cell, other: &Cell, way: Way, by: Ratio, relative: bool) -> Option<bool> {
    if side(own, other, way, How::Any) != Some(true) {
        return side(own, other, way, How::Any);
    }
    let off = own.exact.minus(other.exact).size();
    let off = if relative {
        off.times(Ratio::whole(100)).over(other.exact)
    } else {
        off
    };
    Some(off.rounded(by.places()) == by)
}

fn at_distance(off: Ratio, how: How) -> Option<bool> {
    match how {
        How::Just | How::About => near(off),
        How::Well => near(off).map(|near| !near),
        How::Any => Some(true),
    }
}

fn near(off: Ratio) -> Option<bool> {
    if off <= Ratio::whole(NEAR) {
        Some(true)
    } else if off >= Ratio::whole(FAR) {
        Some(false)
    } else {
        None
    }
}

fn share(own: &Cell, way: Way, how: How, over: i128, under: i128) -> Option<bool> {
    let exact = match own.base {
        Some(base) if own.measure.unit != "%" => own.exact.times(Ratio::whole(100)).over(base),
        _ => own.exact,
    };
    let bound = Ratio::new(100 * over, under);
    let off = exact.minus(bound).size();
    let places = own.measure.places;
    let level = exact.rounded(places) == bound.rounded(places);
    match (way, how) {
        (Way::Even, How::Any) if exact == bound => Some(true),
        (Way::Even, How::Any) if level => None,
        (Way::Even, How::Any) => Some(false),
        (Way::Even, _) if off <= Ratio::new(1, 2) => Some(true),
        (Way::Even, _) => (off >= Ratio::whole(FAR)).then_some(false),
        (Way::Up, how) if exact > bound => {
            if level {
                None
            } else {
                at_distance(off, how)
            }
        }
        (Way::Down, how) if exact < bound => {
            if level {
                None
            } else {
                at_distance(off, how)
            }
        }
        _ => Some(false),
    }
}

fn count_rows(subject: &[String], beside: &[String], data: &Data, way: Way) -> Option<u64> {
    let mut count = 0;
    for (own, other) in subject.iter().zip(beside) {
        count += u64::from(side(data.cell(own)?, data.cell(other)?, way, How::Any)?);
    }
    Some(count)
}

fn rank(own: &Cell, set: &[String], data: &Data, top: bool, nth: usize, joint: bool) -> Option<bool> {
    let mut beyond = 0;
    let mut level = 0;
    for path in set {
        let other = data.cell(path)?;
        let places = own.measure.places;
        if other.exact == own.exact {
            level += 1;
        } else if other.exact.rounded(places) == own.exact.rounded(places) {
            return None;
        } else if (other.exact > own.exact) == top {
            beyond += 1;
        }
    }
    Some(beyond + 1 == nth && (level > 1) == joint)
}

fn record(path: &str, data: &Data, top: bool, since: Option<u64>) -> Option<bool> {
    let own = data.cell(path)?;
    let prefix = path.replace('_', "-").replace(".value", ".history.");
    let mut bar = None;
    let mut beaten = true;
    let years = data
        .cells
        .keys()
        .filter_map(|name| name.strip_prefix(&prefix)?.parse().ok());
    let last: Option<u64> = years.max();
    let inspection = path.split_once('.').map_or("", |(inspection, _)| inspection);
    let inspection = inspection.replace('_', "-");
    let own_year = data
        .years
        .get(&format!("{inspection}."))
        .or_else(|| data.years.get(""))
        .copied();
    for (name, cell) in &data.cells {
        let Some(year) = name
            .strip_prefix(&prefix)
            .and_then(|year| year.parse::<u64>().ok())
        else {
            continue;
        };
        // The last year of a history may be this very result; of another year it is a tie, and no record.
        if last == Some(year) && own.exact == cell.exact && own_year == Some(year) {
            continue;
        }
        let beyond = if top {
            own.exact > cell.exact
        } else {
            own.exact < cell.exact
        };
        if since == Some(year) {
            bar = Some(beyond);
        } else if since.is_none_or(|since| year > since) {
            beaten &= beyond;
        }
    }
    match (since, bar) {
        // "The lowest since 1974": every later year was higher, and 1974 was not.
        // That the year itself was no bar makes it true of an earlier year too: the house decides.
        (Some(_), Some(true)) if beaten => None,
        (Some(_), Some(_)) => Some(beaten),
        (Some(_), None) => Some(false),
        (None, _) => Some(beaten),
    }
}
