//! Two articles about a fire on a ferry that do not go together in six places.

use counterpoint::model::Kind;
use counterpoint::report::Report;

use super::stage;

/// The comparison of the two.
pub fn ferry() -> Report {
    let kinds = [
        Kind::Number,
        Kind::Time,
        Kind::Cause,
        Kind::Stance,
        Kind::Certainty,
        Kind::Denial,
    ];
    stage::report(
        &[
            ("Halden Courier", Some("2026-05-14"), COURIER),
            ("The Northern Ledger", Some("2026-05-15"), LEDGER),
        ],
        &kinds,
    )
}

const COURIER: &str = "
Crew praised after ferry fire off <l Port Halden|Port Halden>

A fire on the ferry <x Aurelia|Aurelia> sent 240 passengers to the lifeboats off <l Port Halden|Port Halden>
[2 late on Tuesday, the <o coastguard|coastguard> said.]

[1 Twelve of the rescued were treated that night], none of them for anything serious,
<o Halden General Hospital|Halden General Hospital> said.

[3 <o Norlink|Norlink>, which runs the ship, said an electrical fault had started the fire] in the engine room.
[6 The <x Aurelia|Aurelia> had passed its safety inspection in March], it added.

[4 The mayor, <p Ilse Brandt|Ilse Brandt>, backed the operator]: “The crew did everything right.”

## What happens next

Sailings to Sund Island [5 will resume on Friday], the company said.

> Passengers described calm on deck as the crew handed out blankets and counted heads twice before the last boat left.

- Tickets stay valid for a month.

- Cars are returned from the pier.
";

const LEDGER: &str = "
Questions over ferry’s safety record after blaze

[2 The blaze broke out early on Wednesday], hours after the <x Aurelia|Aurelia> left
<l Port Halden|Port Halden> with some 240 people aboard.

Rescue boats arrived within the hour, but [1 at least 17 passengers were treated overnight], two of them in intensive
care, a doctor at <o Halden General Hospital|Halden General> told this newspaper.

[3 The cause has not yet been established, investigators said], and <o Norlink|Norlink> declined to comment on
reports of oily rags in the engine room.

Documents seen by the Ledger show [6 the ship was never cleared after failing a check] in March.

[4 <p Ilse Brandt|Mayor Brandt> refused to defend the company], saying she would “wait for the facts”, as the
<o coastguard|coastguard> did.

[5 Services may not resume this week], port officials warned.
";
