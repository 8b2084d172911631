//! Formats: a release laid out as a document, and the document read back.
