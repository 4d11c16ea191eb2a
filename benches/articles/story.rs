//! One story in as many tellings as are asked for: names in full and in short, roles, descriptions, pronouns.

/// A person: name in full, last name, and what the person is called otherwise.
const PEOPLE: [[&str; 3]; 10] = [
    ["Ines Halloran", "Halloran", "the mayor"],
    ["Tom Reddin", "Reddin", "the plant manager"],
    ["Lena Osei", "Osei", "the county health director"],
    ["Karim Haddad", "Haddad", "the fire chief"],
    ["Marta Kline", "Kline", "a school nurse"],
    ["Conrad Vey", "Vey", "the company’s chief executive"],
    ["Paul Devereux", "Devereux", "the 34-year-old suspect"],
    ["Sofia Lindqvist", "Lindqvist", "the Swedish ambassador"],
    ["Dana Pruett", "Pruett", "the city manager"],
    ["Luis Ferrand", "Ferrand", "a barber"],
];

/// An organization: name in full, in short, and its common noun.
const ORGANIZATIONS: [[&str; 3]; 6] = [
    ["Ashmere Water", "Ashmere", "the company"],
    [
        "the Halden Port Authority",
        "the Port Authority",
        "the authority",
    ],
    ["Corran General Hospital", "Corran General", "the hospital"],
    ["the Harbor Workers Association", "HWA", "the union"],
    ["the United Nations", "the U.N.", "the organization"],
    [
        "the Ministry of Transport",
        "the ministry",
        "the government",
    ],
];

const PLACES: [&str; 8] = [
    "Port Ellery",
    "France",
    "Halden",
    "Tokyo",
    "Quayside",
    "Lithuania",
    "Signal Hill",
    "Washington",
];

/// `{P}`, `{p}` and `{r}` stand for a person in full, in short and by role; `{O}`, `{o}` and `{n}` for an organization.
const SENTENCES: [&str; 8] = [
    "{P}, {r}, told reporters in {l} that {O} had been warned.",
    "{p} said {o} would not pay.",
    "The spokeswoman of {O} refused to say whether {P} had called.",
    "{O} closed its office in {l} on Monday, and {n} has not opened it since.",
    "She asked {p} to come to {l}, an official of {o} said.",
    "{P} met {r} of {l} at the gate of {n}.",
    "“We acted the moment we knew,” {p} said, and thanked {O}.",
    "People in {l} blamed {n}, and {r} promised an inquiry.",
];

/// Plain text of so many sentences, four to a paragraph.
pub fn telling(number: usize, sentences: usize) -> String {
    let mut text = format!("Day {} of the trouble in Port Ellery\n\n", number + 1);
    for index in 0..sentences {
        // Every telling has the same facts, but not in the same order, and leaves some of them out.
        let fact = index * (1 + number % 3) + number * 5;
        let [full, last, role] = PEOPLE[fact * 3 % PEOPLE.len()];
        let [name, short, noun] = ORGANIZATIONS[fact * 5 % ORGANIZATIONS.len()];
        let sentence = SENTENCES[fact % SENTENCES.len()]
            .replace("{P}", full)
            .replace("{p}", last)
            .replace("{r}", role)
            .replace("{O}", name)
            .replace("{o}", short)
            .replace("{n}", noun)
            .replace("{l}", PLACES[fact * 7 % PLACES.len()]);
        let mut letters = sentence.chars();
        text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        text.push_str(letters.as_str());
        text.push_str(if index % 4 == 3 { "\n\n" } else { " " });
    }
    text
}
