//! The command line: text in, a readable report or JSON out.

use copydesk::wire::{json, json_string};
use copydesk::{Analysis, Desk, Error, Options};
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::process::ExitCode;

const HELP: &str = "\
copydesk [OPTION]... [FILE]...
Finds quotes with their speakers, numbers with their values, and names. Reads standard input if no FILE is given.

  --json                 print one analysis as JSON for each text, a line each
  --jsonl                read lines {\"id\",\"text\",\"ref\"?,\"nested\"?}, print lines {\"id\", ...analysis}
  --kinds LIST           only these of quotes,indirect,numbers,entities,checks
  --language TAG         language of the text (en)
  --reference DATE       day of publication, YYYY-MM-DD, that relative dates resolve against
  --outlet-country CODE  ISO 3166-1 code of the outlet's country: what a bare $ means
  --nested               also the bare numeral inside a larger expression
  --max-length N         longest text to read, in UTF-16 units (2000000)
  --house FILE           the newsroom's names, speakers, cues and patterns, as JSON
  --help, --version

Exit code 0, or 2 if anything could not be read; what could be is answered all the same.
";

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Report,
    Json,
    Jsonl,
}

struct Command {
    format: Format,
    options: Map<String, Value>,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let command = match parse() {
        Ok(Some(command)) => command,
        Ok(None) => return ExitCode::SUCCESS,
        Err(problem) => return fail(&problem),
    };
    let mut failed = false;
    let names = if command.files.is_empty() { vec!["-".to_owned()] } else { command.files.clone() };
    if command.format != Format::Jsonl
        && let Err(e) = options(&command.options)
    {
        return fail(&e.to_string());
    }
    for name in &names {
        let place = if name == "-" { "stdin" } else { name };
        match read(name) {
            Ok(input) if command.format == Format::Jsonl => failed |= !lines(&command, place, &input),
            Ok(input) => match desk(&command.options).and_then(|d| d.analyze(&input)) {
                Ok(analysis) if command.format == Format::Json => print(&(json(&analysis, &input) + "\n")),
                Ok(analysis) => print(&report(&analysis, &input)),
                Err(e) => failed |= complain(&format!("{place}: {e}")),
            },
            Err(problem) => failed |= complain(&format!("{place}: {problem}")),
        }
    }
    if failed { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// The command as given; None if it was answered at once (`--help`).
fn parse() -> Result<Option<Command>, String> {
    use lexopt::{Arg, Arg::Long, Arg::Short, ValueExt};
    let mut command = Command { format: Format::Report, options: Map::new(), files: Vec::new() };
    let mut args = lexopt::Parser::from_env();
    let text = |args: &mut lexopt::Parser| args.value().and_then(lexopt::ValueExt::string).map_err(|e| e.to_string());
    while let Some(arg) = args.next().map_err(|e| e.to_string())? {
        match arg {
            Long("help") | Short('h') => {
                print(HELP);
                return Ok(None);
            }
            Long("version") => {
                print(concat!("copydesk ", env!("CARGO_PKG_VERSION"), "\n"));
                return Ok(None);
            }
            Long("json") => command.format = Format::Json,
            Long("jsonl") => command.format = Format::Jsonl,
            Long("nested") => drop(command.options.insert("nested".into(), true.into())),
            Long("kinds") => {
                let kinds = text(&mut args)?.split(',').map(|k| k.trim().into()).collect();
                command.options.insert("kinds".into(), Value::Array(kinds));
            }
            Long("language") => drop(command.options.insert("language".into(), text(&mut args)?.into())),
            Long("reference") => drop(command.options.insert("reference".into(), text(&mut args)?.into())),
            Long("outlet-country") => drop(command.options.insert("outletCountry".into(), text(&mut args)?.into())),
            Long("max-length") => {
                let n = text(&mut args)?;
                let n: u32 = n.parse().map_err(|_| format!("--max-length {n}: is no whole number"))?;
                command.options.insert("maxLength".into(), n.into());
            }
            Long("house") => {
                let file = text(&mut args)?;
                let house = serde_json::from_str(&read(&file).map_err(|e| format!("{file}: {e}"))?)
                    .map_err(|_| format!("{file}: is not JSON"))?;
                command.options.insert("house".into(), house);
            }
            Arg::Value(file) => command.files.push(file.string().map_err(|e| e.to_string())?),
            Long(other) => return Err(format!("there is no option --{other}: see copydesk --help")),
            Short(other) => return Err(format!("there is no option -{other}: see copydesk --help")),
        }
    }
    Ok(Some(command))
}

fn options(given: &Map<String, Value>) -> Result<Options, Error> {
    Options::read(Value::Object(given.clone()))
}

fn desk(given: &Map<String, Value>) -> Result<Desk, Error> {
    options(given).map(Desk::new)
}

fn read(name: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let done = if name == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::read(name).map(|b| {
            bytes = b;
            0
        })
    };
    match done {
        Ok(_) => Ok(String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).into_owned()),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err("there is no such file".into()),
        Err(_) => Err("can't be read".into()),
    }
}

/// Answers every line of a JSONL input; false if one could not be.
fn lines(command: &Command, place: &str, input: &str) -> bool {
    let mut whole = true;
    let mut last: Option<(Map<String, Value>, Desk)> = None;
    for (number, line) in input.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match line_answer(command, &mut last, line) {
            Ok(answer) => print(&(answer + "\n")),
            Err(problem) => {
                complain(&format!("{place}:{}: {problem}", number + 1));
                whole = false;
            }
        }
    }
    whole
}

/// One line's answer. The desk of the line before serves again while the options are the same.
fn line_answer(command: &Command, last: &mut Option<(Map<String, Value>, Desk)>, line: &str) -> Result<String, String> {
    let fields: Map<String, Value> =
        serde_json::from_str(&well_formed(line)).map_err(|_| "is no JSON object".to_owned())?;
    let Some(Value::String(text)) = fields.get("text") else { return Err("has no string \"text\"".into()) };
    let id = match fields.get("id") {
        None | Some(Value::Null) => "null".into(),
        Some(Value::String(id)) => json_string(id),
        Some(Value::Number(id)) if id.is_i64() => id.to_string(),
        Some(_) => return Err("has an \"id\" that is neither a string nor a whole number".into()),
    };
    let mut given = command.options.clone();
    match fields.get("ref") {
        None | Some(Value::Null) => {}
        Some(date) => drop(given.insert("reference".into(), date.clone())),
    }
    if let Some(Value::Bool(nested)) = fields.get("nested") {
        given.insert("nested".into(), (*nested).into());
    }
    if last.as_ref().is_none_or(|(options, _)| *options != given) {
        let desk = desk(&given).map_err(|e| e.to_string())?;
        *last = Some((given, desk));
    }
    let Some((_, desk)) = last else { return Err("has no desk".into()) };
    let analysis = desk.analyze(text).map_err(|e| e.to_string())?;
    Ok(format!("{{\"id\":{id},{}", &json(&analysis, text)[1..]))
}

/// A JSON line whose escapes of lone surrogates (legal in JSON, not in UTF-8) read U+FFFD, as browsers do.
fn well_formed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    let unit = |s: &str| s.strip_prefix("\\u").and_then(|h| h.get(..4)).and_then(|h| u32::from_str_radix(h, 16).ok());
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match unit(rest) {
            Some(0xD800..=0xDBFF) if rest.get(6..).and_then(unit).is_some_and(|u| (0xDC00..=0xDFFF).contains(&u)) => 12,
            Some(0xD800..=0xDFFF) => {
                out.push('\u{fffd}');
                rest = &rest[6..];
                continue;
            }
            // An escape is two characters at least: the second must not be taken for the beginning of another.
            _ => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out + rest
}

/// The report a person reads: what was said by whom, every figure with its value, every name with its mentions, what to check.
fn report(a: &Analysis, text: &str) -> String {
    let mut out = format!("QUOTES {}\n", a.quotes.len());
    let line = |span: copydesk::text::Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    for q in &a.quotes {
        let speaker = q.speaker_name.clone().or_else(|| q.speaker.map(line)).unwrap_or_else(|| "?".into());
        let _ = writeln!(out, "  {speaker}: “{}” ({})", line(q.span), q.kind.label());
    }
    let _ = writeln!(out, "\nNUMBERS {}", a.numbers.len());
    for n in &a.numbers {
        let range = n.lo.zip(n.hi).map(|(lo, hi)| format!("{lo}..{hi}"));
        let value = n.iso.clone().or_else(|| n.value.map(|v| v.to_string())).or(range).unwrap_or_else(|| "?".into());
        let unit = n.unit.map(|u| format!(" {}", u.name())).unwrap_or_default();
        let modifier = n.modifier.map(|m| format!("{} ", m.label())).unwrap_or_default();
        let _ = writeln!(out, "  {} = {modifier}{value}{unit} ({})", line(n.span), n.kind.label());
    }
    let _ = writeln!(out, "\nNAMES {}", a.names.len());
    for n in &a.names {
        let role = n.role.as_deref().map(|r| format!(", {r}")).unwrap_or_default();
        let _ = writeln!(out, "  {} ({}{role}) × {}", n.name, n.kind.label(), n.mentions.len());
    }
    let _ = writeln!(out, "\nCHECKS {}", a.checks.len());
    for c in &a.checks {
        let other = c.other.map(|s| format!(" / “{}”", line(s))).unwrap_or_default();
        let _ =
            writeln!(out, "  “{}”{other}: {} ({}, {})", line(c.span), c.message, c.kind.label(), c.severity.label());
    }
    out
}

fn print(s: &str) {
    // A reader that went away (`| head`) is no error.
    let _ = std::io::stdout().lock().write_all(s.as_bytes());
}

fn complain(problem: &str) -> bool {
    let _ = writeln!(std::io::stderr().lock(), "copydesk: {problem}");
    true
}

fn fail(problem: &str) -> ExitCode {
    complain(problem);
    ExitCode::from(2)
}
