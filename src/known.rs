//! Known discrepancies.
