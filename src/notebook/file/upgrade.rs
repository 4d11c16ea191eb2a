//! Steps that older versions of the file wrote in another form.

use serde_json::{Value, json};

/// Brings the steps of an older file to the form of now; those of a file of now are in it already.
pub(super) fn commands(contents: &mut Value) {
    let steps = contents.get_mut("commands").and_then(Value::as_array_mut);
    for step in steps.into_iter().flatten() {
        // Versions 1 and 2 knew nothing of an article that could be changed but its date.
        if step["command"] == "set_published" {
            *step = json!({
                "command": "describe",
                "document": step["document"],
                "description": { "field": "published", "value": step["published"] },
            });
        }
    }
}
