//! Ordinary sentences of the newsroom: true ones that must raise nothing, and each one's near relations that must.

use super::*;

const ROWS: &str = "\
safety: {value: 78%, average: 74%, previous: 70%, target: 80%, highest: 83%, lowest: 64%}
repair: {value: 75%, average: 73%, previous: 75%, target: 70%, highest: 82%, lowest: 62%}
waste: {value: 78%, average: 79%, previous: 80%, target: 78%, highest: 86%, lowest: 69%}
wait: {value: 9, previous: 18, average: 10}
crime: {value: 270, previous: 300, year-ago: 135, history: {1974: 250, 1975: 280, 1976: 300}}
overall: {value: Requires improvement, previous: Inadequate}
reports: 17
north: 10
south: 7
trend: {value: -0.3%, margin: 0.5, first-published: -0.1%}";

/// True sentences, each with its condition.
const TRUE: &[(&str, &str)] = &[
    (
        "Visitor safety, at {{ safety.value }}, was [above the average of piers][c].",
        "safety.value is above(than=safety.average)",
    ),
    (
        "Visitor safety work [exceeded the average][c].",
        "safety.value is above(than=safety.average)",
    ),
    (
        "Visitor safety scored [higher than the average of {{ safety.average }}][c].",
        "safety.value is above(than=safety.average)",
    ),
    (
        "[Higher than average][c], visitor safety pleased us.",
        "safety.value is above(than=safety.average)",
    ),
    (
        "Visitor safety fell [short of the target][c].",
        "safety.value is below(than=safety.target)",
    ),
    (
        "Visitor safety was [just short of the target][c].",
        "safety.value is just_below(than=safety.target)",
    ),
    (
        "Visitor safety was [just below the target of {{ safety.target }}][c].",
        "safety.value is just_below(than=safety.target)",
    ),
    (
        "Litter work was [marginally lower than the average][c].",
        "waste.value is just_below(than=waste.average)",
    ),
    (
        "Litter work was [equal to its target][c].",
        "waste.value is equal(to=waste.target)",
    ),
    (
        "Visitor safety was [below the highest score][c].",
        "safety.value is below(than=safety.highest)",
    ),
    (
        "Visitor safety was [well above the lowest of the piers inspected to date][c].",
        "safety.value is well_above(than=safety.lowest)",
    ),
    (
        "Repairs stood [higher than the average][c], but litter did not.",
        "repair.value is above(than=repair.average)",
    ),
    (
        "Visitor safety was [up from {{ safety.previous }} last time][c].",
        "safety.value is rose(from=safety.previous)",
    ),
    (
        "Visitor safety [improved by 8 percentage points][c].",
        "safety.value is improved(from=safety.previous, by=8)",
    ),
    (
        "Visitor safety [rose by {{ safety.change }}][c].",
        "safety.value is rose(from=safety.previous, by=safety.change)",
    ),
    (
        "Visitor safety was [8 points higher than last year][c].",
        "safety.value is rose(from=safety.previous, by=8)",
    ),
    (
        "Repairs were [unchanged][c] at {{ repair.value }}.",
        "repair.value is unchanged(from=repair.previous)",
    ),
    (
        "Repairs [remained the same][c].",
        "repair.value is unchanged(from=repair.previous)",
    ),
    (
        "Waiting times [halved][c].",
        "wait.value is halved(from=wait.previous)",
    ),
    (
        "Waiting times were [better than the average][c].",
        "wait.value is below(than=wait.average)",
    ),
    (
        "Waiting times [fell by half][c].",
        "wait.value is halved(from=wait.previous)",
    ),
    (
        "Thefts [doubled in a year][c].",
        "crime.value is doubled(from=crime.year_ago)",
    ),
    (
        "There were [twice as many thefts as a year ago][c].",
        "crime.value is doubled(from=crime.year_ago)",
    ),
    (
        "There were [{{ crime.value }} thefts, down from {{ crime.previous }}][c].",
        "crime.value is fell(from=crime.previous)",
    ),
    (
        "Thefts [fell by 10 per cent][c].",
        "crime.value is fell(from=crime.previous, by=\"10%\")",
    ),
    (
        "Thefts [fell by 30][c].",
        "crime.value is fell(from=crime.previous, by=30)",
    ),
    (
        "There were [30 fewer][c].",
        "crime.value is fell(from=crime.previous, by=30)",
    ),
    (
        "It is [the lowest number since 1974][c].",
        "crime.value is lowest_since(year=1974)",
    ),
    (
        "It is the lowest number [since 1974][c].",
        "crime.value is lowest_since(year=1974)",
    ),
    (
        "The pier was [rated Requires improvement][c].",
        "overall.value is equal(to=\"Requires improvement\")",
    ),
    (
        "The rating [improved][c].",
        "overall.value is improved(from=overall.previous)",
    ),
    (
        "The rating [moved up a step][c].",
        "overall.value is rose(from=overall.previous, by=1)",
    ),
    (
        "[More than three-quarters][c] of it was done.",
        "safety.value is more_than(share=\"3/4\")",
    ),
    (
        "[Over 75 per cent][c] of it was done.",
        "safety.value is more_than(share=\"75%\")",
    ),
    (
        "[Just over three-quarters of the work][c] was done.",
        "safety.value is just_over(share=\"3/4\")",
    ),
    (
        "[Nearly four in five][c] did well.",
        "safety.value is nearly(share=\"4/5\")",
    ),
    (
        "[Almost four-fifths][c] did well.",
        "safety.value is nearly(share=\"4/5\")",
    ),
    (
        "[Around four in five][c] did well.",
        "safety.value is about(share=\"4/5\")",
    ),
    (
        "[Fewer than four in five][c] did well.",
        "safety.value is less_than(share=\"4/5\")",
    ),
    (
        "[Three-quarters][c] of repairs were done.",
        "repair.value is exactly(share=\"3/4\")",
    ),
    ("[Most of the work][c] was done.", "safety.value is most"),
    ("[More than half][c] was done.", "safety.value is most"),
    (
        "[10 of the 17 reports][c] came from the north.",
        "north.value is most(of=reports.value)",
    ),
    (
        "[Most reports][c] came from the north.",
        "north.value is most(of=reports.value)",
    ),
    (
        "[Nearly 280 thefts][c] were recorded.",
        "crime.value is nearly(number=280)",
    ),
    (
        "The {{ reports.value }} reports are [made up of {{ north.value }} and {{ south.value }}][c].",
        "reports.value is sum_of(parts=[north.value, south.value])",
    ),
    (
        "There was [no clear change][c].",
        "trend.value is no_clear_change",
    ),
    (
        "The change was [not statistically significant][c].",
        "trend.value is no_clear_change",
    ),
    (
        "The figure [was revised down from {{ trend.first_published }}][c].",
        "trend.value is revised(from=trend.first_published)",
    ),
    (
        "Visitor safety was above the average, and [so were repairs][c].",
        "repair.value is above(than=repair.average)",
    ),
    (
        "Litter had [the joint highest score][c].",
        "waste.value is joint_highest(among=[safety.value, repair.value, waste.value])",
    ),
    (
        "Repairs had [the lowest score of the three][c].",
        "repair.value is lowest(among=[safety.value, repair.value, waste.value])",
    ),
    (
        "Visitor safety and repairs were [both above the average][c].",
        "safety.value is above(than=safety.average) and repair.value is above(than=repair.average)",
    ),
    (
        "Litter was [not above the average][c].",
        "waste.value is not above(than=waste.average)",
    ),
    (
        "Litter was [no longer above the average][c].",
        "not waste.value is above(than=waste.average)",
    ),
    (
        "Visitor safety was [not below the average][c].",
        "safety.value is above(than=safety.average)",
    ),
];

/// False sentences or conditions, each with the code it must raise.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "[Two of the three scores][c] were below the average.",
        "[safety.value, repair.value, waste.value] is above(than=measures.average, exactly=2)",
        "claim-words-differ",
    ),
    (
        "Visitor safety was below the average, and [so were repairs][c].",
        "repair.value is above(than=repair.average)",
        "claim-words-differ",
    ),
    (
        "Visitor safety was [below the average of piers][c].",
        "safety.value is above(than=safety.average)",
        "claim-words-differ",
    ),
    (
        "Visitor safety was [above the average of piers][c].",
        "safety.value is below(than=safety.average)",
        "claim-words-differ",
    ),
    (
        "Litter was [above the average of piers][c].",
        "safety.value is above(than=safety.average)",
        "claim-words-differ",
    ),
    (
        "Visitor safety was [above the target][c].",
        "safety.value is above(than=safety.average)",
        "claim-words-differ",
    ),
    (
        "Visitor safety was [far above the average][c].",
        "safety.value is above(than=safety.average)",
        "claim-words-differ",
    ),
    (
        "Visitor safety [fell][c].",
        "safety.value is rose(from=safety.previous)",
        "claim-words-differ",
    ),
    (
        "Visitor safety [rose by 8 per cent][c].",
        "safety.value is rose(from=safety.previous, by=8)",
        "points-or-percent",
    ),
    (
        "Visitor safety [rose by 7 percentage points][c].",
        "safety.value is rose(from=safety.previous, by=8)",
        "claim-words-differ",
    ),
    (
        "Repairs [rose][c].",
        "repair.value is rose(from=repair.previous)",
        "claim-not-supported",
    ),
    (
        "Waiting times [worsened][c].",
        "wait.value is fell(from=wait.previous)",
        "claim-words-differ",
    ),
    (
        "Waiting times [doubled][c].",
        "wait.value is halved(from=wait.previous)",
        "claim-words-differ",
    ),
    (
        "It is [the lowest number since 1975][c].",
        "crime.value is lowest_since(year=1974)",
        "claim-words-differ",
    ),
    (
        "It is [the highest number since 1974][c].",
        "crime.value is lowest_since(year=1974)",
        "claim-words-differ",
    ),
    (
        "It is [the lowest number on record][c].",
        "crime.value is lowest_since(year=1974)",
        "claim-words-differ",
    ),
    (
        "It is [the lowest on record][c].",
        "crime.value is record_low",
        "claim-not-supported",
    ),
    (
        "The pier was [rated Good][c].",
        "overall.value is equal(to=\"Requires improvement\")",
        "claim-words-differ",
    ),
    (
        "The pier was [rated Good][c].",
        "overall.value is equal(to=\"Good\")",
        "claim-not-supported",
    ),
    (
        "[More than four in five][c] did well.",
        "safety.value is more_than(share=\"3/4\")",
        "claim-words-differ",
    ),
    (
        "[More than four in five][c] did well.",
        "safety.value is more_than(share=\"4/5\")",
        "claim-not-supported",
    ),
    (
        "[Nearly three-quarters][c] did well.",
        "safety.value is just_over(share=\"3/4\")",
        "claim-words-differ",
    ),
    (
        "[Most][c] did badly.",
        "south.value is most(of=reports.value)",
        "claim-not-supported",
    ),
    (
        "[11 of the 17 reports][c] came from the north.",
        "north.value is most(of=reports.value)",
        "claim-words-differ",
    ),
    (
        "The trend was [down][c].",
        "trend.value is decrease",
        "claim-not-supported",
    ),
    (
        "Sales [fell][c].",
        "trend.value is no_clear_change",
        "claim-words-differ",
    ),
    (
        "Litter had [the highest score][c].",
        "waste.value is highest(among=[safety.value, repair.value, waste.value])",
        "claim-not-supported",
    ),
    (
        "The figure [was revised up][c].",
        "trend.value is revised(from=trend.first_published)",
        "claim-words-differ",
    ),
    (
        "Visitor safety is [a disaster that fell][c].",
        "safety.value is above(than=safety.average)",
        "claim-words-differ",
    ),
];

#[test]
fn true_sentences_raise_nothing() {
    let mut wrong = Vec::new();
    for (sentence, condition) in TRUE {
        let found = codes(ROWS, sentence, condition);
        if !found.is_empty() {
            wrong.push(format!("{sentence} — {condition}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn wrong_sentences_are_told() {
    let mut wrong = Vec::new();
    for (sentence, condition, code) in WRONG {
        let found = codes(ROWS, sentence, condition);
        if !found.contains(code) {
            wrong.push(format!("{sentence} — {condition}: {found:?}, not {code}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
