//! How far the findings can be trusted, in words: the one place for figures measured on test stories.

/// What editors' marks on test stories showed about the shipped threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Share of marks that were right.
    pub precision: f32,
    /// Share of what editors marked that the program found.
    pub recall: f32,
}

/// Nothing as long as this version was not measured: then no share is claimed anywhere.
pub const MEASURED: Option<Measured> = None;

/// "7 found; on test stories the program found about 3 in 10 of those that editors marked, and
/// about 6 in 10 of its marks were right".
pub fn summary(found: usize) -> String {
    summary_of(found, MEASURED)
}

/// "about 9 in 10 marks like this were right on test stories", or nothing where that was not measured.
pub fn confidence_in_words(confidence: f32) -> Option<String> {
    MEASURED.map(|_| {
        format!(
            "about {} marks like this were right on test stories",
            in_ten(confidence)
        )
    })
}

fn summary_of(found: usize, measured: Option<Measured>) -> String {
    match measured {
        None => format!("{found} found"),
        Some(Measured { precision, recall }) => format!(
            "{found} found; on test stories the program found about {} of those that editors marked, \
             and about {} of its marks were right",
            in_ten(recall),
            in_ten(precision)
        ),
    }
}

/// Never 0 or 10: a measured share promises neither nothing nor everything.
fn in_ten(share: f32) -> String {
    if share < 0.05 {
        return "fewer than 1 in 20".to_owned();
    }
    format!("{} in 10", (share * 10.0).round().clamp(1.0, 9.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_in_tenths() {
        let measured = Measured {
            precision: 0.62,
            recall: 0.28,
        };
        assert_eq!(
            summary_of(7, Some(measured)),
            "7 found; on test stories the program found about 3 in 10 of those that editors marked, \
             and about 6 in 10 of its marks were right"
        );
    }

    #[test]
    fn no_share_is_claimed_before_it_was_measured() {
        assert_eq!(summary_of(7, None), "7 found");
    }

    #[test]
    fn no_share_is_called_certain() {
        assert_eq!(in_ten(1.0), "9 in 10");
        assert_eq!(in_ten(0.0), "fewer than 1 in 20");
    }
}
