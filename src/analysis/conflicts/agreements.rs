//! What says the same in two documents, where no rule found a difference.

use std::collections::BTreeMap;

use super::voice::Voice;
use crate::analysis::alignment::{Aligned, Candidate, Encounter};
use crate::model::{Alignment, Analysis, DocumentId, StatementId, Verdict};

/// How likely two sentences must be to say the same.
const LEAST: f32 = 0.4;
/// Share of the shorter clause's words that stand in the other in the same order, from which one is a copy.
const COPIED: f32 = 0.8;
/// Words of a clause from which it is not the same by chance.
const LONG: usize = 8;
/// Partners of one sentence in another document.
const MOST: usize = 2;

/// The pairs that agree, refine or update, in document order; `spoken` is what the rules made of pairs of statements.
pub fn find(
    analysis: &Analysis,
    aligned: &Aligned,
    spoken: &BTreeMap<[StatementId; 2], Verdict>,
) -> Vec<Alignment> {
    let by_rule = |candidate: &Candidate| spoken.get(&candidate.sides).copied();
    let mut alignments: Vec<Alignment> = (aligned.candidates.iter())
        .filter_map(|candidate| {
            let verdict = by_rule(candidate)?;
            matches!(verdict, Verdict::Refine | Verdict::Update).then(|| Alignment {
                sides: candidate.sides,
                score: candidate.score,
                verdict,
                confidence: candidate.score,
                one_source: one_source(analysis, candidate),
            })
        })
        .collect();
    let mut likely: Vec<&Encounter> = (aligned.encounters.iter())
        .filter(|encounter| {
            let mut own = encounter
                .candidates
                .iter()
                .map(|&at| &aligned.candidates[at]);
            !own.any(|candidate| by_rule(candidate).is_some())
        })
        .filter(|encounter| encounter.agreement >= LEAST)
        .collect();
    likely
        .sort_by(|a, b| (b.agreement.total_cmp(&a.agreement)).then(a.sentences.cmp(&b.sentences)));
    let mut partners: BTreeMap<((DocumentId, usize), DocumentId), usize> = BTreeMap::new();
    for encounter in likely {
        let [one, other] = encounter.sentences;
        let keys = [(one, other.0), (other, one.0)];
        if keys
            .iter()
            .any(|key| partners.get(key).is_some_and(|count| *count >= MOST))
        {
            continue;
        }
        for key in keys {
            *partners.entry(key).or_default() += 1;
        }
        let candidate = &aligned.candidates[encounter.candidates[0]];
        alignments.push(Alignment {
            sides: candidate.sides,
            score: candidate.score,
            verdict: Verdict::Agree,
            confidence: encounter.agreement,
            one_source: one_source(analysis, candidate),
        });
    }
    alignments.sort_by_key(|alignment| alignment.sides);
    alignments
}

/// Whether both probably go back to one source: an agency or release that both copied, or one and the same speaker.
fn one_source(analysis: &Analysis, candidate: &Candidate) -> bool {
    let sides = candidate.sides.map(|side| analysis.statement(side));
    let words = sides.map(|side| analysis.segments(side.document).tokens_in(side.span).len());
    let copied = candidate.evidence.wording >= COPIED && words.into_iter().min() >= Some(LONG);
    let [one, other] = sides.map(|side| Voice::of(analysis, side));
    copied || one.same_party(&other)
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::analysis::fixture::analyzed;
    use crate::model::Verdict;

    /// The sentences that agree, by their numbers in the two articles.
    fn agreeing(articles: &str) -> Vec<[usize; 2]> {
        let analysis = analyzed(articles);
        (analysis.alignments.iter())
            .filter(|alignment| alignment.verdict == Verdict::Agree)
            .map(|alignment| {
                alignment
                    .sides
                    .map(|side| analysis.statement(side).sentence)
            })
            .collect()
    }

    #[test]
    fn what_both_tell_in_like_words_agrees() {
        let articles = "== Sentinel\nThe Norwick ferry hit the stone pier on Monday. Officials opened an inquiry into the crash.\n\n\
                        == Record\nTickets were sold at noon. The Norwick ferry hit the stone pier Monday morning.";
        assert_eq!(agreeing(articles), [[0, 1]]);
    }

    #[test]
    fn what_a_rule_finds_to_differ_does_not_agree() {
        let articles = "== Sentinel\nThe fire killed 17 people in Norwick, officials said.\n\n\
                        == Record\nThe fire killed 31 people in Norwick, officials said.";
        assert_eq!(analyzed(articles).conflicts.len(), 1);
        assert_eq!(agreeing(articles), [[0; 2]; 0]);
    }

    #[test]
    fn what_both_copied_is_no_corroboration() {
        let one_source = |sentence: &str| {
            let articles = format!(
                "== Sentinel\nThe Norwick ferry hit the stone pier on Monday with forty people on board. Tickets were sold until noon.\n\n\
                 == Record\nThe mayor opened a school. {sentence}"
            );
            let alignments = analyzed(&articles).alignments;
            alignments
                .iter()
                .map(|alignment| alignment.one_source)
                .collect::<Vec<_>>()
        };
        let copied = "The Norwick ferry hit the stone pier on Monday with forty people on board.";
        assert_eq!(one_source(copied), [true]);
        let told_with_more = "The Norwick ferry, with forty people aboard, hit the old stone pier on Monday afternoon.";
        assert_eq!(one_source(told_with_more), [false]);
    }

    #[test]
    fn a_sentence_agrees_with_so_many_and_no_more() {
        let again = "The Norwick ferry hit the stone pier on Monday. ".repeat(MOST + 2);
        let articles = format!(
            "== Sentinel\nThe Norwick ferry hit the stone pier on Monday.\n\n== Record\n{again}"
        );
        assert!(
            agreeing(&articles).len() <= MOST,
            "{:?}",
            agreeing(&articles)
        );
    }
}
