//! What one article tells and no other does.

use super::alignment::{Aligned, Profiles};
use crate::model::{Analysis, DocumentId, Only, StatementId};

/// Likeness to a sentence of another article from which both tell of the same.
const HAS_PARTNER: f32 = 0.3;
/// How likely two sentences must say the same for neither to stand alone.
const MAY_AGREE: f32 = 0.25;
/// Most passages of one article.
const MOST: usize = 8;

/// The newsworthy sentences without a partner, by document and place; none where there is one document alone.
pub fn find(analysis: &Analysis, aligned: &Aligned) -> Vec<Only> {
    if analysis.documents.len() < 2 {
        return Vec::new();
    }
    let mut partnered = vec![false; analysis.statements.len()];
    for candidate in &aligned.candidates {
        if candidate.evidence.sentence.max(candidate.evidence.clause) >= HAS_PARTNER {
            for side in candidate.sides {
                partnered[side.index()] = true;
            }
        }
    }
    for encounter in &aligned.encounters {
        if encounter.agreement >= MAY_AGREE {
            for &candidate in &encounter.candidates {
                for side in aligned.candidates[candidate].sides {
                    partnered[side.index()] = true;
                }
            }
        }
    }
    analysis
        .document_ids()
        .flat_map(|document| of_document(analysis, &aligned.profiles, &partnered, document))
        .collect()
}

fn of_document(
    analysis: &Analysis,
    profiles: &Profiles,
    partnered: &[bool],
    document: DocumentId,
) -> Vec<Only> {
    let first = analysis
        .statements
        .partition_point(|statement| statement.document < document);
    let sentences = &analysis.segments(document).sentences;
    let mut shared = vec![true; sentences.len()];
    let mut mass = vec![0.0f32; sentences.len()];
    for (index, statement) in analysis.statements.iter().enumerate().skip(first) {
        if statement.document != document {
            break;
        }
        let profile = profiles.statement(StatementId(index));
        let sentence = statement.sentence;
        if mass[sentence] == 0.0 {
            shared[sentence] = false;
            // Figures and early places make news; so does what is rare.
            let early = 1.0 / (1.0 + sentence as f32 / 10.0);
            mass[sentence] = profile.sentence_mass.sqrt() * (0.5 + early);
        }
        if !statement.quantities.is_empty() {
            mass[sentence] *= 1.1;
        }
        shared[sentence] |= partnered[index];
    }
    let heaviest = mass.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    let mut alone: Vec<Only> = sentences
        .iter()
        .enumerate()
        .filter(|(index, _)| !shared[*index] && mass[*index] > 0.0)
        .map(|(index, sentence)| Only {
            document,
            span: sentence.span,
            salience: mass[index] / heaviest,
        })
        .collect();
    alone.sort_by(|a, b| b.salience.total_cmp(&a.salience).then(a.span.cmp(&b.span)));
    alone.truncate(MOST);
    alone.sort_by_key(|only| only.span);
    alone
}
