//! Articles of any length to measure with: one story in two tellings that share their names and differ in some figures.

/// Which outlet tells the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teller {
    Agency,
    Local,
}

const PEOPLE: [&str; 8] = [
    "Ana Ruiz",
    "Tom Reddin",
    "Lena Osei",
    "Karim Haddad",
    "Marta Kline",
    "Ines Halloran",
    "Paul Devereux",
    "Sofia Lindqvist",
];

const ORGANIZATIONS: [&str; 6] = [
    "Ashmere Water",
    "the Halden Port Authority",
    "Corran General Hospital",
    "the Ministry of Transport",
    "Norlink Ferries",
    "the United Nations",
];

const PLACES: [&str; 8] = [
    "Port Ellery",
    "France",
    "Halden",
    "Tokyo",
    "Quayside",
    "Lithuania",
    "the harbor",
    "Signal Hill",
];

const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// Each sentence as the agency tells it, then as the local paper does.
/// `{p}`, `{o}`, `{l}`, `{d}` and `{n}` stand for a person, an organization, a place, a day and a figure.
const SENTENCES: [[&str; 2]; 8] = [
    [
        "About {n} people gathered in {l} on {d}, {o} said.",
        "By {d} a crowd of {n} had come together in {l}, according to {o}.",
    ],
    [
        "\u{201c}We were told nothing until {d},\u{201d} said {p}, who works for {o}.",
        "{p} of {o} said that nobody had called before {d}.",
    ],
    [
        "{o} plans to close its office in {l} after {n} complaints.",
        "The office that {o} keeps in {l} may close, {p} warned, after {n} complaints.",
    ],
    [
        "{p} refused to comment on the report, which {o} published on {d}.",
        "On {d} {p} rejected the report of {o} as a work of fiction.",
    ],
    [
        "At least {n} homes in {l} were without power on {d}.",
        "The lights went out in {n} homes in {l} on {d}, and came back by morning.",
    ],
    [
        "The repairs will cost ${n} million, {p} told reporters in {l}.",
        "{p}, who leads the works in {l}, put the cost at ${n} million.",
    ],
    [
        "{o} has not signed the agreement with {l}, a spokesperson said.",
        "The agreement between {o} and {l} was signed on {d}, {p} said.",
    ],
    [
        "It was the second time in {n} years that {p} had asked {o} for help.",
        "{p} supports the request, which {o} had opposed for {n} years.",
    ],
];

/// Plain text of about `words` words: a title, then paragraphs of three sentences.
pub fn article(teller: Teller, words: usize) -> String {
    let mut text = match teller {
        Teller::Agency => "Officials count the cost after a week of trouble in Port Ellery\n\n",
        Teller::Local => "A hard week on the coast, and few who would answer for it\n\n",
    }
    .to_owned();
    let mut written = 0;
    for fact in 0.. {
        if written >= words {
            break;
        }
        let sentence = sentence(teller, fact);
        written += sentence.split_whitespace().count();
        text.push_str(&sentence);
        text.push_str(if fact % 3 == 2 { "\n\n" } else { " " });
    }
    text
}

/// The same text as a page that a browser saved.
pub fn page(teller: Teller, words: usize) -> String {
    let text = article(teller, words);
    let mut paragraphs = text.split("\n\n");
    let title = paragraphs.next().unwrap_or_default();
    let mut html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title} | Halden Post</title></head><body>\
         <nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li></ul></nav>\
         <article><h1>{title}</h1>"
    );
    for paragraph in paragraphs {
        html.push_str("<p>");
        html.push_str(paragraph);
        html.push_str("</p>\n");
    }
    html.push_str("</article><footer>All rights reserved.</footer></body></html>");
    html
}

fn sentence(teller: Teller, fact: usize) -> String {
    let side = usize::from(teller == Teller::Local);
    // Every fourth figure differs between the tellings.
    let figure = 12 + fact * 7 % 900 + if fact.is_multiple_of(4) { side * 5 } else { 0 };
    SENTENCES[fact % SENTENCES.len()][side]
        .replace("{p}", PEOPLE[fact * 3 % PEOPLE.len()])
        .replace("{o}", ORGANIZATIONS[fact * 5 % ORGANIZATIONS.len()])
        .replace("{l}", PLACES[fact * 7 % PLACES.len()])
        .replace("{d}", DAYS[fact * 2 % DAYS.len()])
        .replace("{n}", &figure.to_string())
}
