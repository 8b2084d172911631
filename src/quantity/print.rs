//! How a quantity prints: the one door through which every figure leaves.
