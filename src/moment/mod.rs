//! Moments: dates, zones, and the embargo's instant.
