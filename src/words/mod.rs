//! Words: the notice's sentences and the figures become the release.
