//! Words by which the parts of a page tell what they are.

use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexSet, RegexSetBuilder};

pub(in crate::ingest) const RELATED: &str = "related link";
pub(in crate::ingest) const CREDIT: &str = "photo credit";
pub(in crate::ingest) const MAILING: &str = "about the mailing";

/// Longer pieces than this are left alone, whatever they say.
const LONGEST: usize = 320;

/// Patterns for a whole piece, without regard to case, with the reason to leave it out.
const PHRASES: &[(&str, &str)] = &[
    // Comments.
    (
        r"^(leave|post|add|write|submit) (a|your) (reply|comment)\b.{0,40}$",
        "comment form",
    ),
    (
        r"^your e-?mail address will not be published",
        "comment form",
    ),
    (r"^required fields are marked.{0,10}$", "comment form"),
    (r"^save my name, e-?mail", "comment form"),
    (
        r"^(you must be|please) (logged in|log in|sign in|register) to (post|comment|leave|join)",
        "comment form",
    ),
    (r"^this site uses akismet", "comment form"),
    (
        r"^(view |show |load |read )?(all |more )?(\d+ )?(comments?|replies|reader comments)( ?\(\d+\))?:?$",
        "comments",
    ),
    (
        r"^(\d+|one) (thoughts?|comments?|responses?|replies) (on|to)\b",
        "comments",
    ),
    // Share bars.
    (
        r"^((share|tweet|e-?mail|print|pin( it)?|save|copy( link)?|whatsapp|facebook|twitter|x|linkedin|reddit|telegram|flipboard|pinterest|messenger|bluesky|threads|comments?|link|more|on|via)\b[\s,|•·/:]*){1,14}$",
        "share bar",
    ),
    (
        r"^share (this|on|via|with|now|article|story)\b[^.]{0,50}$",
        "share bar",
    ),
    (r"^click to (share|e-?mail|print|copy)\b", "share bar"),
    (r"^(like this|loading)[:.…]*$", "share bar"),
    // Cookies.
    (
        r"\b(we|this (web)?site|our (web)?site|our partners) uses? cookies\b",
        "cookie notice",
    ),
    (
        r"^(accept|reject|manage|allow) (all |your )?(cookies|preferences|settings)$",
        "cookie notice",
    ),
    (
        r"^by (continuing|using|clicking)\b.{0,120}\b(cookies|privacy policy|terms)\b",
        "cookie notice",
    ),
    // Newsletters, applications, social media.
    (
        r"^(sign up|subscribe|register)\b.{0,160}\b(newsletters?|e-?mails?|inbox|alerts?|updates|channel|podcast|edition|briefing)\b",
        "newsletter box",
    ),
    (
        r"^(sign up|subscribe)( now| here| today)?[!.]?$",
        "newsletter box",
    ),
    (
        r"^(get|want|receive)\b.{0,120}\b(newsletter|in your inbox|to your inbox|delivered)\b",
        "newsletter box",
    ),
    (
        r"^(enter |your )?(your )?e-?mail( address)?\*?$",
        "newsletter box",
    ),
    (r"^(click|tap) here (to|for)\b", "promotion"),
    (r"^download (our|the) .{0,40}\bapp\b", "promotion"),
    (
        r"^(follow|like|find|join) (us|our|the|@?\w+|[\w .'’-]{1,40}) on (our )?(twitter|x|facebook|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|google news)\b.{0,80}$",
        "promotion",
    ),
    (
        r"^join (our|the) .{0,30}\b(whatsapp|telegram|channel|community)\b.{0,60}$",
        "promotion",
    ),
    (
        r"^(listen to|watch) this (article|story|report)\b.{0,30}$",
        "promotion",
    ),
    (
        r"^(new[\s:!]*)?(you can )?(now )?listen to [\w .&'’-]{1,40} (articles?|stories|reports?|news)[.!]?$",
        "promotion",
    ),
    // Letters to subscribers.
    (
        r"^(view|read|open|see) (this (e-?mail|newsletter|message) )?(it )?(online|in (your |a |the )?(web )?browser|as a web ?page)[.!]?$",
        MAILING,
    ),
    (
        r"^(having )?(trouble|problems) (viewing|reading|seeing) this (e-?mail|newsletter|message)\b",
        MAILING,
    ),
    (
        r"^(click here to )?(unsubscribe\b.{0,160}|(manage|update|change) (your |my )(e-?mail |newsletter |subscription |account )?(preferences|settings|subscriptions?|profile)\b.{0,60})$",
        MAILING,
    ),
    (
        r"^(you (are|were|have)|you['’]re) (currently |now |been )?(receiving|getting|subscribed|signed up|received|sent)\b.{0,120}\b(e-?mails?|newsletters?|list|messages?)\b",
        MAILING,
    ),
    (
        r"^this (e-?mail|newsletter|message) (was|is|has been) (sent|delivered|addressed) to (you\b|\S+@\S+)",
        MAILING,
    ),
    (
        r"^(was this|did (someone|a friend)|(someone|a friend)|forward(ed)? this)\b.{0,30}\b(e-?mail|newsletter)\b.{0,20}\b(forward|to (you|a friend))",
        MAILING,
    ),
    (
        r"^(to (unsubscribe|stop receiving|opt out)\b|(if you )?(no longer|don['’]t|do not) (wish|want) to receive (these|this|our|any|e-?mails|newsletters)\b)",
        MAILING,
    ),
    // Photo credits.
    (
        r"^\W?(photo|image|picture|photograph|video|photo credit|image credit|image source|picture credit|credit|photo illustration|graphic)s?( by)?\s?[:/|]\s?[^.]{1,80}\W?$",
        CREDIT,
    ),
    (
        r"^(reuters|ap|afp|epa|pa|pa media|pa wire|bloomberg|dpa|xinhua|tass|anadolu|shutterstock|getty( images)?|the associated press|associated press|handout|supplied|facebook|instagram)([\s/|,]+(reuters|ap|afp|epa|pa media|bloomberg|getty( images)?|shutterstock|handout|via))*$",
        CREDIT,
    ),
    (r"^image (source|caption),? ?[^.]{0,60}$", CREDIT),
    (
        r"^[^.!?]{0,60}\b(getty images|ap photo|afp via getty|via ap|via reuters|epa-efe|shutterstock|istock)\b[^.!?]{0,40}$",
        CREDIT,
    ),
    (
        r"^\W?(photograph|photo|picture|illustration) by [^.]{1,60}\W?$",
        CREDIT,
    ),
    (r"^(file photo|file image)\b[^.]{0,40}\.?$", CREDIT),
    // Advertisements.
    (
        r"^(advertisements?|advertorial|sponsored( content| by [\w ]{1,30})?|promoted( content)?|ad|paid content)$",
        "advertisement",
    ),
    (
        r"^(story|article|content) continues (below|after)\b.{0,40}$",
        "advertisement",
    ),
    // Related links.
    (
        r"^(read more|also read|read also|read next|see also|see more|more (on|from|in) [^.]{1,50}|more (stories|news|coverage|top stories)|related( (articles?|stories|story|posts?|content|topics?|links?|news|reading|coverage|tags|videos?))?|recommended( (for you|stories|reading|articles))?|you (may|might) (also|be interested)[^.]{0,20}|trending( now| stories)?|most (read|popular|viewed|shared|commented)|top stories|up next|don['’]t miss|editor['’]?s['’]? (picks?|choice)|in case you missed it|further reading|(explore|discover) more|watch|in|tags|topics|more on|filed under|(topics )?in this (article|story)|keep reading)\s*:?$",
        RELATED,
    ),
    (
        r"^(read more|also read|read also|read next|must read|see also|related( stor(y|ies)| articles?| news)?|recommended|watch|don['’]t miss|trending|in pics|explained|tags|topics|filed under)\s*[:|»>-]\s*[^\n]{1,240}$",
        RELATED,
    ),
    // Menus.
    (
        r"^skip to (the )?(main )?(content|navigation|article)$",
        "menu",
    ),
    (
        r"^((home|menu|search|sign in|sign up|log ?in|log ?out|subscribe|register|my account|newsletters?|sections|sport|sports|world|politics|business|opinion|culture|about( us)?|contact( us)?|privacy( policy)?|terms( of (use|service))?|cookies?( policy)?|help|advertise( with us)?|careers|sitemap)\b[\s,|•·/»>-]*){2,30}$",
        "menu",
    ),
    (
        r"^(menu|search|sign in|log ?in|subscribe|register|back to top|toggle navigation|previous( (article|post|story))?|next( (article|post|story))?|close|show more|read (the )?full (story|article|bio)|view bio|full bio|continue reading)$",
        "menu",
    ),
    (
        r"^(about us|contact us|privacy policy|terms of (use|service)|cookie policy|do not sell my personal information)$",
        "menu",
    ),
    // Reading times and ages of a page.
    (r"^\d+[ -](min(ute)?s?)\.? (read|ago)$", "reading time"),
    (
        r"^\d+ (hours?|hrs?|days?|minutes?|mins?|weeks?|months?|years?) ago$",
        "reading time",
    ),
    // The law.
    (
        r"^(©|\(c\) ?\d{4}|copyright( ©| \(c\)|:| \d{4}))",
        "copyright notice",
    ),
    (r"\ball rights reserved\b", "copyright notice"),
    (
        r"\bmay not be (published|reproduced), (broadcast|rewritten|published|reproduced)\b",
        "copyright notice",
    ),
    // Addresses.
    (r"^https?://\S+$", "web address"),
];

const SELF_PROMOTION: &[&str] = &[
    r"\bis (a )?part of (the )?.{1,60}\b(group|network|family)\b.*(\bwebsite\b|https?:|\bwww\.)",
    r"^(please )?(visit|see|follow) (our|the author['’]s|the) (website|page|site)\b",
    r"^(for more|to read more|more information)\b.{0,80}(\bvisit\b|https?:|\bwww\.)",
    r"\b(support|donate to|help fund) (our|independent|quality) (journalism|work|reporting)\b",
    r"^(please )?(consider|make) (making )?(a )?donat(ion|ing)\b",
    r"^if you (like|liked|enjoy|enjoyed) (this|our)\b.{0,120}\b(subscribe|donate|support|share)\b",
    r"^(this (article|story|report) )?(was )?(first|originally) (appeared|published) (in|on|by|at) [^.]{1,80}\.?$",
];

static REPORTING_CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bcontributed (to this (report|story|article)|reporting)\.?$|^(additional )?(reporting|editing|writing) by\b")
        .expect("the pattern is fixed")
});
static CLIP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\s\d{1,2}:\d{2}$").expect("the pattern is fixed"));
static CREDIT_AT_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:\([^()]{0,80}(?:getty images|ap photo|afp|reuters|epa|shutterstock|via ap\b|obtained by|courtesy of|handout|[\w ]+/[\w ]+ via)[^()]{0,50}\)|\|[^|]{2,60}/\s?(?:getty images|afp|ap|ap photo|reuters|epa|politico|bloomberg)[^|.]{0,40})\W?$")
        .expect("the pattern is fixed")
});
/// Finds the few phrases that may match: every phrase without its bounds on length, which are most of the work to compile.
static LIKELY: LazyLock<RegexSet> = LazyLock::new(|| {
    let bounds = Regex::new(r"\{[0-9]+,[0-9]+\}").expect("the pattern is fixed");
    let unbounded =
        |(pattern, _): &(&str, _)| bounds.replace_all(&plain(pattern), "*").into_owned();
    RegexSetBuilder::new(PHRASES.iter().map(unbounded))
        .case_insensitive(true)
        .dfa_size_limit(32 << 20)
        .build()
        .expect("the patterns are fixed")
});
/// Each phrase as it stands, compiled when it is first likely.
static EXACT: [OnceLock<Regex>; PHRASES.len()] = [const { OnceLock::new() }; PHRASES.len()];
static PROMOTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("(?i)(?:{})", plain(&SELF_PROMOTION.join("|"))))
        .expect("the patterns are fixed")
});

/// The same pattern with ASCII word boundaries and digits: all its words are English, and matching is far quicker.
fn plain(pattern: &str) -> String {
    pattern.replace(r"\b", r"(?-u:\b)").replace(r"\d", "[0-9]")
}

/// Why a piece with these words is furniture, if it is.
pub(in crate::ingest) fn reason(words: &str) -> Option<&'static str> {
    if words.len() > LONGEST {
        return None;
    }
    // The comment form often comes as one run: "Your email address will not be published. Required fields are marked *".
    LIKELY
        .matches(words)
        .into_iter()
        .filter_map(|number| PHRASES.get(number).zip(EXACT.get(number)))
        .find(|((pattern, _), exact)| {
            let compiled = || Regex::new(&format!("(?i){}", plain(pattern)));
            exact
                .get_or_init(|| compiled().expect("the pattern is fixed"))
                .is_match(words)
        })
        .map(|(&(_, reason), _)| reason)
}

/// Whether a piece near the end advertises the outlet.
pub(in crate::ingest) fn is_self_promotion(words: &str) -> bool {
    words.len() <= 600 && PROMOTION.is_match(words)
}

/// Whether a piece near the end names those who helped: "Ana Ruiz contributed to this report."
pub(in crate::ingest) fn is_reporting_credit(words: &str) -> bool {
    words.len() <= LONGEST && REPORTING_CREDIT.is_match(words)
}

/// Where the credit of a photo begins, if a piece ends in one.
pub(in crate::ingest) fn credit_at_end(words: &str) -> Option<usize> {
    // Every credit begins with one of these.
    if words.len() > 2 * LONGEST || !words.contains(['(', '|']) {
        return None;
    }
    CREDIT_AT_END
        .find(words)
        .map(|found| found.start())
        .filter(|&start| start > 0)
}

/// Whether a caption names a film with its length: "How the bridge fell 05:30".
pub(in crate::ingest) fn is_clip(words: &str) -> bool {
    CLIP.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_holds_no_longer_than_its_bounds() {
        let box_of = |words: usize| format!("Sign up {}newsletter", "now ".repeat(words));
        assert_eq!(reason(&box_of(39)), Some("newsletter box"));
        assert_eq!(reason(&box_of(40)), None);
    }

    #[test]
    fn every_phrase_is_a_pattern() {
        for (pattern, _) in PHRASES {
            assert!(
                Regex::new(&format!("(?i){}", plain(pattern))).is_ok(),
                "{pattern}"
            );
        }
    }

    #[test]
    fn words_about_a_mailing_are_told_from_sentences_of_an_article() {
        for words in [
            "View in browser",
            "View this email in your browser",
            "Unsubscribe | Privacy policy",
            "Manage your email preferences",
            "You are receiving this email because you signed up for our newsletter.",
            "You’re currently subscribed to this newsletter.",
            "This email was sent to reader@example.org.",
            "Was this email forwarded to you? Sign up here.",
            "Trouble viewing this email? Open it in your browser.",
            "To unsubscribe, reply with the word stop.",
        ] {
            assert_eq!(reason(words), Some(MAILING), "{words}");
        }
        for words in [
            "We have received a letter from the mayor, the newsletter said.",
            "You have to sign the list before noon.",
            "This email was sent to the whole council, Ruiz said.",
            "To change the law, the council must vote twice.",
            "If someone sends you an email, do not open it.",
            "Manage the river better, engineers told the council.",
        ] {
            assert_eq!(reason(words), None, "{words}");
        }
    }
}
