//! The command line: what can be asked of the program, in the words of `--help`.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use pressroom::moment;

/// Inspection results and the press office's words in, the embargoed press notice out
///
/// Exit codes: 0 done; 1 errors found, or out of date; 2 usage; 3 failure of the machine; 5 held by the embargo.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    infer_long_args = false
)]
pub struct Cli {
    /// The office folder; every other path is taken from there
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true)]
    pub folder: PathBuf,
    /// Sets the clock, for tests and rehearsals: 2012-06-11T23:59:00+01:00
    #[arg(
        long,
        value_name = "INSTANT",
        env = "PRESSROOM_NOW",
        hide_env_values = true,
        global = true
    )]
    pub now: Option<SetClock>,
    /// Treats findings of this severity as errors
    #[arg(long, value_name = "SEVERITY", global = true)]
    pub deny: Option<Deny>,
    /// Shows values, words and source lines in messages, also in a log or CI
    #[arg(long, global = true)]
    pub show_values: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What `--deny` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings count as errors
    Warnings,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks, then writes each notice in every format to out/NOTICE/
    Build(Build),
    /// Reports every finding; writes nothing
    Check(Check),
    /// Issues a published notice again and says what changed, or withdraws it
    Correct(Correct),
    /// What changed in each notice since a git revision, a folder or the last issue: shows values
    Diff(Diff),
    /// Where each number, date and claim of a notice comes from
    Explain(Explain),
    /// What the words and layouts of a notice can see, as JSON
    Facts(Facts),
    /// A row a notice: embargo, sign-offs, outputs, what was issued, and what stands in the way
    Status(Status),
    /// Shows exact words and figures, and records that somebody agreed to them
    SignOff(SignOff),
    /// Writes the public edition to public/NOTICE/, once the embargo is over and everything is in order
    Publish(Publish),
    /// Starts an office, an inspection or a notice, with comments to fill in by
    New(New),
    /// JSON Schemas, for completion and checking in an editor
    Schema(Schema),
    /// What a code means and what to do about it
    ExplainCode(ExplainCode),
    /// Completions for a shell
    Completions(Completions),
}

/// `build`
#[derive(Debug, Args)]
pub struct Build {
    /// The notices; a series stands for all of its own. Default: every notice
    #[arg(value_name = "NOTICE")]
    pub notices: Vec<String>,
    /// The formats, parted by commas. Default: all
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub format: Vec<String>,
    /// Where the embargoed editions go
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// Writes nothing; exits 1 if the result would differ from data/notices.lock
    #[arg(long, conflicts_with = "draft")]
    pub check: bool,
    /// Builds whatever can be read, each page headed DRAFT – NOT CLEARED; never publishable
    #[arg(long)]
    pub draft: bool,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// The notices; a series stands for all of its own. Default: every notice
    #[arg(value_name = "NOTICE")]
    pub notices: Vec<String>,
    /// An edited copy of the one notice: reports where it no longer says what the notice says
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub copy: Option<PathBuf>,
    /// How findings are told; all but human go to standard output
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub message_format: MessageFormat,
    /// Also tells what was checked and found right: each number traced, each claim that holds
    #[arg(long, conflicts_with = "copy")]
    pub verbose: bool,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people
    Human,
    /// One JSON document
    Json,
    /// GitHub annotations
    Github,
    /// SARIF 2.1.0
    Sarif,
}

/// `correct`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("kind").required(true))]
pub struct Correct {
    /// The notice
    #[arg(value_name = "NOTICE")]
    pub notice: String,
    /// An error is put right
    #[arg(long, group = "kind")]
    pub correction: bool,
    /// Better data came, as planned
    #[arg(long, group = "kind")]
    pub revision: bool,
    /// The notice is taken back
    #[arg(long, group = "kind")]
    pub withdraw: bool,
    /// Why, in a sentence for the reader; it is printed
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Where the public editions stand
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub public: PathBuf,
    /// Writes the new version here instead, and puts nothing on record
    #[arg(long, value_name = "DIR")]
    pub rehearse: Option<PathBuf>,
}

/// `diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// A git revision (HEAD~1, main) or an office folder. Default: what was last issued, else HEAD
    #[arg(value_name = "BASE")]
    pub base: Option<String>,
    /// How the changes are told
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
    /// Names, places and counts alone, as Markdown: no value and no word, for a public log
    #[arg(long, conflicts_with = "format")]
    pub names: bool,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For a terminal: [-old-]{+new+}
    Text,
    /// For a pull request: ~~old~~ **new**
    Markdown,
    /// For programs
    Json,
}

/// `explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The notice
    #[arg(value_name = "NOTICE")]
    pub notice: String,
    /// Only this: a figure (control.value), a number or words as they stand in the notice, a claim, or FILE:LINE
    #[arg(value_name = "FIGURE", allow_negative_numbers = true)]
    pub figure: Option<String>,
    /// One JSON document instead of text
    #[arg(long)]
    pub json: bool,
}

/// `facts`
#[derive(Debug, Args)]
pub struct Facts {
    /// The notice
    #[arg(value_name = "NOTICE")]
    pub notice: String,
}

/// `status`
#[derive(Debug, Args)]
pub struct Status {
    /// One JSON document instead of a table
    #[arg(long)]
    pub json: bool,
    /// Where the embargoed editions are
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
}

/// `sign-off`
#[derive(Debug, Args)]
pub struct SignOff {
    /// The notice
    #[arg(value_name = "NOTICE")]
    pub notice: String,
    /// Who agrees, by the short name under `people:`
    #[arg(long, value_name = "PERSON")]
    pub by: String,
    /// For whom, where somebody else agrees for the speaker
    #[arg(long, value_name = "PERSON")]
    pub on_behalf_of: Option<String>,
    /// Only this quotation, counted from 1. Default: the whole notice
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub quote: Option<u16>,
}

/// `publish`
#[derive(Debug, Args)]
pub struct Publish {
    /// The notices; a series stands for all of its own
    #[arg(value_name = "NOTICE", required = true)]
    pub notices: Vec<String>,
    /// Where the public editions go
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub public: PathBuf,
    /// Sleeps until the embargo is over, so that a scheduled job may start early
    #[arg(long)]
    pub wait: bool,
    /// Writes there instead, and records nothing: the only way to publish under a set clock
    #[arg(long, value_name = "DIR")]
    pub rehearse: Option<PathBuf>,
}

/// `new`
#[derive(Debug, Args)]
pub struct New {
    /// What to start
    #[command(subcommand)]
    pub what: NewWhat,
}

/// What `new` starts.
#[derive(Debug, Subcommand)]
pub enum NewWhat {
    /// A press office folder with one of everything
    Office {
        /// The folder to make
        #[arg(value_name = "DIR")]
        place: PathBuf,
    },
    /// data/inspections/NAME.yaml, of the programme there is
    Inspection {
        /// Its name: letters, digits and hyphens
        name: String,
        /// The programme it belongs to, where there are several
        #[arg(long)]
        programme: Option<String>,
    },
    /// data/notices/NAME.yaml, about the inspection of that name
    Notice {
        /// Its name: letters, digits and hyphens
        name: String,
        /// The inspection it is about, where its name is another
        #[arg(long)]
        inspection: Option<String>,
    },
}

/// `schema`
#[derive(Debug, Args)]
pub struct Schema {
    /// The kind of file; its schema is printed. Without it, the kinds are listed
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    /// Writes KIND.schema.json here instead, of every kind where none is named
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// `explain-code`
#[derive(Debug, Args)]
pub struct ExplainCode {
    /// The code, as a finding shows it; without it, all are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// A clock set by hand. An empty `PRESSROOM_NOW` sets nothing.
#[derive(Debug, Clone)]
pub enum SetClock {
    /// Left as the machine has it.
    Not,
    /// The instant, and how it was spelt.
    To(DateTime<Utc>, String),
}

impl std::str::FromStr for SetClock {
    type Err = String;

    fn from_str(spelt: &str) -> Result<Self, String> {
        if spelt.is_empty() {
            return Ok(SetClock::Not);
        }
        moment::parse_clock(spelt)
            .map(|instant| SetClock::To(instant, spelt.trim().to_owned()))
            .map_err(|error| {
                format!(
                    "{}, where {} is expected; {}",
                    error.says, error.expected, error.advice
                )
            })
    }
}
