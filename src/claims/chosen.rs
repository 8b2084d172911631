//! Words chosen from data, true by construction.
