//! Who did a step of the notebook, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Told to the notebook with each step, because the notebook itself reads no clock and knows no names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}
