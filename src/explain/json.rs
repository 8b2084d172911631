//! An explanation for programs: one JSON document, `"format": 1`. docs/json.md has its shape.

use serde_json::{Map, Value, json};

use super::entry::{Claimed, Compared, Counts, Day, Entry, Explanation, From, Part, Tested, Traced, What};
use crate::claims::RestsOn;
use crate::finding::{Place, Sources};
use crate::report::spot;

/// The explanation as JSON.
pub fn json(explanation: &Explanation, sources: &Sources) -> Value {
    let parts: Vec<Value> = explanation.parts.iter().map(|one| part(one, sources)).collect();
    let data = explanation.unprinted_data.iter().map(|kept| {
        json!({
            "name": kept.name,
            "prints": kept.prints,
            "typed": sources.text(kept.place),
            "at": at(kept.place, sources),
        })
    });
    json!({
        "format": 1,
        "notice": explanation.notice,
        "parts": parts,
        "unprinted": figures(&explanation.unprinted, sources),
        "unprinted-data": data.collect::<Vec<_>>(),
    })
}

fn at(place: Place, sources: &Sources) -> Value {
    Value::Object(spot(place, sources))
}

fn figures(all: &[Traced], sources: &Sources) -> Vec<Value> {
    all.iter().map(|one| figure(one, sources)).collect()
}

fn part(part: &Part, sources: &Sources) -> Value {
    let entries: Vec<Value> = part.entries.iter().map(|one| entry(part, one, sources)).collect();
    json!({"part": part.part, "text": part.text, "entries": entries})
}

fn entry(part: &Part, entry: &Entry, sources: &Sources) -> Value {
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| {
        object.insert(name.to_owned(), value);
    };
    let characters = |to: usize| part.text[..to].chars().count();
    put("printed", part.text[entry.range.clone()].into());
    put("start", characters(entry.range.start).into());
    put("end", characters(entry.range.end).into());
    put("sentence", part.text[entry.sentence.clone()].into());
    put("at", entry.at.map(|place| at(place, sources)).into());
    put("expression", entry.expression.clone().into());
    match &entry.what {
        What::Figure(traced) => {
            put("is", "figure".into());
            put("figure", figure(traced, sources));
        }
        What::Data { name, place } => {
            put("is", "data".into());
            put(
                "data",
                json!({"name": name, "typed": sources.text(*place), "at": at(*place, sources)}),
            );
        }
        What::Chosen { by, figures: all } => {
            put("is", "chosen".into());
            let by: Vec<Value> = by
                .iter()
                .map(|(by, place)| json!({"by": by, "at": place.map(|place| at(place, sources))}))
                .collect();
            put("chosen", json!({"by": by, "figures": figures(all, sources)}));
        }
        What::Claim(claim) => {
            put("is", "claim".into());
            put("claim", claimed(claim, sources));
        }
        What::Typed { recognised } => {
            put("is", "typed".into());
            put("recognised", recognised.clone().into());
        }
        What::Program { says, place } => {
            put("is", "program".into());
            let typed = place.map(|place| sources.text(place));
            let place = place.map(|place| at(place, sources));
            put("program", json!({"says": says, "typed": typed, "at": place}));
        }
    }
    Value::Object(object)
}

fn figure(figure: &Traced, sources: &Sources) -> Value {
    let mut object = Map::new();
    object.insert("name".to_owned(), figure.name.clone().into());
    match &figure.value {
        Err(reason) => {
            object.insert("missing".to_owned(), reason.clone().into());
        }
        Ok(amount) => {
            object.insert("exact".to_owned(), amount.exact.clone().into());
            object.insert("unit".to_owned(), amount.unit.clone().into());
            object.insert("prints".to_owned(), amount.printed.clone().into());
            object.insert("rounding".to_owned(), amount.rounding.clone().into());
            if let Some((count, base)) = amount.of {
                object.insert("count".to_owned(), count.into());
                object.insert("base".to_owned(), base.into());
            }
        }
    }
    match &figure.from {
        From::Given { typed, place, source } => {
            let given = json!({"typed": typed, "source": source, "at": at(*place, sources)});
            object.insert("given".to_owned(), given);
        }
        From::Derived { rule, steps } => {
            let computed = json!({"rule": rule, "from": figures(steps, sources)});
            object.insert("computed".to_owned(), computed);
        }
        From::Computed { rule, inputs, days } => {
            let inputs: Vec<Value> = inputs
                .iter()
                .map(|input| {
                    json!({"label": input.label, "typed": input.typed, "at": at(input.place, sources)})
                })
                .collect();
            let days: Vec<Value> = days.iter().map(|one| day(one, sources)).collect();
            let computed = json!({"rule": rule, "inputs": inputs, "days": days});
            object.insert("computed".to_owned(), computed);
        }
    }
    Value::Object(object)
}

fn day(day: &Day, sources: &Sources) -> Value {
    let counts = match day.counts {
        Counts::UpTo => "up-to",
        Counts::Counted => "counted",
        Counts::Later => "later",
    };
    json!({
        "inspection": day.inspection,
        "counts": counts,
        "typed": day.typed,
        "at": at(day.place, sources),
    })
}

fn claimed(claim: &Claimed, sources: &Sources) -> Value {
    let rests_on = match claim.rests_on {
        RestsOn::Condition => "condition",
        RestsOn::Source => "source",
        RestsOn::Reason => "as-written",
        RestsOn::Nothing => "nothing",
    };
    let tests: Vec<Value> = claim.tests.iter().map(|one| tested(one, sources)).collect();
    json!({
        "name": claim.name,
        "rests-on": rests_on,
        "text": claim.text.as_ref().map(|(text, _)| text),
        "text-at": claim.text.as_ref().map(|(_, place)| at(*place, sources)),
        "holds": claim.holds,
        "condition": claim.truth.map(|(exact, printed)| json!({"exact": exact, "printed": printed})),
        "tests": tests,
    })
}

fn tested(test: &Tested, sources: &Sources) -> Value {
    let rows: Vec<Value> = test
        .rows
        .iter()
        .map(|row| {
            let with: Vec<Value> = row
                .with
                .iter()
                .map(|(name, compared)| match compared {
                    Compared::Figures(all) => json!({"name": name, "figures": figures(all, sources)}),
                    Compared::Written(written) => json!({"name": name, "written": written}),
                })
                .collect();
            json!({
                "figure": figure(&row.figure, sources),
                "with": with,
                "holds": row.holds.map(|(exact, printed)| json!({"exact": exact, "printed": printed})),
            })
        })
        .collect();
    json!({"test": test.test, "wanted": test.wanted, "rows": rows})
}
