//! Pairing quotation marks, paragraph by paragraph: one pass with a stack, then one over the paragraphs for quotes that
//! run on. A stray or lost mark spoils at most its own paragraph.

use crate::lang::speech::{CALL, ELISION, Lexicon, SAY};
use crate::text::{Case, Document, Range, Span, Token, TokenKind, sort_by_key};

/// More marks than this are never open at once.
const DEEPEST: usize = 8;

/// Words between a pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The words without the marks and without blanks at the edges.
    pub span: Span,
    /// The tokens between the marks.
    pub tokens: Range,
    /// The index of the paragraph.
    pub paragraph: u32,
    /// Whether the marks are single ones.
    pub single: bool,
    /// Whether it stands inside another segment.
    pub nested: bool,
    /// Whether a closing mark ends it.
    pub closed: bool,
    /// Whether it goes on with what the segment before left open.
    pub continues: bool,
}

/// All segments by place, outer before inner, and the marks left without a partner.
#[derive(Debug, Default)]
pub struct Marks {
    /// The segments.
    pub segments: Vec<Segment>,
    /// Double or opening marks without a partner.
    pub unclosed: Vec<Span>,
}

/// What the shape of a mark says of its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Opens,
    Closes,
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Sign {
    shape: Shape,
    single: bool,
}

fn sign(mark: &str) -> Option<Sign> {
    let (shape, single) = match mark {
        "“" | "„" | "‟" | "``" | "「" | "『" => (Shape::Opens, false),
        "”" | "」" | "』" => (Shape::Closes, false),
        // Guillemets point either way (« French », »German«): place decides.
        "\"" | "''" | "«" | "»" => (Shape::Either, false),
        "‘" | "‚" | "‛" | "`" => (Shape::Opens, true),
        "’" => (Shape::Closes, true),
        "'" | "‹" | "›" => (Shape::Either, true),
        _ => return None,
    };
    Some(Sign { shape, single })
}

/// An opening mark that waits for its partner.
#[derive(Debug, Clone, Copy)]
struct Open {
    token: usize,
    single: bool,
}

struct Pairing<'d> {
    document: &'d Document<'d>,
    lexicon: &'d Lexicon,
    paragraph: Range,
    index: u32,
    open: Vec<Open>,
    found: Vec<Segment>,
    stray: Vec<usize>,
    /// Whether any double mark has opened.
    seen_double: bool,
    /// The single marks that surely close, in order.
    strong: Vec<usize>,
}

/// What a paragraph leaves for its neighbours.
#[derive(Debug, Default, Clone, Copy)]
struct Edge {
    /// An opening double mark left open at the end.
    open: Option<usize>,
    /// A closing double mark before anything opened.
    close: Option<usize>,
    /// Whether the first token is an opening double mark.
    leads: bool,
}

/// Pairs the marks of a document.
pub fn pair(document: &Document, lexicon: &Lexicon) -> Marks {
    let mut marks = Marks::default();
    let mut edges: Vec<Edge> = Vec::new();
    let mut found: Vec<Segment> = Vec::new();
    let mut stray: Vec<usize> = Vec::new();
    let has_mark = |p: &Range| p.iter().any(|i| is_mark(document, i));
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let mut edge = Edge::default();
        if has_mark(paragraph) {
            let mut pairing = Pairing {
                document,
                lexicon,
                paragraph: *paragraph,
                index: index as u32,
                open: Vec::new(),
                found: Vec::new(),
                stray: Vec::new(),
                seen_double: false,
                strong: Vec::new(),
            };
            edge = pairing.run();
            found.append(&mut pairing.found);
            stray.append(&mut pairing.stray);
        }
        edges.push(edge);
    }
    run_on(document, lexicon, &edges, &mut found, &mut stray);
    cut_labels(document, &mut found);
    sort_by_key(&mut stray, |i| *i);
    sort_by_key(&mut found, |s| (s.tokens.start, std::cmp::Reverse(s.tokens.end)));
    mark_nested(&mut found);
    marks.segments = found;
    marks.unclosed = stray.iter().filter_map(|&i| document.tokens.get(i)).map(|t| t.span).collect();
    sort_by_key(&mut marks.unclosed, |s| *s);
    marks
}

fn is_mark(document: &Document, token: usize) -> bool {
    document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Punct) && sign(document.str(token)).is_some()
}

fn mark_nested(segments: &mut [Segment]) {
    let mut end = 0;
    for segment in segments {
        segment.nested = segment.tokens.end <= end;
        end = end.max(segment.tokens.end);
    }
}

/// Leaves the labels of a transcript that is quoted turn by turn outside its segments: `"WALLACE: Will she come?`
/// One such paragraph may be a headline or a tweet (`“BREAKING: We won.”`), two are turns.
fn cut_labels(document: &Document, segments: &mut [Segment]) {
    let capitals = |i: &usize| document.tokens.get(*i).is_some_and(|t| t.case == Case::Upper && t.span.len() > 1);
    let label = |s: &Segment| {
        let start = s.tokens.start as usize;
        let opens = document.paragraphs.get(s.paragraph as usize).is_some_and(|p| p.start + 1 == s.tokens.start);
        let colon = start + (start..start + 3).take_while(capitals).count();
        let labelled = opens && colon > start && colon + 1 < s.tokens.end as usize && document.str(colon) == ":";
        labelled.then_some(colon + 1)
    };
    if segments.iter().filter_map(label).take(2).count() < 2 {
        return;
    }
    for segment in segments {
        let Some(start) = label(segment) else { continue };
        segment.tokens.start = start as u32;
        segment.span = document.span(start..segment.tokens.end as usize);
        segment.continues = false;
    }
}

/// Joins quotes over paragraphs: an opening mark left open runs to the end of its paragraph if the next paragraph opens
/// with a mark again or closes what was open, or if it opened its own paragraph.
fn run_on(document: &Document, lexicon: &Lexicon, edges: &[Edge], found: &mut Vec<Segment>, stray: &mut Vec<usize>) {
    let (mut added, mut paired) = (Vec::new(), Vec::new());
    let mut continuing = false;
    for (index, edge) in edges.iter().enumerate() {
        let Some(paragraph) = document.paragraphs.get(index) else { continue };
        if continuing {
            let first = paragraph.start + u32::from(edge.leads);
            if edge.leads {
                let from = found.partition_point(|s| (s.paragraph as usize) < index);
                let mut here = found.iter_mut().skip(from).take_while(|s| s.paragraph as usize == index);
                if let Some(segment) = here.find(|s| s.tokens.start == first) {
                    segment.continues = true;
                }
            } else if let Some(close) = edge.close {
                push(document, &mut added, index as u32, (first as usize, close), (false, true, true));
                paired.push(close);
            }
        }
        let next = edges.get(index + 1).copied().unwrap_or_default();
        let was_continuing = continuing;
        continuing = false;
        if let Some(open) = edge.open {
            let leads = open == paragraph.start as usize;
            let goes_on = next.leads || next.close.is_some();
            // A quote that a verb of speech, a comma or a colon announces has lost its closing mark.
            let announced = open > 0
                && (matches!(document.str(open - 1), "," | ":") || lexicon.at(document, open - 1) & (SAY | CALL) != 0);
            if leads || goes_on || announced {
                let how = (false, false, was_continuing && leads);
                push(document, &mut added, index as u32, (open + 1, paragraph.end as usize), how);
                paired.push(open);
                continuing = goes_on;
            }
        }
    }
    found.append(&mut added);
    sort_by_key(&mut paired, |i| *i);
    stray.retain(|i| paired.binary_search(i).is_err());
}

/// Adds the segment of a token range, unless it holds no word. `how`: single, closed, continues.
fn push(
    document: &Document,
    found: &mut Vec<Segment>,
    paragraph: u32,
    (start, end): (usize, usize),
    how: (bool, bool, bool),
) {
    let wordy = |t: &Token| !matches!(t.kind, TokenKind::Punct);
    let Some(tokens) = document.tokens.get(start..end.max(start)) else { return };
    if tokens.iter().any(wordy) {
        found.push(Segment {
            span: document.span(start..end),
            tokens: Range { start: start as u32, end: end as u32 },
            paragraph,
            single: how.0,
            nested: false,
            closed: how.1,
            continues: how.2,
        });
    }
}

impl Pairing<'_> {
    fn token(&self, i: usize) -> Option<&Token> {
        self.paragraph.holds(i).then(|| self.document.tokens.get(i)).flatten()
    }

    /// Whether a blank, an opening bracket, a dash or another opening mark stands before token `i`.
    fn free_before(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else { return true };
        if token.spaced || i == self.paragraph.start as usize {
            return true;
        }
        let before = self.document.str(i - 1);
        matches!(before, "(" | "[" | "—" | "–" | "-" | "--" | "/" | ":" | "…")
            || sign(before).is_some_and(|s| s.shape == Shape::Opens)
            || (sign(before).is_some() && (i < 2 || self.free_before_mark(i - 1)))
    }

    fn free_before_mark(&self, i: usize) -> bool {
        self.token(i).is_none_or(|t| t.spaced) || i == self.paragraph.start as usize
    }

    /// Whether a blank or the end of the paragraph stands after token `i`.
    fn free_after(&self, i: usize) -> bool {
        self.token(i + 1).is_none_or(|t| t.spaced)
    }

    /// Whether what follows token `i` may follow a closing mark.
    fn ends_after(&self, i: usize) -> bool {
        self.free_after(i)
            || matches!(
                self.document.str(i + 1),
                "," | "."
                    | ";"
                    | ":"
                    | "!"
                    | "?"
                    | ")"
                    | "]"
                    | "—"
                    | "–"
                    | "--"
                    | "-"
                    | "…"
                    | "..."
                    | "/"
                    | "'s"
                    | "’s"
            )
            || sign(self.document.str(i + 1)).is_some()
    }

    fn run(&mut self) -> Edge {
        self.find_strong();
        let mut edge = Edge::default();
        for i in self.paragraph.iter() {
            let Some(token) = self.token(i) else { break };
            if token.kind != TokenKind::Punct {
                continue;
            }
            let Some(sign) = sign(self.document.str(i)) else { continue };
            if sign.single {
                self.single(i, sign);
            } else {
                self.double(i, sign, &mut edge);
            }
        }
        edge.leads = self.open.first().is_some_and(|o| o.token == self.paragraph.start as usize && !o.single)
            || self.found.iter().any(|s| s.tokens.start == self.paragraph.start + 1 && !s.single);
        edge.open = self.settle();
        edge
    }

    /// Marks that open ever deeper have lost their partners: the oldest are forgotten.
    fn open(&mut self, token: usize, single: bool) {
        if self.open.len() >= DEEPEST {
            let lost = self.open.remove(0);
            if !lost.single {
                self.stray.push(lost.token);
            }
        }
        self.open.push(Open { token, single });
    }

    /// Closes the opening mark at `place` of the stack at token `i`: whatever opened since was no opening mark.
    fn close(&mut self, place: usize, i: usize) {
        for lost in self.open.drain(place + 1..).filter(|o| !o.single) {
            self.stray.push(lost.token);
        }
        if let Some(open) = self.open.pop() {
            push(self.document, &mut self.found, self.index, (open.token + 1, i), (open.single, true, false));
        }
    }

    fn double(&mut self, i: usize, sign: Sign, edge: &mut Edge) {
        let last = self.open.iter().rposition(|o| !o.single);
        let (free_before, free_after) = (self.free_before(i), self.free_after(i));
        let clearly_opens = free_before && !free_after && !matches!(self.document.str(i + 1), "," | "." | ")" | ";");
        let clearly_closes = !free_before && self.ends_after(i);
        // Only French sets blanks within the marks, and there « opens.
        let shape = match self.document.str(i) {
            "«" if free_before && free_after => Shape::Opens,
            "»" if free_before && free_after => Shape::Closes,
            _ => sign.shape,
        };
        let opens = match shape {
            // “word“ and ”word” are common slips: the blank tells better than the shape.
            Shape::Opens => last.is_none() || !clearly_closes,
            Shape::Closes => last.is_none() && clearly_opens,
            Shape::Either if last.is_none() => {
                if self.is_inch(i) {
                    return;
                }
                clearly_opens || (!free_after && !clearly_closes) || (free_before && self.is_first_of_line(i))
            }
            Shape::Either => clearly_opens,
        };
        if opens {
            self.seen_double = true;
            self.open(i, false);
        } else if let Some(place) = last {
            self.close(place, i);
        } else if !self.is_inch(i) {
            if edge.close.is_none() && !self.seen_double {
                edge.close = Some(i);
            }
            self.stray.push(i);
        }
    }

    /// A mark that floats between blanks opens at the beginning of a paragraph (`" We won.`).
    fn is_first_of_line(&self, i: usize) -> bool {
        i == self.paragraph.start as usize
    }

    /// `6'2"`, `12" pizza`: a mark right after a figure while nothing is open.
    fn is_inch(&self, i: usize) -> bool {
        i > 0
            && self.token(i).is_some_and(|t| !t.spaced)
            && self.token(i - 1).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Marks the single marks that surely close: glued to what stands before, and not a plural's apostrophe.
    fn find_strong(&mut self) {
        for i in self.paragraph.iter() {
            let closes = sign(self.document.str(i)).is_some_and(|s| s.single && s.shape != Shape::Opens);
            if closes && !self.free_before(i) && self.ends_after(i) && !self.after_s(i) {
                self.strong.push(i);
            }
        }
    }

    /// Whether the mark follows a word in *s* and a further word comes after a blank, as after *voters'*.
    fn after_s(&self, i: usize) -> bool {
        let plural = i > 0
            && self.document.str(i - 1).ends_with(['s', 'S'])
            && self.token(i - 1).is_some_and(|t| t.kind == TokenKind::Word);
        plural && self.token(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.spaced)
    }

    fn single(&mut self, i: usize, sign: Sign) {
        let double = self.open.iter().rposition(|o| !o.single);
        let last = self.open.iter().rposition(|o| o.single).filter(|&s| double.is_none_or(|d| s > d));
        let (free_before, free_after) = (self.free_before(i), self.free_after(i));
        if free_before {
            let backward = sign.shape == Shape::Closes;
            if !free_after && !backward && !self.is_elision(i) {
                self.open(i, true);
            }
            return;
        }
        let Some(place) = last else { return };
        if !self.ends_after(i) || (sign.shape == Shape::Opens && !free_after) {
            return;
        }
        // *voters'* inside a quote: an apostrophe if a surer closing mark follows before anything else opens.
        if self.after_s(i) {
            let next = self.strong.partition_point(|&s| s <= i);
            let closer = self.strong.get(next).copied();
            let opener = closer.is_some_and(|c| {
                // Bounded: a closing mark farther away than this belongs to another quote.
                c - i < 60
                    && !(i + 1..c).any(|k| {
                        self::sign(self.document.str(k)).is_some_and(|s| s.single && s.shape != Shape::Closes)
                            && self.free_before(k)
                            && !self.free_after(k)
                            && !self.is_elision(k)
                    })
            });
            if opener {
                return;
            }
        }
        self.close(place, i);
    }

    /// '90s, 'em, 'n': the apostrophe of lost letters or figures.
    fn is_elision(&self, i: usize) -> bool {
        let Some(next) = self.token(i + 1) else { return false };
        match next.kind {
            TokenKind::Number => next.span.len() == 2 && !self.closes_soon(i + 2),
            TokenKind::Word => {
                let elided = self.lexicon.of(next.word) & ELISION != 0;
                elided && (self.document.lower(i + 1) == "n" || !self.closes_soon(i + 2))
            }
            _ => false,
        }
    }

    fn closes_soon(&self, i: usize) -> bool {
        sign(self.document.str(i)).is_some_and(|s| s.single && s.shape != Shape::Opens)
    }

    /// What is still open at the end of the paragraph: a double mark whose quote stops where the next one opens (the
    /// paragraph break was lost), or one to hand on.
    fn settle(&mut self) -> Option<usize> {
        let open: Vec<usize> = self.open.iter().filter(|o| !o.single).map(|o| o.token).collect();
        let end = self.paragraph.end as usize;
        for (place, &token) in open.iter().enumerate() {
            let next = self
                .found
                .iter()
                .filter(|s| s.closed && !s.single && s.tokens.start as usize > token + 1)
                .map(|s| s.tokens.start as usize - 1)
                .min();
            let later = open.get(place + 1).copied();
            let stop = [next, later].into_iter().flatten().min();
            match stop {
                None if place + 1 == open.len() => {
                    self.stray.push(token);
                    return Some(token);
                }
                Some(stop) if stop < end && self.ends_sentence(stop) => {
                    push(self.document, &mut self.found, self.index, (token + 1, stop), (false, false, false));
                    if let Some(s) = self.found.iter_mut().find(|s| s.tokens.start as usize == stop + 1) {
                        s.continues = true;
                    }
                }
                _ => self.stray.push(token),
            }
        }
        None
    }

    fn ends_sentence(&self, i: usize) -> bool {
        i > 0 && matches!(self.document.str(i - 1), "." | "!" | "?" | "…" | "...")
    }
}

#[cfg(test)]
mod tests {
    use super::pair;
    use crate::lang::en;
    use crate::lang::speech::Lexicon;
    use crate::text::Document;

    /// What stands between marks, nested ones after `>`, running on `+`, going on `~`.
    fn segments(text: &str) -> Vec<String> {
        let document = Document::new(text, &en::ORTHOGRAPHY);
        let marks = pair(&document, &Lexicon::new(&document, &en::SPEECH));
        let show = |s: &super::Segment| {
            let sign = |on: bool, sign: &'static str| if on { sign } else { "" };
            format!("{}{}{}{}", sign(s.nested, ">"), sign(s.continues, "~"), s.span.of(text), sign(!s.closed, "+"))
        };
        let unclosed = marks.unclosed.iter().map(|s| format!("!{}", s.of(text)));
        marks.segments.iter().map(show).chain(unclosed).collect()
    }

    #[test]
    fn pairs_of_every_kind() {
        assert_eq!(
            segments("“One,” he said. \"Two,\" she said. ''Three.'' ``Four.''"),
            ["One,", "Two,", "Three.", "Four."]
        );
        assert_eq!(segments("« Oui », dit-il. „Ja“, sagte er. »Nein«, sagte sie."), ["Oui", "Ja", "Nein"]);
        assert_eq!(segments("Il a dit : « Oui. » Puis : « Non ! »"), ["Oui.", "Non !"]);
        assert_eq!(segments("‹Oui›, dit-il. ›Ja‹, sagte er."), ["Oui", "Ja"]);
        assert_eq!(
            segments("「We won,」 he said. 「I read 『Kokoro』 again.」"),
            ["We won,", "I read 『Kokoro』 again.", ">Kokoro"]
        );
        assert_eq!(segments("He called it “odd“ and ”even”."), ["odd", "even"]);
        assert_eq!(segments("\"We won,\"he said."), ["We won,"]);
    }

    #[test]
    fn nested() {
        assert_eq!(segments("“She said ‘no’ to us,” he said."), ["She said ‘no’ to us,", ">no"]);
        assert_eq!(segments("‘She said “no” to us,’ he said."), ["She said “no” to us,", ">no"]);
        assert_eq!(
            segments("“This is “Shark Tank.” But we go on,” he said."),
            ["This is “Shark Tank.” But we go on,", ">Shark Tank."]
        );
    }

    #[test]
    fn british_single_marks_and_apostrophes() {
        assert_eq!(
            segments("‘It’s the voters’ anger of the ’90s,’ he said. The Joneses’ dog barked."),
            ["It’s the voters’ anger of the ’90s,"]
        );
        assert_eq!(
            segments("'It's the players' choice,' she said. Rock 'n' roll won't die."),
            ["It's the players' choice,"]
        );
        assert_eq!(segments("The Smiths' car and the Browns' house. 'Tis fine. Get 'em."), [""; 0]);
        assert_eq!(segments("He is 6'2\" and has a 12\" record."), [""; 0]);
    }

    #[test]
    fn over_paragraphs() {
        assert_eq!(segments("“First.\n\n“Second.\n\n“Third,” he said."), ["First.+", "~Second.+", "~Third,"]);
        assert_eq!(segments("He said: “First.\n\nSecond.”"), ["First.+", "~Second."]);
        assert_eq!(segments("\"We go. \"We stay,\" he said."), ["We go.+", "~We stay,"]);
    }

    #[test]
    fn labels_of_a_transcript() {
        assert_eq!(segments("\"LEE: Why?\n\n\"AMY COX: No.\n\n\"Go.\""), ["Why?+", "No.+", "~Go."]);
        assert_eq!(segments("\"LIVE: We won.\""), ["LIVE: We won."]);
    }

    #[test]
    fn a_stray_mark_spoils_its_own_paragraph_only() {
        assert_eq!(segments("He “was here.\n\nShe said “yes” to it.\n\nOdd” end."), ["yes", "!“", "!”"]);
        assert_eq!(segments("She said, “We lost the mark.\n\nNext."), ["We lost the mark.+"]);
        assert_eq!(segments("“”\n\nAnd '' there."), ["!''"]);
    }
}
