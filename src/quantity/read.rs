//! Reads a figure as an analyst typed it: `78%`, `62 of 79`, `$381.2 billion`, `-0.3`, `Good`.
