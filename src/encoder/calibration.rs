//! How the pair network's scores become probabilities that hold what they promise.

use serde::Deserialize;

use super::error::{NetworkError, Problem};
use super::files::File;

/// Measured on stories that the network was not trained on.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Calibration {
    pub temperature: Temperatures,
}

/// Scores are divided by these before they become probabilities: above one makes it less sure of itself.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Temperatures {
    pub label: f32,
    pub verdict: f32,
    #[serde(default = "unchanged")]
    pub kind: f32,
}

fn unchanged() -> f32 {
    1.0
}

impl Calibration {
    pub fn parse(file: &File) -> Result<Self, NetworkError> {
        let damaged = || file.error(Problem::Damaged);
        let Ok(calibration) = serde_json::from_slice::<Self>(&file.bytes) else {
            return Err(damaged());
        };
        let Temperatures {
            label,
            verdict,
            kind,
        } = calibration.temperature;
        let sound = [label, verdict, kind]
            .iter()
            .all(|temperature| (0.01..=100.0).contains(temperature));
        if sound {
            Ok(calibration)
        } else {
            Err(damaged())
        }
    }
}

/// Scores as probabilities that sum to one.
pub(super) fn softmax<const N: usize>(scores: &[f32], temperature: f32) -> [f32; N] {
    let largest = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut chances = [0.0; N];
    for (chance, score) in chances.iter_mut().zip(scores) {
        *chance = ((score - largest) / temperature).exp();
    }
    let sum: f32 = chances.iter().sum();
    chances.map(|chance| chance / sum)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn parsed(text: &'static str) -> Result<Calibration, NetworkError> {
        Calibration::parse(&File {
            name: "calibration.json".to_owned(),
            bytes: Cow::Borrowed(text.as_bytes()),
        })
    }

    #[test]
    fn a_temperature_that_is_not_told_changes_nothing() {
        let calibration = parsed(r#"{"temperature": {"label": 1.5, "verdict": 2}, "more": []}"#);
        assert_eq!(calibration.unwrap().temperature.kind, 1.0);
    }

    #[test]
    fn temperatures_that_make_no_sense_are_refused() {
        for text in [
            "",
            "{}",
            "[1]",
            r#"{"temperature": {"label": 0, "verdict": 1}}"#,
            r#"{"temperature": {"label": 1, "verdict": -1}}"#,
            r#"{"temperature": {"label": 1, "verdict": 1e99}}"#,
            r#"{"temperature": {"label": "1", "verdict": 1}}"#,
        ] {
            let error = parsed(text).unwrap_err();
            assert_eq!(error.to_string(), "the file is damaged: calibration.json");
        }
    }

    #[test]
    fn a_high_temperature_flattens() {
        let [sure, _] = softmax::<2>(&[2.0, 0.0], 1.0);
        let [less, rest] = softmax::<2>(&[2.0, 0.0], 4.0);
        assert!(less < sure, "{less} {sure}");
        assert!((less + rest - 1.0).abs() < 1e-6, "they sum to one");
    }
}
