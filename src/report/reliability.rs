//! How far the findings can be trusted, in words: the one place for figures measured on test stories.

/// What editors' marks on test stories showed about the shipped threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Share of marks that were right.
    pub precision: f32,
    /// Share of what editors marked that the program found.
    pub recall: f32,
}

/// Measured on 126 annotated stories, 378 pairs of articles, at the threshold that ships.
///
/// The confidence was fitted on the same stories, so other articles may do a little worse.
pub const MEASURED: Measured = Measured {
    precision: 0.54,
    recall: 0.043,
};

/// "7 found; on test stories the program found about 3 in 10 of those that editors marked, and
/// about 6 in 10 of its marks were right".
pub fn summary(found: usize) -> String {
    summary_of(found, MEASURED)
}

/// "about 9 in 10 marks like this were right on test stories".
pub fn confidence_in_words(confidence: f32) -> String {
    format!(
        "{} marks like this were right on test stories",
        in_ten(confidence)
    )
}

fn summary_of(found: usize, measured: Measured) -> String {
    format!(
        "{found} found; on test stories the program found {} of those that editors marked, \
         and {} of its marks were right",
        in_ten(measured.recall),
        in_ten(measured.precision)
    )
}

/// Never 0 or 10: a measured share promises neither nothing nor everything.
fn in_ten(share: f32) -> String {
    if share < 0.05 {
        return "fewer than 1 in 20".to_owned();
    }
    format!("about {} in 10", (share * 10.0).round().clamp(1.0, 9.0))
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
            summary_of(7, measured),
            "7 found; on test stories the program found about 3 in 10 of those that editors marked, \
             and about 6 in 10 of its marks were right"
        );
    }

    #[test]
    fn no_share_is_called_certain() {
        assert_eq!(in_ten(1.0), "about 9 in 10");
        assert_eq!(in_ten(0.0), "fewer than 1 in 20");
    }
}
