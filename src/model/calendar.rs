//! What the calendar tells of a [`Date`].

use super::Date;

impl Date {
    /// The day, where the date is whole and real.
    pub fn civil(self) -> Option<jiff::civil::Date> {
        let (month, day) = (i8::try_from(self.month?).ok()?, i8::try_from(self.day?).ok()?);
        jiff::civil::Date::new(self.year?, month, day).ok()
    }

    /// The ISO weekday of a whole date, 1 is Monday.
    pub fn weekday(self) -> Option<u8> {
        u8::try_from(self.civil()?.weekday().to_monday_one_offset()).ok()
    }

    /// Whether the two can be the same day, as far as both are known.
    pub fn fits(self, other: Self) -> bool {
        fn same<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        same(self.year, other.year) && same(self.month, other.month) && same(self.day, other.day)
    }
}
