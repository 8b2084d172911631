//! One row of a claim, read twice: by its exact values, and by the values a reader sees printed.

use std::sync::Arc;

use indexmap::IndexMap;

use super::kinds::Kind;
use super::tolerance::Tolerance;
use super::units::counts;
use crate::data::programme::Better;
use crate::figures::{Beside, Figure};
use crate::finding::{Because, Code};
use crate::quantity::{Exact, Quantity, Rounding, Unit};

/// Which values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Before rounding.
    Exact,
    /// As printed.
    Printed,
}

/// What an argument holds for one row.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// A figure.
    Figure(Arc<Figure>),
    /// Several: a set, or parts.
    Figures(Vec<Arc<Figure>>),
    /// A number.
    Number(Exact),
    /// A share as a fraction: two thirds.
    Ratio(Exact, Exact),
    /// A text: a rating, `"8 per cent"`.
    Text(String),
    /// `true`
    Flag(bool),
}

/// One figure with a test's arguments.
#[derive(Debug, Clone)]
pub struct Row<'r> {
    /// What the claim is.
    pub kind: &'static Kind,
    /// The figure tested.
    pub figure: &'r Arc<Figure>,
    /// The arguments for this row.
    pub arguments: &'r IndexMap<String, Given>,
    /// What stands beside the figure.
    pub beside: &'r Beside,
    /// Which values are compared.
    pub reading: Reading,
    /// The house's rounding.
    pub rounding: Rounding,
}

/// Why a test can be neither true nor false; says names only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cannot {
    /// The finding it becomes.
    pub code: Code,
    /// What is in the way.
    pub says: String,
    /// What to do.
    pub advice: String,
    /// What it rests on.
    pub because: Option<Because>,
}

impl Cannot {
    /// `code`, with what is in the way and what to do.
    pub fn new(code: Code, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Cannot {
            code,
            says: says.into(),
            advice: advice.into(),
            because: None,
        }
    }
}

/// Whether a test holds, or why that cannot be said.
pub type Judged = Result<bool, Cannot>;

/// A value compared with: its amount and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// In the unit of the figure tested.
    pub amount: Exact,
    /// For messages: `control.average`, `75`.
    pub name: String,
}

impl Row<'_> {
    /// The quantity tested.
    pub fn quantity(&self) -> Result<&Quantity, Cannot> {
        known(self.figure)
    }

    /// Its amount in this reading.
    pub fn amount(&self) -> Result<Exact, Cannot> {
        Ok(self.read(self.quantity()?))
    }

    /// An amount in this reading.
    pub fn read(&self, quantity: &Quantity) -> Exact {
        match self.reading {
            Reading::Exact => quantity.amount.clone(),
            Reading::Printed => quantity.rounded(self.rounding),
        }
    }

    /// The value of argument `name`, in the unit of the figure tested.
    pub fn value(&self, name: &str) -> Result<Value, Cannot> {
        let own = self.quantity()?;
        match self.arguments.get(name) {
            Some(Given::Figure(figure)) => {
                let other = known(figure)?;
                same_unit(self.figure, own, figure, other)?;
                Ok(Value {
                    amount: self.read(other),
                    name: figure.name.clone(),
                })
            }
            Some(Given::Number(number)) => Ok(Value {
                amount: number.clone(),
                name: number.exact_text(),
            }),
            Some(Given::Text(text)) => match &own.unit {
                Unit::Rating(scale) => match scale.ratings.iter().position(|rating| rating == text) {
                    Some(step) => Ok(Value {
                        amount: Exact::from(step as u64),
                        name: format!("\"{text}\""),
                    }),
                    None => Err(Cannot::new(
                        Code::BadCondition,
                        format!("`{name}` names no rating of `{}`", self.figure.name),
                        format!("its ratings are \"{}\"", scale.ratings.join("\", \"")),
                    )),
                },
                _ => Err(Cannot::new(
                    Code::BadCondition,
                    format!("`{name}` is a text where `{}` wants a figure", self.kind.name),
                    format!("write, say, `{}`", self.kind.example),
                )),
            },
            _ => Err(Cannot::new(
                Code::BadCondition,
                format!("`{}` wants one figure for `{name}=`", self.kind.name),
                format!("write, say, `{}`", self.kind.example),
            )),
        }
    }

    /// The value of argument `name`, which may count things of another name than the figure tested.
    pub fn compared(&self, name: &str) -> Result<Value, Cannot> {
        let counted = |figure: &Figure| figure.quantity().is_some_and(|quantity| counts(&quantity.unit));
        match self.arguments.get(name) {
            Some(Given::Figure(other)) if counted(self.figure) && counted(other) => Ok(Value {
                amount: self.read(known(other)?),
                name: other.name.clone(),
            }),
            _ => self.value(name),
        }
    }

    /// How far apart values may lie for the word: the table's, or what `within=` tightens it to.
    pub fn tolerance(&self, tolerance: &Tolerance, with: &Exact) -> Result<Exact, Cannot> {
        self.within(tolerance.around(&self.quantity()?.unit, with))
    }

    /// The table's tolerance, or what `within=` tightens it to.
    pub fn within(&self, table: Exact) -> Result<Exact, Cannot> {
        match self.arguments.get("within") {
            None => Ok(table),
            Some(Given::Number(within)) if !within.is_negative() && *within <= table => Ok(within.clone()),
            Some(_) => Err(Cannot::new(
                Code::BadCondition,
                format!("`within=` of `{}` is wider than the table allows", self.kind.name),
                "a claim may tighten its tolerance, not widen it; docs/claims.md has the table",
            )),
        }
    }

    /// Which way of the measure is better; up the scale for ratings unless it says otherwise.
    pub fn better(&self) -> Better {
        better(self.figure)
    }

    /// The figures of a set or of parts, all known and in the figure's unit.
    pub fn set(&self, name: &str) -> Result<Vec<Arc<Figure>>, Cannot> {
        let own = self.quantity()?;
        let Some(Given::Figures(figures)) = self.arguments.get(name) else {
            return Err(Cannot::new(
                Code::BadCondition,
                format!("`{}` wants a list for `{name}=`", self.kind.name),
                format!("write, say, `{}`", self.kind.example),
            ));
        };
        // Places among counts may be taken, whatever they count; only what the programme declares adds up.
        let declared = |figure: &Figure| {
            let measure = figure.subject.measure.as_ref();
            measure.is_some_and(|measure| self.beside.parts.contains(&measure.name))
        };
        for figure in figures {
            let other = known(figure)?;
            let both = counts(&own.unit) && counts(&other.unit);
            if !(both && (name == "among" || declared(figure))) {
                same_unit(self.figure, own, figure, other)?;
            }
        }
        Ok(figures.clone())
    }
}

/// Which way of a figure's measure is better.
pub fn better(figure: &Figure) -> Better {
    let declared = figure
        .subject
        .measure
        .as_ref()
        .map_or(Better::Neither, |measure| measure.better);
    match figure.quantity().map(|quantity| &quantity.unit) {
        Some(Unit::Rating(_)) if declared == Better::Neither => Better::Higher,
        _ => declared,
    }
}

/// The quantity of a figure that must be there.
pub fn known(figure: &Figure) -> Result<&Quantity, Cannot> {
    figure.quantity().ok_or_else(|| Cannot {
        because: Some(Because::Missing(figure.name.clone())),
        ..Cannot::new(
            Code::MissingValueUsed,
            format!("`{}` is missing, and the condition compares it", figure.name),
            "a missing value supports no claim: leave it out, or give the result in the inspection's file",
        )
    })
}

fn same_unit(figure: &Figure, own: &Quantity, other: &Figure, theirs: &Quantity) -> Result<(), Cannot> {
    let alike = own.unit == theirs.unit
        || matches!(
            (&own.unit, &theirs.unit),
            (Unit::Number(None), Unit::Number(_)) | (Unit::Number(_), Unit::Number(None))
        );
    if alike {
        return Ok(());
    }
    Err(Cannot::new(
        Code::UnitsDiffer,
        format!(
            "`{}` is in {} and `{}` in {}",
            figure.name,
            own.unit_name(),
            other.name,
            theirs.unit_name()
        ),
        "compare figures of one unit; parts that count other things than their whole are declared in the programme's `sums:`",
    ))
}
