//! Time zones by their IANA names, from bundled data.

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::finding::did_you_mean;

/// The version of the bundled zone data: `2025b`.
pub const ZONE_DATA_VERSION: &str = chrono_tz::IANA_TZDB_VERSION;

/// A time zone: `Europe/London`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(Tz);

impl Zone {
    /// The IANA name.
    pub fn name(&self) -> &'static str {
        self.0.name()
    }

    pub(super) fn tz(&self) -> Tz {
        self.0
    }
}

/// Why a zone's name was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneError {
    /// What was found.
    pub says: String,
    /// What was expected.
    pub expected: String,
    /// What to do, with the nearest right name.
    pub advice: String,
}

/// The zone of an IANA name such as `Europe/London`, or `UTC`.
///
/// # Errors
/// Unknown names, with the nearest right one; abbreviations and the old one-word names: `EST` has no summer time, and
/// `BST` is three different zones.
pub fn zone(name: &str) -> Result<Zone, ZoneError> {
    let known = name.parse::<Tz>().ok();
    if let Some(tz) = known.filter(|_| name.contains('/') || name == "UTC") {
        return Ok(Zone(tz));
    }
    let says = match known {
        Some(_) => "an abbreviation or an old name, which does not say where".to_owned(),
        None => "an unknown time zone".to_owned(),
    };
    let offset = ["GMT", "UTC"].iter().any(|of| {
        let signed = name
            .strip_prefix(of)
            .and_then(|rest| rest.strip_prefix(['+', '-', '\u{2212}']));
        signed.is_some_and(|hours| hours.starts_with(|c: char| c.is_ascii_digit()))
    });
    let advice = match nearest(name) {
        _ if offset => "an offset says nothing of summer time: write the place, such as `Europe/London` or \
                        `Europe/Paris`"
            .to_owned(),
        Some(near) => format!("did you mean `{near}`?"),
        None => "write the continent and the city; the IANA list of time zones has them all".to_owned(),
    };
    Err(ZoneError {
        says,
        expected: "a zone such as `Europe/London` or `America/New_York`".to_owned(),
        advice,
    })
}

fn nearest(wrong: &str) -> Option<&'static str> {
    // No name is half as long.
    if wrong.len() > 64 {
        return None;
    }
    let usual = match wrong.to_ascii_uppercase().as_str() {
        "GMT" | "BST" | "GB" | "UK" | "WET" => Some("Europe/London"),
        "EST" | "EDT" | "ET" | "EST5EDT" => Some("America/New_York"),
        "CST" | "CDT" | "CT" | "CST6CDT" => Some("America/Chicago"),
        "MST" | "MDT" | "MT" | "MST7MDT" => Some("America/Denver"),
        "PST" | "PDT" | "PT" | "PST8PDT" => Some("America/Los_Angeles"),
        "CET" | "CEST" | "MET" => Some("Europe/Paris"),
        "EET" | "EEST" => Some("Europe/Helsinki"),
        "IST" | "EIRE" => Some("Europe/Dublin"),
        "Z" | "ZULU" | "UCT" => Some("UTC"),
        _ => None,
    };
    let names = || {
        TZ_VARIANTS
            .iter()
            .map(|tz| tz.name())
            .filter(|name| name.contains('/') && !name.starts_with("Etc/"))
    };
    let city = |name: &&str| name.rsplit('/').next().is_some_and(|city| same_city(city, wrong));
    usual
        .or_else(|| names().find(city))
        .or_else(|| did_you_mean(wrong, names()))
}

/// "new york" is `New_York`.
fn same_city(city: &str, wrong: &str) -> bool {
    city.eq_ignore_ascii_case(&wrong.trim().replace([' ', '-'], "_"))
}
