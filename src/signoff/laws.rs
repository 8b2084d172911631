//! Laws of sign-offs.
