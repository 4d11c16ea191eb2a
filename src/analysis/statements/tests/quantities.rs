//! Numbers in a sentence, and what the program takes them for.

use super::statements;
use crate::model::{Comparison, Quantity, Unit};

/// Value, unit and counted noun of each quantity: "≥17 passenger", "1500000 USD".
fn quantities(text: &str) -> String {
    let mut found: Vec<Quantity> = statements(text)
        .into_iter()
        .flat_map(|statement| statement.quantities)
        .collect();
    found.sort_by_key(|quantity| quantity.span);
    found.dedup();
    found.iter().map(show).collect::<Vec<_>>().join(", ")
}

fn show(quantity: &Quantity) -> String {
    let round = |value: f64| (value * 100.0).round() / 100.0;
    let (low, high) = (round(quantity.low), round(quantity.high));
    let value = match quantity.comparison {
        Comparison::Exact => format!("{low}"),
        Comparison::Between => format!("{low}..{high}"),
        Comparison::About => format!("~{}", round(f64::midpoint(low, high))),
        Comparison::AtLeast => format!("≥{low}"),
        Comparison::MoreThan => format!(">{low}"),
        Comparison::AtMost => format!("≤{high}"),
        Comparison::LessThan => format!("<{high}"),
    };
    let unit = match &quantity.unit {
        Unit::Count => String::new(),
        Unit::Money(code) => format!(" {code}"),
        unit => format!(" {unit:?}").to_lowercase(),
    };
    let counted = quantity
        .counted
        .as_ref()
        .map_or_else(String::new, |noun| format!(" {noun}"));
    format!("{value}{unit}{counted}")
}

fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(text, expected)| (text, expected, quantities(text)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn counts_name_what_they_count() {
    check(&[
        ("17 passengers were treated.", "17 passenger"),
        ("The gunman killed two co-workers.", "2 co-worker"),
        ("Police arrested three men on Tuesday.", "3 man"),
        ("Seventeen people died.", "17 person"),
        ("Twenty-five firefighters were sent.", "25 firefighter"),
        ("The fire destroyed 1,200 homes.", "1200 home"),
        ("Two hundred and fifty soldiers left.", "250 soldier"),
        ("The army sent 5,000 troops to the border.", "5000 troop"),
        ("A dozen protesters were detained.", "12 protester"),
        ("Two dozen students were hurt.", "24 student"),
        ("The blast wounded 17.", "17 person"),
        ("17 were injured in the crash.", "17 person"),
        ("Officials said 17 people were dead.", "17 person"),
        ("The church has 1,000 members.", "1000 member"),
        ("The 1,000-member church burned.", "1000 member"),
        ("17 of the passengers were treated.", "17 passenger"),
        ("Three Russian soldiers were killed.", "3 soldier"),
        ("The storm hit four small coastal towns.", "4 town"),
        ("No passengers were hurt.", "0 passenger"),
        ("Nobody was hurt.", "0 person"),
        ("More than 4, 000 homes burned.", ">4000 home"),
    ]);
}

#[test]
fn words_before_and_after_a_number_widen_it() {
    check(&[
        ("At least 17 people were killed.", "≥17 person"),
        ("More than 100 homes burned.", ">100 home"),
        ("Over 40 people were rescued.", ">40 person"),
        ("About 30 people were inside.", "~30 person"),
        ("Some 40 people were inside.", "~40 person"),
        ("Nearly 200 homes lost power.", "~200 home"),
        ("Up to 1,000 people can sit there.", "≤1000 person"),
        ("As many as 50 people are missing.", "≤50 person"),
        ("Fewer than 10 people came.", "<10 person"),
        ("No more than 10 people came.", "≤10 person"),
        ("No fewer than 10 people came.", "≥10 person"),
        ("The trip takes 10 to 15 minutes.", "600..900 duration"),
        ("Between 10 and 15 people came.", "10..15 person"),
        ("The search covered 20-30 homes.", "20..30 home"),
        ("Thirty or more people came.", "≥30 person"),
        ("An estimated 300 people marched.", "~300 person"),
        ("Dozens of people were hurt.", "≥24 person"),
        ("Hundreds of thousands of people marched.", "≥200000 person"),
    ]);
}

#[test]
fn money_has_a_currency() {
    check(&[
        ("The damage was put at $1 million.", "1000000 USD"),
        ("It cost $1.5m to build.", "1500000 USD"),
        ("The firm paid £20 million.", "20000000 GBP"),
        ("The plan costs €3bn.", "3000000000 EUR"),
        ("He owed 5,000 euros.", "5000 EUR"),
        ("She won two million dollars.", "2000000 USD"),
        ("The fine was A$500.", "500 AUD"),
        ("Repairs cost about $40,000.", "~40000 USD"),
        ("They raised half a million dollars.", "500000 USD"),
        ("It costs 300 yen.", "300 JPY"),
    ]);
}

#[test]
fn measures_come_in_the_base_of_their_unit() {
    check(&[
        ("Prices rose by 5 percent.", "5 percent"),
        ("Prices rose 2.5%.", "2.5 percent"),
        ("Two-thirds of voters agreed.", "66.67 percent voter"),
        ("Half of the town fled.", "50 percent town"),
        ("A quarter of the vote was counted.", "25 percent vote"),
        ("The town lies 10 miles away.", "16093.44 length"),
        ("He ran 5 kilometers.", "5000 length"),
        ("The wall is 12 feet high.", "3.66 length"),
        ("The fire burned 100 acres.", "404685.64 area"),
        ("The bag held 3 kilograms of gold.", "3 mass"),
        ("Winds reached 60 mph.", "26.82 speed"),
        ("The trial lasted three weeks.", "1814400 duration"),
        ("She waited for 90 minutes.", "5400 duration"),
        ("He was jailed for 10 years.", "315569520 duration"),
        ("A 6.1-magnitude earthquake hit.", "6.1 magnitude"),
        ("The magnitude 6.1 quake hit.", "6.1 magnitude"),
        (
            "The quake measured 5.9 on the Richter scale.",
            "5.9 magnitude",
        ),
        ("They won 3-1 on Sunday.", "3 score"),
        ("The court ruled 5-4.", "5 score"),
        ("He was the third victim.", "3 rank victim"),
        ("She finished second.", "2 rank"),
    ]);
}

#[test]
fn ages_are_no_counts() {
    check(&[
        ("A 36-year-old man was arrested.", "36 age"),
        ("The suspect is 36 years old.", "36 age"),
        ("John Smith, 36, was arrested.", "36 age"),
        ("A woman aged 70 died.", "70 age"),
        ("The six-month-old baby survived.", "0.5 age"),
    ]);
}

#[test]
fn figures_that_count_nothing_are_left_alone() {
    check(&[
        ("The law of 2012 was repealed.", ""),
        ("He arrived on December 5, 2016.", ""),
        ("The show begins at 3 p.m.", ""),
        ("Call 555-123-4567 for help.", ""),
        ("Call 555-1234 for help.", ""),
        ("The house at 440 Elm Street burned.", ""),
        ("It happened in the 12000 block of Main Street.", ""),
        ("Flight 370 vanished.", ""),
        ("He stayed in room 12.", ""),
        ("An F-16 crashed.", ""),
        ("Flight MH370 vanished.", ""),
        ("Article 5 was invoked.", ""),
        ("See page 3.", ""),
        ("He carried a .357 Magnum.", ""),
        ("They met at 0800 sharp.", ""),
        ("One of the men was hurt.", ""),
        ("No one knows the reason.", "0 person"),
        ("This one is better.", ""),
        ("It was popular in the 1990s.", ""),
        ("The road is Interstate 95.", ""),
        ("He first said so in court.", ""),
    ]);
}
