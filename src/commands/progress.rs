//! Progress of a long run: a bar on a terminal, silence everywhere else.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::voice::Voice;

/// How many notices are too few for a bar.
const FEW: usize = 20;

/// How long a run may take before a bar appears.
const SOON: Duration = Duration::from_millis(200);

/// The progress over some notices.
pub struct Progress {
    bar: Option<ProgressBar>,
    started: Instant,
}

impl Progress {
    /// Over `notices`; shows nothing for a few, for a short run, or where standard error is no terminal.
    pub fn over(notices: usize, voice: &Voice) -> Progress {
        let bar = (voice.terminal && notices > FEW).then(|| {
            let bar = ProgressBar::with_draw_target(Some(notices as u64), ProgressDrawTarget::hidden());
            match ProgressStyle::with_template("{wide_bar} {pos} of {len} notices, {eta} left") {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Progress {
            bar,
            started: Instant::now(),
        }
    }

    /// One more is done.
    pub fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
            if bar.is_hidden() && self.started.elapsed() > SOON {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        }
    }

    /// All are done: the bar goes.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
