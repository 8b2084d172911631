//! From a condition's names to figures: what each row of a test compares, and what the data say beside it.

use std::sync::Arc;

use indexmap::IndexMap;

use super::Desk;
use super::condition::{Fault, Operand, Test, What};
use super::kinds::{COUNTERS, Kind};
use super::reading::{Given, Reading, Row};
use crate::figures::{Beside, Figure, Seen};
use crate::finding::{Code, did_you_mean, list_names};
use crate::quantity::Rounding;

/// A test with its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// One, or one a row of a list.
    pub rows: Vec<CaseRow>,
    /// How many of the rows must hold.
    pub count: Count,
    /// Whether the subject is a list.
    pub listed: bool,
    /// Which of the rows hold, by the exact and by the printed values.
    pub held: Vec<bool>,
    /// Whether the test as a whole holds, each `not` before it turned round again.
    pub holds: bool,
}

/// One figure with its arguments and what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseRow {
    /// The figure tested.
    pub figure: Arc<Figure>,
    /// The arguments for this row.
    pub arguments: IndexMap<String, Given>,
    /// What the data say beside it.
    pub beside: Arc<Beside>,
}

impl CaseRow {
    /// A figure with its arguments, and what it carries of its row.
    pub fn new(figure: &Arc<Figure>, arguments: IndexMap<String, Given>) -> Self {
        CaseRow {
            figure: Arc::clone(figure),
            arguments,
            beside: figure.subject.beside.clone().unwrap_or_default(),
        }
    }

    /// The row as a kind judges it.
    pub fn read(&self, kind: &'static Kind, reading: Reading, rounding: Rounding) -> Row<'_> {
        Row {
            kind,
            figure: &self.figure,
            arguments: &self.arguments,
            beside: &self.beside,
            reading,
            rounding,
        }
    }
}

/// How many rows must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// All.
    Every,
    /// So many, no more and no fewer.
    Exactly(usize),
    /// So many or more.
    AtLeast(usize),
    /// So many or fewer.
    AtMost(usize),
    /// More than half.
    Most,
}

impl Count {
    /// Whether `held` of `all` rows are enough.
    pub fn admits(self, held: usize, all: usize) -> bool {
        match self {
            Count::Every => held == all,
            Count::Exactly(count) => held == count,
            Count::AtLeast(count) => held >= count,
            Count::AtMost(count) => held <= count,
            Count::Most => held * 2 > all,
        }
    }

    /// Whether enough rows hold, by their exact and by their printed values, or, `negated`, the contrary. Of a list whose
    /// every row must hold the contrary is that no row does: "the scores were not above it" is said of all of them.
    pub fn truth(self, rows: &[(bool, bool)], negated: bool) -> (bool, bool) {
        let fits = |holds: fn(&(bool, bool)) -> bool| {
            let held = rows.iter().filter(|row| holds(row)).count();
            match (self, negated) {
                (Count::Every, true) => held == 0,
                _ => self.admits(held, rows.len()) ^ negated,
            }
        };
        let (exact, printed) = (fits(|row| row.0), fits(|row| row.1));
        // As many rows, but not the same ones, are no rows that a reader can point at.
        (exact, printed && (!exact || fits(|row| row.0 && row.1)))
    }
}

/// The figures of a test.
///
/// # Errors
/// Every name that leads nowhere, and every row that lacks what it is to be compared with.
pub fn resolve(test: &Test, desk: &Desk<'_>) -> Result<Case, Vec<Fault>> {
    let mut faults = Vec::new();
    let subject = figures_of(&test.subject, desk, &mut faults);
    let count = count_of(test, &mut faults);
    let mut arguments = Vec::new();
    for argument in test
        .arguments
        .iter()
        .filter(|argument| !COUNTERS.contains(&argument.name.as_str()))
    {
        if let Some(value) = value_of(&argument.value, desk, &mut faults) {
            arguments.push((argument, value));
        }
    }
    let Some((figures, listed)) = subject.filter(|_| faults.is_empty()) else {
        return Err(faults);
    };
    if !listed && count != Count::Every {
        faults.push(fault(
            Code::BadCondition,
            test,
            "rows are counted, and there is one figure only",
            "test a list, such as `measures.value`, or leave the count out",
        ));
    }
    let mut rows = Vec::new();
    for figure in figures {
        let mut own = IndexMap::new();
        for (argument, value) in &arguments {
            match for_row(value, &figure, test.kind.takes_whole(&argument.name)) {
                Some(given) => {
                    own.insert(argument.name.clone(), given);
                }
                None => faults.push(Fault {
                    code: Code::MissingValueUsed,
                    range: argument.value.range.clone(),
                    says: format!("`{}` has no partner in `{}=`", figure.name, argument.name),
                    advice: "give the column for every measure in the inspection's file, or test the measures one by one"
                        .to_owned(),
                    because: None,
                }),
            }
        }
        rows.push(CaseRow::new(&figure, own));
    }
    if rows.is_empty() {
        faults.push(fault(
            Code::BadCondition,
            test,
            "the list is empty",
            "test a list that has rows",
        ));
    }
    if faults.is_empty() {
        Ok(Case {
            rows,
            count,
            listed,
            held: Vec::new(),
            holds: false,
        })
    } else {
        Err(faults)
    }
}

fn fault(code: Code, test: &Test, says: &str, advice: &str) -> Fault {
    Fault {
        code,
        range: test.range.clone(),
        says: says.to_owned(),
        advice: advice.to_owned(),
        because: None,
    }
}

fn count_of(test: &Test, faults: &mut Vec<Fault>) -> Count {
    for argument in &test.arguments {
        let number = match &argument.value.what {
            What::Number(number) => number.to_whole().and_then(|number| usize::try_from(number).ok()),
            _ => None,
        };
        let count = match (argument.name.as_str(), number, &argument.value.what) {
            ("exactly", Some(number), _) => Count::Exactly(number),
            ("at_least", Some(number), _) => Count::AtLeast(number),
            ("at_most", Some(number), _) => Count::AtMost(number),
            ("most", _, What::Flag(true)) => Count::Most,
            (name, ..) if COUNTERS.contains(&name) => {
                faults.push(Fault {
                    code: Code::BadCondition,
                    range: argument.value.range.clone(),
                    says: format!("`{name}` counts rows"),
                    advice: if name == "most" {
                        "write `most=true`".to_owned()
                    } else {
                        format!("write a whole number: `{name}=2`")
                    },
                    because: None,
                });
                Count::Every
            }
            _ => continue,
        };
        return count;
    }
    Count::Every
}

/// The figure, or figures, that an operand leads to, and whether it is a list.
fn figures_of(
    operand: &Operand,
    desk: &Desk<'_>,
    faults: &mut Vec<Fault>,
) -> Option<(Vec<Arc<Figure>>, bool)> {
    match value_of(operand, desk, faults)? {
        Given::Figure(figure) => Some((vec![figure], false)),
        Given::Figures(figures) => Some((figures, true)),
        _ => {
            faults.push(Fault {
                code: Code::BadCondition,
                range: operand.range.clone(),
                says: "a test begins with a figure or a list of figures".to_owned(),
                advice: "write a name such as `control.value` or `measures.value`".to_owned(),
                because: None,
            });
            None
        }
    }
}

/// What an operand holds, before it is dealt out to the rows.
fn value_of(operand: &Operand, desk: &Desk<'_>, faults: &mut Vec<Fault>) -> Option<Given> {
    Some(match &operand.what {
        What::Number(number) => Given::Number(number.clone()),
        What::Ratio(of, out_of) => Given::Ratio(of.clone(), out_of.clone()),
        What::Text(text) => Given::Text(text.clone()),
        What::Flag(flag) => Given::Flag(*flag),
        What::List(items) => {
            let mut figures = Vec::new();
            for item in items {
                figures.extend(figures_of(item, desk, faults)?.0);
            }
            Given::Figures(figures)
        }
        What::Path(parts) => {
            let names: Vec<&str> = parts.iter().map(|(part, _)| part.as_str()).collect();
            match desk.scope.find(&names) {
                Ok(seen) => seen_as(seen, operand, faults)?,
                Err(unknown) => {
                    let (wrong, range) = &parts[unknown.part.min(parts.len() - 1)];
                    faults.push(unknown_name(
                        wrong,
                        range.clone(),
                        &names[..unknown.part],
                        &unknown.known,
                    ));
                    return None;
                }
            }
        }
    })
}

fn seen_as(seen: &Seen, operand: &Operand, faults: &mut Vec<Fault>) -> Option<Given> {
    let mut refuse = |says: String, advice: String| {
        faults.push(Fault {
            code: Code::UnknownFigure,
            range: operand.range.clone(),
            says,
            advice,
            because: None,
        });
        None
    };
    let path = operand.path().unwrap_or_default();
    match seen {
        Seen::Figure(figure) => Some(Given::Figure(Arc::clone(figure))),
        Seen::List(items) => {
            let figures: Vec<Arc<Figure>> = items
                .iter()
                .filter_map(|item| match item {
                    Seen::Figure(figure) => Some(Arc::clone(figure)),
                    _ => None,
                })
                .collect();
            if figures.len() == items.len() && !figures.is_empty() {
                Some(Given::Figures(figures))
            } else {
                refuse(
                    format!("`{path}` is no list of figures"),
                    "write, say, `measures.value`".to_owned(),
                )
            }
        }
        Seen::Group(group) => {
            let fields: Vec<&str> = group
                .keys()
                .map(String::as_str)
                .filter(|name| !name.contains("__"))
                .collect();
            refuse(
                format!("`{path}` is a whole group of figures"),
                format!("say which: it has `{}`", fields.join("`, `")),
            )
        }
        Seen::Text(_) => refuse(
            format!("`{path}` is a text, and a condition compares figures"),
            "write a name such as `control.value`".to_owned(),
        ),
    }
}

fn unknown_name(wrong: &str, range: std::ops::Range<usize>, before: &[&str], known: &[String]) -> Fault {
    let known = || known.iter().map(String::as_str);
    let (says, advice) = if before.is_empty() {
        let advice = match did_you_mean(wrong, known()) {
            Some(nearest) => format!("did you mean `{nearest}`? (`pressroom facts NOTICE` lists all names)"),
            None => "`pressroom facts NOTICE` lists every name a condition can see".to_owned(),
        };
        (format!("the condition can see nothing called `{wrong}`"), advice)
    } else {
        (
            format!("`{}` has no `{wrong}`", before.join(".")),
            list_names(wrong, known()),
        )
    };
    Fault {
        code: Code::UnknownFigure,
        range,
        says,
        advice,
        because: None,
    }
}

/// A row's own value of an argument: from a list the figure about the same measure and inspection.
pub fn for_row(given: &Given, figure: &Figure, whole: bool) -> Option<Given> {
    match given {
        Given::Figures(figures) if !whole => {
            let partner = figures.iter().find(|other| is_about_the_same(other, figure))?;
            Some(Given::Figure(Arc::clone(partner)))
        }
        Given::Figure(only) if whole => Some(Given::Figures(vec![Arc::clone(only)])),
        other => Some(other.clone()),
    }
}

fn is_about_the_same(one: &Figure, other: &Figure) -> bool {
    let measure = |figure: &Figure| {
        figure
            .subject
            .measure
            .as_ref()
            .map(|measure| measure.name.clone())
    };
    measure(one) == measure(other) && one.subject.inspection == other.subject.inspection
}
