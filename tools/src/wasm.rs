//! The wasm build: cargo, then wasm-bindgen as a library (the version that Cargo.lock pins), then wasm-opt from npm's binaryen.

use crate::panics::silence;
use crate::root::root;
use std::fs;
use std::path::Path;
use std::process::Command;
use walrus::{FunctionKind, Module};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// Each module the package ships: its name, its Cargo features and profile, flags for the compiler, and how wasm-opt is to treat it.
/// Functions of medium size stay apart, too: inlined, they cost a download more than they save an article. A function with one caller
/// stays one, unless it is as small as said: an engine compiles each when it is first called, and one that holds all others before the
/// first article is read; it would compress worse, too.
const MODULES: &[Shipped] = &[
    Shipped {
        name: "copydesk",
        features: "house,models",
        profile: "wasm",
        flags: "-Cllvm-args=-inline-threshold=145",
        effort: &["-O3", "--one-caller-inline-max-function-size=30"],
    },
    Shipped { name: "slim", features: "small", profile: "slim", flags: "", effort: SLIM },
];

/// A module: its file's name, its Cargo features and profile, flags for the compiler and for wasm-opt.
#[derive(Clone, Copy)]
struct Shipped {
    name: &'static str,
    features: &'static str,
    profile: &'static str,
    flags: &'static str,
    effort: &'static [&'static str],
}

/// For every module. What is skipped makes code shorter, but less alike, so that it compresses worse; functions of a module compress best
/// side by side. Low memory is the deep end of the stack: no address is there. What is stripped no engine reads.
const ALIKE: &[&str] = &[
    "--low-memory-unused",
    "--skip-pass=local-cse",
    "--skip-pass=merge-locals",
    "--skip-pass=memory-packing",
    "--skip-pass=pick-load-signs",
    "--skip-pass=simplify-locals",
    "--skip-pass=ssa-nomerge",
    "--dealign",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// What only the slim module gives of its speed.
const SLIM: &[&str] = &["-Oz", "--converge", "--one-caller-inline-max-function-size=10"];

/// Builds every module into `js/wasm`: `NAME.wasm` each, and the glue `copydesk.js` and `copydesk.d.ts` that serves them all.
pub fn build() -> Result<(), String> {
    let out = root("js/wasm");
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    MODULES.iter().try_for_each(|row| module(row, &out, ""))
}

/// A module as it ships but for other features or more flags for the compiler, built beside what ships.
pub fn other(name: &'static str, features: Option<&'static str>, flags: &str) -> Result<Vec<u8>, String> {
    let out = root("target/layers");
    fs::create_dir_all(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let own = *MODULES.iter().find(|row| row.name == name).ok_or("no such module")?;
    module(&Shipped { name: "other", features: features.unwrap_or(own.features), ..own }, &out, flags)?;
    fs::read(out.join("other.wasm")).map_err(|e| e.to_string())
}

#[expect(clippy::disallowed_methods, reason = "a build tool may ask where cargo lives")]
fn module(Shipped { name, features, profile, flags, effort }: &Shipped, out: &Path, more: &str) -> Result<(), String> {
    // The paths of one machine would end up in panic messages and make every build differ. No call goes deep: half a megabyte of stack
    // is plenty, and addresses behind it are a byte shorter in the code.
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|h| h + "/.cargo")).unwrap_or_default();
    let all = format!(
        "--remap-path-prefix={home}=/cargo --remap-path-prefix={}=/copydesk -Clink-arg=-zstack-size=524288 {flags} {more}",
        root("").display()
    );
    run(
        Command::new("cargo").current_dir(root("")).env("RUSTFLAGS", all).args([
            "build",
            "--profile",
            profile,
            "--lib",
            "--target",
            TARGET,
            "--no-default-features",
            "--features",
            features,
        ]),
        "cargo is missing: install Rust with rustup",
    )?;
    let module = root("target").join(TARGET).join(profile).join("copydesk.wasm");
    let dir = root("target/bindgen").join(name);
    let mut output = Bindgen::new()
        .input_path(module)
        .web(true)
        // The reset lets the package go on with a fresh instance after a trap.
        .and_then(|b| {
            let b = b.typescript(true).omit_default_module_path(true).reset_state_function(true);
            b.out_name("copydesk").generate_output()
        })
        .map_err(|e| format!("wasm-bindgen: {e:#}"))?;
    silence(output.wasm_mut())?;
    named_alike(output.wasm_mut());
    output.emit(&dir).map_err(|e| format!("wasm-bindgen: {e:#}"))?;
    let (raw, wasm) = (dir.join("copydesk_bg.wasm"), out.join(format!("{name}.wasm")));
    if !optimize(&raw, &wasm, effort)? {
        fs::copy(&raw, &wasm).map_err(|e| format!("{}: {e}", raw.display()))?;
        eprintln!("wasm-opt is missing (npm ci brings it): {name}.wasm is larger than it needs to be");
    }
    if *name == MODULES[0].name {
        for file in ["copydesk.js", "copydesk.d.ts"] {
            fs::copy(dir.join(file), out.join(file)).map_err(|e| format!("{file}: {e}"))?;
        }
    }
    let size = fs::metadata(&wasm).map_err(|e| e.to_string())?.len();
    println!("{} {} KB", wasm.display(), size.div_ceil(1024));
    Ok(())
}

/// Names functions so that those of like signature and size are neighbours when sorted.
fn named_alike(wasm: &mut Module) {
    for function in wasm.funcs.iter_mut() {
        if let FunctionKind::Local(body) = &function.kind {
            let (params, results) = wasm.types.params_results(body.ty());
            function.name = Some(format!("{:02} {params:?} {results:?} {:06}", params.len(), body.size()));
        }
    }
}

/// False if there is no wasm-opt.
fn optimize(from: &Path, to: &Path, effort: &[&str]) -> Result<bool, String> {
    let wasm_opt = root("node_modules/binaryen/bin/wasm-opt");
    if !wasm_opt.exists() {
        return Ok(false);
    }
    let features = [
        "--enable-simd",
        "--enable-bulk-memory",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-multivalue",
    ];
    run(
        Command::new("node").arg(wasm_opt).args(effort).args(ALIKE).args(features).arg(from).arg("-o").arg(to),
        "node is missing: install Node 20",
    )?;
    Ok(true)
}

fn run(command: &mut Command, missing: &str) -> Result<(), String> {
    let status = command.status().map_err(|_| missing.to_owned())?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed")) }
}
