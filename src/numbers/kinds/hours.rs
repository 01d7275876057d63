//! Two times of day as the ends of a span: "3:30-6pm", "between 5 and 6 in the afternoon", "from 7 to 9 last night".

use super::{Kind, datetime, time};
use crate::annotation::NumberKind;
use crate::lang::listed;
use crate::numbers::found::Found;
use crate::numbers::reader::{Reader, begins};

/// Two times of day, perhaps with their day behind.
pub(super) const KIND: Kind = Kind {
    id: "hours",
    begins: begins::DIGITS | begins::WORD | begins::TIME,
    parse,
    #[cfg(test)]
    examples: &[
        ("Open 3:30-6pm daily", "3:30-6pm = range T15:30/T18:00 time"),
        ("Shut from 2:30 to 2:15 pm", "2:30 to 2:15 pm = range T02:30/T14:15 time"),
        ("Open between 5 and 6 in the afternoon", "5 and 6 in the afternoon = range T17:00/T18:00 time"),
        ("Open from 8am until 6", "8am until 6 = range T08:00/T18:00 time"),
        ("From 3 to 8pm on Friday it rained.", "3 to 8pm on Friday = range XXXX-WXX-5T15:00/XXXX-WXX-5T20:00 datetime"),
        (
            "From 7 to 9 on Friday evening",
            "7 to 9 on Friday evening = range XXXX-WXX-5T19:00/XXXX-WXX-5T21:00 datetime",
        ),
    ],
    #[cfg(test)]
    counter: &["From 7 to 9 people came.", "They won 6-8 on Monday.", "Some 5 to 6 yesterday"],
};

/// A span of hours: each end by its digits, and whether the half of the day is known.
pub(super) struct Hours {
    ends: [i32; 2],
    told: bool,
    /// Whether one end is a time of day by itself.
    pub sure: bool,
    zone: Option<i16>,
    /// The token after it.
    pub next: usize,
}

fn parse(r: &Reader, at: usize) -> Option<Found> {
    let hours = span(r, at)?;
    let led = r.after(at, "from between");
    let day = datetime::day(r, r.past(r.past(hours.next, ","), "on of"));
    if !hours.sure && !(led && day.is_some()) {
        return None;
    }
    let (next, iso) = day.map_or((hours.next, None), |d| (d.next, d.number.iso.clone()));
    Some(hours.found(at, next, iso.as_deref()))
}

/// The span of hours that begins at a token.
pub(super) fn span(r: &Reader, at: usize) -> Option<Hours> {
    let a = time::end(r, at).or_else(|| time::dotted(r, at))?;
    let dash = r.dash(a.next) && r.glued(a.next) == r.glued(a.next + 1);
    let joined =
        dash || r.any(a.next, "to until till through thru") || r.is(a.next, "and") && r.close(at, 2, "between");
    if !joined {
        return None;
    }
    let b = time::end(r, a.next + 1)?;
    let (mut start, mut end) = (a.time, b.time);
    // One half of the day is told and meant for both, unless that turns them round: "9 to 5 p.m."
    if b.told && !a.told {
        start = [start % 1200 + 1200, start % 1200].into_iter().find(|&time| time < end).unwrap_or(start);
    } else if a.told && !b.told {
        end = [end % 1200, end % 1200 + 1200].into_iter().find(|&time| start < time).unwrap_or(end);
    }
    Some(Hours {
        ends: [start, end],
        told: a.told || b.told,
        sure: a.sure || b.sure,
        zone: b.zone.or(a.zone),
        next: b.next,
    })
}

impl Hours {
    /// As a figure, on a day or in a part of one.
    pub(super) fn found(&self, from: usize, next: usize, day: Option<&str>) -> Found {
        let (date, part) = day.map_or(("", ""), |d| d.split_once('T').unwrap_or((d, "")));
        let late = !self.told && listed("AF EV NI", part);
        let zone = time::zone_iso(self.zone);
        let end = |time: i32| {
            let time = if late && matches!(time, 100..1200) { time + 1200 } else { time };
            [date, &time::iso(time), &zone].concat()
        };
        let mut found = Found::new(NumberKind::Range, from, next, "hours");
        found.number.iso = Some([end(self.ends[0]), end(self.ends[1])].join("/"));
        found.number.of = Some(if day.is_some() { NumberKind::Datetime } else { NumberKind::Time });
        found
    }
}
