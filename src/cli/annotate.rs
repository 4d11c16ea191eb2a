//! `counterpoint annotate`: each article by itself.

use std::slice;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::arguments::Annotate;
use super::{Written, input, network, output};
use crate::analysis::{self, Unattended};
use crate::export::json;
use crate::model::{Analysis, DocumentId, EntityId, MentionId};
use crate::notebook::Notebook;
use crate::report::Report;

pub fn run(arguments: &Annotate) -> Result<Written> {
    let path = arguments.output.as_deref();
    output::refuse_overwriting(path, &arguments.files)?;
    let input = input::read(&arguments.files)?;
    if input.documents.is_empty() {
        bail!("There is nothing to annotate");
    }
    let opened = network::open(&arguments.network);
    let mut whole = Analysis::default();
    for document in &input.documents {
        let document = slice::from_ref(document);
        let analysis = analysis::analyze(document, opened.network.as_ref(), &Unattended)
            .expect("a monitor that never cancels gets its analysis");
        append(&mut whole, analysis);
    }
    whole.warnings.extend(opened.warning);
    let mut report = Report::new(Arc::new(whole), &Notebook::default(), 0.0);
    let written = if input.left_out.is_empty() {
        Written::Whole
    } else {
        Written::Partly
    };
    report.warnings.splice(0..0, input.left_out);
    output::write(path, &json::annotations(&report))?;
    Ok(written)
}

/// Puts the documents, entities and statements of an analysis behind those of another.
/// Nothing is linked: an entity of two documents stays two.
fn append(whole: &mut Analysis, mut part: Analysis) {
    let documents = whole.documents.len();
    let entities = whole.entities.len();
    let mentions = whole.mentions.len();
    let document = |id: DocumentId| DocumentId(id.0 + documents);
    let entity = |id: EntityId| EntityId(id.0 + entities);
    let mention = |id: MentionId| MentionId(id.0 + mentions);
    for each in &mut part.mentions {
        each.document = document(each.document);
        each.entity = entity(each.entity);
    }
    for each in &mut part.entities {
        each.related = each.related.map(entity);
        each.mentions.iter_mut().for_each(|id| *id = mention(*id));
    }
    for each in &mut part.statements {
        each.document = document(each.document);
        each.mentions.iter_mut().for_each(|id| *id = mention(*id));
        if let Some(attribution) = &mut each.attribution {
            for source in attribution
                .source
                .iter_mut()
                .chain(&mut attribution.embedded)
            {
                source.entity = source.entity.map(entity);
            }
        }
    }
    whole.documents.append(&mut part.documents);
    whole.mentions.append(&mut part.mentions);
    whole.entities.append(&mut part.entities);
    whole.statements.append(&mut part.statements);
    whole.warnings.append(&mut part.warnings);
}
