//! Who said what: one row an utterance under its speaker, one column an article.

use egui::Ui;

use super::frame::{
    articles, filter_ui, nothing_ui, page_frame, row_heading, small, voice_ui, words_ui,
};
use super::grid::{Column, Drawn, Grid, grid_ui};
use crate::app::command::ViewCommand;
use crate::app::panels::Page;
use crate::app::theme::Theme;
use crate::report::tables::speakers::{Speaker, Utterance};

pub(super) fn speakers_ui(ui: &mut Ui, page: &mut Page<'_>) {
    let explanation = "Everybody whom the articles quote, directly or not. What somebody else tells in their place \
        is marked. A press on a cell opens its sentence";
    page_frame(ui, page, "Who said what", explanation, |ui, page| {
        let Some(report) = page.state.report().cloned() else {
            return;
        };
        let state = page.state;
        let speakers = &state.comparison.tables().speakers;
        if speakers.rows.is_empty() {
            let meaning = "The program found no attribution: the articles speak in their own voice";
            nothing_ui(ui, page.theme, "Nobody is quoted", meaning);
            return;
        }
        let matching = speakers.matching(&state.drafts.table_filter);
        filter_ui(ui, page, matching.len(), speakers.rows.len());
        if matching.is_empty() {
            let meaning = "No speaker has these words";
            nothing_ui(ui, page.theme, "Nothing left", meaning);
            return;
        }
        let theme = page.theme;
        let mut columns = vec![Column::new("Speaker", 180.0)];
        columns.extend(articles(state, &report, 210.0));
        let lines = lines(&speakers.rows);
        let rows: Vec<usize> = (lines.iter().enumerate())
            .filter(|(_, (speaker, _))| matching.binary_search(speaker).is_ok())
            .map(|(row, _)| row)
            .collect();
        let grid = Grid {
            name: "speakers",
            columns: &columns,
            rows: &rows,
            about: 92.0,
            edition: state.comparison.tables().edition(),
        };
        let pressed = grid_ui(ui, theme, &grid, |ui, row, column| {
            let (at, nth) = lines[row];
            let speaker = &speakers.rows[at];
            match column.checked_sub(1) {
                None => speaker_ui(ui, theme, speaker, nth),
                Some(article) => match speaker.utterances[article].get(nth) {
                    Some(utterance) => utterance_ui(ui, theme, speaker, utterance, nth),
                    None => going_on(nth),
                },
            }
        });
        if let Some((row, column)) = pressed {
            let (at, nth) = lines[row];
            let own = column
                .checked_sub(1)
                .map(|at| &speakers.rows[lines[row].0].utterances[at]);
            let first = || speakers.rows[at].utterances.iter().flatten().next();
            let utterance = own.and_then(|own| own.get(nth)).or_else(first);
            if let Some(utterance) = utterance {
                page.view(ViewCommand::ShowPassage(utterance.wording.passage));
            }
        }
    });
}

/// Each speaker by index with the numbers of their lines: as many as the article that quotes them most.
fn lines(speakers: &[Speaker]) -> Vec<(usize, usize)> {
    let longest = |speaker: &Speaker| speaker.utterances.iter().map(Vec::len).max();
    (speakers.iter().enumerate())
        .flat_map(|(at, speaker)| {
            (0..longest(speaker).unwrap_or_default()).map(move |nth| (at, nth))
        })
        .collect()
}

fn going_on(nth: usize) -> Drawn {
    Drawn {
        goes_on: nth > 0,
        ..Drawn::default()
    }
}

fn speaker_ui(ui: &mut Ui, theme: &Theme, speaker: &Speaker, nth: usize) -> Drawn {
    if nth > 0 {
        return going_on(nth);
    }
    row_heading(ui, theme, &speaker.name);
    let articles = match speaker.articles() {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    };
    let times = match speaker.count() {
        1 => "1 passage".to_owned(),
        count => format!("{count} passages"),
    };
    let unnamed = if speaker.named {
        ""
    } else {
        " · no name given"
    };
    let words = format!("{times} · {articles}{unnamed}");
    small(ui, theme, &words);
    Drawn {
        name: format!("{}, {words}", speaker.name),
        ..Drawn::default()
    }
}

fn utterance_ui(
    ui: &mut Ui,
    theme: &Theme,
    speaker: &Speaker,
    utterance: &Utterance,
    nth: usize,
) -> Drawn {
    words_ui(ui, theme, &utterance.wording.words);
    let voice = utterance.wording.voice.iter().cloned();
    let line: Vec<String> = voice.chain([utterance.manner()]).collect();
    voice_ui(ui, theme, &line.join(" · "));
    Drawn {
        name: format!(
            "{}: {}. {}",
            speaker.name,
            utterance.wording.line(),
            utterance.manner()
        ),
        ..going_on(nth)
    }
}
