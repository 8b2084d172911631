//! A figure with everything behind it: its value and rounding, and the scalars or figures it was computed from.

use super::Behind;
use super::entry::{Amount, Counts, Day, From, Scalar, Traced};
use crate::figures::{Figure, Inputs, Provenance, Value};
use crate::quantity::Rounding;

/// Traces a figure back to its scalars.
pub fn traced(figure: &Figure, behind: &Behind<'_>) -> Traced {
    Traced {
        name: name(figure, behind),
        value: amount(figure, behind),
        from: from(figure, behind),
    }
}

/// The figure's name as the words write it: with several inspections its own stands before it.
pub fn name(figure: &Figure, behind: &Behind<'_>) -> String {
    if behind.desk.inspections.len() < 2 {
        return figure.name.clone();
    }
    let subject = &figure.subject;
    let own = subject
        .measure
        .as_ref()
        .is_some_and(|measure| figure.name.starts_with(&format!("{}.", measure.word())));
    match (&subject.inspection, &figure.provenance) {
        (Some(inspection), _) if own => format!("{}.{}", inspection.replace('-', "_"), figure.name),
        (_, Provenance::Computed { steps, .. }) if !steps.is_empty() => {
            let names: Vec<String> = steps.iter().map(|step| name(step, behind)).collect();
            format!("{} of {}", subject.column, names.join(" and "))
        }
        _ => figure.name.clone(),
    }
}

fn amount(figure: &Figure, behind: &Behind<'_>) -> Result<Amount, String> {
    let (quantity, of) = match &figure.value {
        Value::Known { quantity, of } => (quantity, of),
        Value::Missing { reason } => return Err(reason.clone()),
    };
    let style = behind.desk.numbers;
    let rating = quantity.rating();
    let rounding = || {
        if quantity.rounded(style.rounding) == quantity.amount {
            return "not rounded".to_owned();
        }
        let halves = match style.rounding {
            Rounding::HalfUp => "halves away from zero",
            Rounding::HalfEven => "halves to the even neighbour",
        };
        let places = if quantity.places == 1 { "place" } else { "places" };
        format!("rounded to {} decimal {places}, {halves}", quantity.places)
    };
    Ok(Amount {
        exact: rating.map_or_else(|| quantity.amount.exact_text(), str::to_owned),
        unit: quantity.unit_name(),
        printed: quantity.print(style),
        of: *of,
        rounding: rating.is_none().then(rounding),
    })
}

fn from(figure: &Figure, behind: &Behind<'_>) -> From {
    match &figure.provenance {
        Provenance::Given { place, source } => From::Given {
            typed: behind.desk.sources.text(*place).to_owned(),
            place: *place,
            source: source.clone(),
        },
        Provenance::Computed { rule, inputs, steps } if steps.is_empty() => From::Computed {
            rule: rule.clone(),
            inputs: scalars(inputs, behind),
            days: days(figure, inputs, behind),
        },
        Provenance::Computed { rule, steps, .. } => From::Derived {
            rule: rule.clone(),
            steps: steps.iter().map(|step| traced(step, behind)).collect(),
        },
    }
}

fn scalars(inputs: &Inputs, behind: &Behind<'_>) -> Vec<Scalar> {
    let scalar = |input: &crate::figures::Input| Scalar {
        label: input.label.clone(),
        typed: match input.typed.as_str() {
            "" => behind.desk.sources.text(input.place).to_owned(),
            typed => typed.to_owned(),
        },
        place: input.place,
    };
    inputs.iter().map(scalar).collect()
}

/// The days of publication that decide which results of a programme a figure is over.
fn days(figure: &Figure, inputs: &Inputs, behind: &Behind<'_>) -> Vec<Day> {
    let own = behind
        .published
        .iter()
        .find(|(name, _)| Some(*name) == figure.subject.inspection.as_deref());
    let Some((own, until)) = own.filter(|_| figure.subject.measure.is_some()) else {
        return Vec::new();
    };
    let files: std::collections::BTreeSet<_> = inputs.iter().map(|input| input.place.file).collect();
    let mut days: Vec<Day> = behind
        .published
        .iter()
        .filter_map(|(inspection, published)| {
            let counts = if inspection == own {
                Counts::UpTo
            } else if files.contains(&published.place.file) {
                Counts::Counted
            } else if published.value > until.value {
                Counts::Later
            } else {
                // Left out for another reason: no member, or no value.
                return None;
            };
            Some(Day {
                inspection: (*inspection).to_owned(),
                typed: published.value.clone(),
                place: published.place,
                counts,
            })
        })
        .collect();
    days.sort_by(|one, other| {
        (one.counts != Counts::UpTo, &one.typed, &one.inspection).cmp(&(
            other.counts != Counts::UpTo,
            &other.typed,
            &other.inspection,
        ))
    });
    days
}
