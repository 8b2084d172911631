//! The catalogue of codes: one row a code, with its severity, its meaning and what to do.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; stops nothing.
    Note,
    /// Doubtful; stops nothing unless warnings are denied.
    Warning,
    /// Wrong: the notice is refused.
    Error,
}

impl Severity {
    /// The word that messages begin with.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

macro_rules! catalogue {
    ($($variant:ident, $name:literal, $severity:ident, $meaning:literal, $advice:literal;)*) => {
        /// A stable code. Its [`name`](Code::name) never changes once released.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in the catalogue's order.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The kebab-case name, as printed.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The severity it starts with; a stage may be stricter.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it means, for `explain-code`.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }

            /// What to do about it, for `explain-code`.
            pub fn remedy(self) -> &'static str {
                match self { $(Code::$variant => $advice,)* }
            }
        }
    };
}

// Sorted by the room that gives them: the YAML, the data, the words, the claims and audit, the release, the layouts.
catalogue! {
    YamlSyntax, "yaml-syntax", Error,
        "The file is not YAML as it stands, or YAML reads it otherwise than it looks.",
        "Follow the hint: most often a value wants quotation marks, or an indent wants spaces.";
    FileUnreadable, "file-unreadable", Error,
        "A file is not UTF-8 text, is too large, nests too deep or repeats itself through aliases.",
        "Save it as plain UTF-8 text; write repeated parts out.";
    InvisibleCharacter, "invisible-character", Error,
        "A control, direction, zero-width or private-use character, or a soft hyphen, stands in the text, which a reader cannot see.",
        "Delete it and type the text again; it usually comes from pasting.";
    LookAlikeLetter, "look-alike-letter", Error,
        "A word with letters of another script that look like the ones meant, such as a Cyrillic а.",
        "Type the word again on the keyboard; it usually comes from pasting.";
    UnknownKey, "unknown-key", Error,
        "A key that this kind of file does not have.",
        "Correct the spelling, or delete it; data/README.md lists the keys.";
    DuplicateKey, "duplicate-key", Error,
        "The same key stands twice in one place; only one could count.",
        "Keep one of the two.";
    MissingKey, "missing-key", Error,
        "A key that must be there is not.",
        "Add it; data/README.md shows an example.";
    WrongKind, "wrong-kind", Error,
        "A value of another kind than the key wants: a list for a text, a word for a date.",
        "Write it as the message shows.";
    FoldedText, "folded-text", Error,
        "A folded (`>`) text loses its paragraphs and line breaks.",
        "Write `|` instead of `>`.";
    CommentCutText, "comment-cut-text", Error,
        "YAML took the rest of the line, from ` #`, for a comment: the text was cut short.",
        "Put the whole text in quotation marks, or use a `|` block.";
    UnknownName, "unknown-name", Error,
        "A name that nothing in the office has: an inspection, programme, person, contact, partner, table.",
        "Correct the name, or add what it names.";
    BadName, "bad-name", Error,
        "A file or measure name that cannot be used: empty, too long, reserved, or equal to another but for case.",
        "Use letters, digits and hyphens, and a name of its own.";
    FormatVersion, "format-version", Error,
        "The organisation's file, or the record of a sign-off or of an issued notice, does not say `pressroom: 1`, the version of the format that this program reads.",
        "Write `pressroom: 1` as the first line of the organisation's file; read a record with the program that wrote it, or restore it from git.";
    BadFigure, "bad-figure", Error,
        "A figure that cannot be read exactly: quoted, with an exponent, hexadecimal, not a number, or with the wrong unit.",
        "Write digits and the measure's unit, such as 78%, 62 of 79 or 1,234.";
    ResultOutOfRange, "result-out-of-range", Error,
        "A result that cannot be: above 100%, a part larger than its whole, a rating not on the scale, more points than there are.",
        "Check the figure against its source.";
    ResultDoubtful, "result-doubtful", Warning,
        "A result that can be, but hardly is: half a report, or fewer than none.",
        "Check it against its source; declare what it is in the measure.";
    PublishedMismatch, "published-mismatch", Warning,
        "The inspection's day of publication is not the day on which the notice's embargo ends.",
        "Make them the same: the benchmark to date goes by the inspection's day.";
    UnknownMeasure, "unknown-measure", Error,
        "A result for a measure that the programme does not have, or a column it does not know.",
        "Correct the name, or add the measure to the programme.";
    ResultAbsent, "result-absent", Error,
        "A measure of the programme has no result in this inspection.",
        "Give the result, or say why it is missing: {missing: not inspected this year}.";
    BenchmarkMismatch, "benchmark-mismatch", Error,
        "A benchmark given in the data is not the one computed from the inspections.",
        "Correct the one that is wrong, or remove the given column so that it is computed.";
    BenchmarkOfOne, "benchmark-of-one", Warning,
        "A benchmark was computed over this inspection alone.",
        "Give the benchmark with its source, or leave the comparison out.";
    PointsOrPercent, "points-or-percent", Error,
        "Per cent stands where percentage points are meant, or the other way round.",
        "A difference between two percentages is in percentage points; a relative change is in per cent.";
    PartsDoNotSum, "parts-do-not-sum", Error,
        "The parts of a whole do not add up to it.",
        "Correct the part or the whole; a declared rounding slack is allowed for percentages.";
    BadTemplate, "bad-template", Error,
        "A template in the words cannot be read or run.",
        "Correct the expression as the message shows.";
    UnknownFigure, "unknown-figure", Error,
        "A figure or name in the words that the data do not have.",
        "Correct the name; `pressroom facts NOTICE` lists all of them.";
    UnknownFilter, "unknown-filter", Error,
        "A filter, test or function that Pressroom does not have.",
        "Correct the name; data/README.md lists them.";
    OperatorOnFigures, "operator-on-figures", Error,
        "A comparison or sum written with an operator, which would compare letters, not figures.",
        "Use the named test or filter: `is above(than=…)`, `| difference(from=…)`.";
    MissingValueUsed, "missing-value-used", Error,
        "The words print or compare a value that is missing.",
        "Leave it out of the sentence, or give the result.";
    UnknownClaim, "unknown-claim", Error,
        "Words in the form [words][name] whose name is not under `claims:`.",
        "Define the claim, correct the name, or write the words without the brackets.";
    BadCondition, "bad-condition", Error,
        "A claim's condition that cannot be read or means nothing.",
        "Write it as `control.value is above(than=control.average)`; docs/claims.md lists every condition.";
    ClaimNotSupported, "claim-not-supported", Error,
        "A claim whose condition is false: the data say otherwise.",
        "Correct the words and the condition, or, if they are wrong, the data.";
    ClaimWordsDiffer, "claim-words-differ", Error,
        "A claim's words say something else than its condition: another kind, direction, measure, area or number.",
        "Make words and condition say the same; docs/claims.md lists the words each condition licenses.";
    ClaimWordsUnknown, "claim-words-unknown", Warning,
        "A claim's words are not known to mean its condition.",
        "Compare the two yourself, or use words that docs/claims.md lists.";
    ClaimLostInRounding, "claim-lost-in-rounding", Error,
        "A claim that holds before rounding but not by the printed figures, or the other way round.",
        "Print more places, or say what both bear out.";
    DifferenceOfRounded, "difference-of-rounded", Warning,
        "A printed difference that is right, but is not the difference of the printed numbers.",
        "Print more places, or say in a note that figures are rounded.";
    NotComparable, "not-comparable", Error,
        "A claim about change between values that the data say may not be compared.",
        "Take the claim out.";
    UnitsDiffer, "units-differ", Error,
        "Figures of different units are compared or added: centres are not inspections.",
        "Compare figures of one unit.";
    EmptySeries, "empty-series", Warning,
        "A series whose programme has no inspection, and so no notice.",
        "Add the inspections, or correct the programme's name.";
    UnusedClaim, "unused-claim", Warning,
        "A claim that no words use.",
        "Delete it, or mark the words: [words][name].";
    MarkupRefused, "markup-refused", Error,
        "Markup that a notice cannot carry: raw HTML, an image, a heading inside a text, a link of another kind than http(s), mailto or tel.",
        "Take the markup out.";
    StrayQuotationMark, "stray-quotation-mark", Error,
        "A quotation mark that closes nothing.",
        "Take it out, or add the one that opens.";
    QuotationNotClosed, "quotation-not-closed", Error,
        "A quotation mark that is opened and never closed.",
        "Close it, or take the marks out: the program sets those round a quotation.";
    UnboundNumber, "unbound-number", Error,
        "A number typed in the words that comes from no figure, fact, date or name in the data.",
        "Print it with {{ }}, give it in the data, or mark it as a claim with `as-written:` and the reason.";
    BlankLeft, "blank-left", Warning,
        "Something was to be filled in, and was not: XX per cent, TBC, __%.",
        "Print the figure with {{ }}, or write the words.";
    ClaimWithoutCondition, "claim-without-condition", Error,
        "A comparison, superlative, fraction, majority or change outside any claim.",
        "Mark the words, [words][name], and write their condition under `claims:`.";
    BenchmarkName, "benchmark-name", Error,
        "A benchmark under a name that is neither its own nor among its `also-called:`.",
        "Print its name, {{ benchmark.name }}, or add the other name to `also-called:`.";
    UnboundRating, "unbound-rating", Error,
        "A rating of the programme's scale is typed in the words.",
        "Print it from the data: {{ overall.value }}; or mark the words as a claim with a condition or a source.";
    FigureMisplaced, "figure-misplaced", Error,
        "A figure of one measure or area stands where the words speak of another.",
        "Print the figure that the words speak of, or name what this one is of.";
    ImpossiblePercentage, "impossible-percentage", Error,
        "A percentage that no count of its base can give, or that is not the one its count gives.",
        "Check the count, the base and the percentage; give the result as `977 of 2,102` and the percentage is computed.";
    MixedQuotationMarks, "mixed-quotation-marks", Error,
        "Straight quotation marks or apostrophes among curly ones.",
        "Use one kind: curly marks.";
    DateDoesNotExist, "date-does-not-exist", Error,
        "A date that is not in the calendar.",
        "Correct the day or the month.";
    DayMismatch, "day-mismatch", Error,
        "Another day than that of publication: today, yesterday or tomorrow beside a date that is not that day, or the report published on a day that is not the embargo's.",
        "Print the date from the data: {{ embargo.date }}.";
    AcceptedUnused, "accepted-unused", Warning,
        "An entry under `accepted:` that silences nothing: its words are gone or raise no finding of that code.",
        "Delete it.";
    NotAcceptable, "not-acceptable", Error,
        "An entry under `accepted:` for a code that nobody can wave through, or of a person the office does not know.",
        "Correct what the finding says; only the audit's false alarms can be accepted.";
    CopyNumberChanged, "copy-number-changed", Error,
        "A number in an edited copy that is not the number of the notice.",
        "Put the notice's number back, or change the data and build again.";
    CopyQuotationChanged, "copy-quotation-changed", Error,
        "Words inside a quotation that differ in an edited copy, or words in quotation marks that the notice does not have.",
        "Put the words back, and take out those that came: the speaker agreed to exactly the words of the notice.";
    CopyClaimChanged, "copy-claim-changed", Error,
        "The words of a claim that differ in an edited copy.",
        "Put the words back, or change them in the notice, where they are checked.";
    CopyUnknownNumber, "copy-unknown-number", Error,
        "A number in an edited copy, in words that the notice does not have.",
        "Take it out, or add the sentence to the notice, where it is checked.";
    CopyNameChanged, "copy-name-changed", Error,
        "A name of the notice that is another in an edited copy: a speaker, an area, a measure, a row or column.",
        "Put the name back, or change the data and build again.";
    CopyEmbargoChanged, "copy-embargo-changed", Error,
        "An embargo line of the notice that is gone or reads otherwise in an edited copy.",
        "Put the line back, or change the embargo in the notice and build again.";
    WeekdayMismatch, "weekday-mismatch", Error,
        "A weekday that is not the day of the date beside it.",
        "Leave the weekday out: the program computes it.";
    TimeDoesNotExist, "time-does-not-exist", Error,
        "A local time that does not exist: the clocks go forward over it.",
        "Choose a time before or after the change.";
    TimeAmbiguous, "time-ambiguous", Error,
        "A local time that happens twice, or that people read two ways (midnight, 12 a.m., 12 p.m.).",
        "Choose a time outside the hour that happens twice; for midnight write 00:01.";
    ZoneMismatch, "zone-mismatch", Error,
        "A zone name or offset that does not hold on that date.",
        "Leave it out: the program prints the zone that holds.";
    EmbargoDoubtful, "embargo-doubtful", Warning,
        "An embargo at an unlikely time: before the issue date, or at a weekend.",
        "Check the date.";
    EmbargoMissing, "embargo-missing", Error,
        "The notice has no embargo and no date of publication.",
        "Write `embargo: 2012-06-12 00:01`.";
    SignOffMissing, "sign-off-missing", Note,
        "The speaker of a quotation has not agreed to it. An error when publishing.",
        "Show the speaker the words, then run `pressroom sign-off NOTICE --by PERSON`.";
    SignOffLapsed, "sign-off-lapsed", Warning,
        "Somebody agreed to other words, figures or another role than the notice has now. An error when publishing.",
        "Show the speaker the new words, then run `pressroom sign-off NOTICE --by PERSON` again.";
    SignOffAltered, "sign-off-altered", Error,
        "The record of a sign-off is not as it was written: it does not carry its own digest, or lies with another notice.",
        "Restore the file from git, or delete it and sign again.";
    IssuedAltered, "issued-altered", Error,
        "The record of an issued notice is not as it was written: it lies under another notice's name, or has no version, or one without its instant.",
        "Restore the file from git.";
    IssuedDiffers, "issued-differs", Warning,
        "The notice says something else than the version that was published, has another embargo, or was withdrawn. An error when publishing.",
        "Run `pressroom correct NOTICE`, or restore what was published.";
    UnitDoubled, "unit-doubled", Error,
        "The unit of a figure is typed after it, though the figure prints with its unit.",
        "Take the typed unit out.";
    SignDoubled, "sign-doubled", Error,
        "The words say a fall and the figure prints its minus sign as well: fell by −1%.",
        "Print the size of the change: `| size`.";
    FigureAltered, "figure-altered", Error,
        "Words or marks close to a figure make another number of it: a multiple, a bound, another unit, another sign.",
        "Take them out, or give the number that is meant in the data and print that.";
    TableAbsent, "table-absent", Error,
        "The words speak of a table or chart that the notice does not have.",
        "Add `- table: NAME` to the body, or take the mention out.";
    ContactMissing, "contact-missing", Error,
        "A published notice needs somebody to ring.",
        "Name one under `contacts:`.";
    BadLayout, "bad-layout", Error,
        "A layout in templates/ cannot be read or run.",
        "Correct it as the message shows; templates/README.md lists what a layout sees.";
    LayoutLost, "layout-lost", Error,
        "A layout left out a figure, a paragraph or a cell of the notice.",
        "Print it in the layout: a layout chooses order and markup, never what is said.";
    LayoutAdded, "layout-added", Error,
        "A layout printed a number that is not in the notice.",
        "Take it out of the layout; numbers come from the data alone.";
}

impl Code {
    /// The code of that name.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}
