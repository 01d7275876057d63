//! `npm run fuzz`: the coverage-guided fuzzer on the stable compiler, which has the coverage pass but no `cargo fuzz`.

use crate::root::root;
use std::fs;
use std::process::Command;

const TARGETS: &[&str] = &["any_text", "news", "house_rules"];
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                        -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Builds every target and runs each for so many seconds, from the corpus of earlier runs and the kept regressions.
pub fn run(seconds: &str) -> Result<(), String> {
    let seconds: u32 = seconds.parse().map_err(|_| format!("{seconds} is no number of seconds"))?;
    let host = host()?;
    let built = Command::new(env!("CARGO"))
        .current_dir(root("fuzz"))
        .env("RUSTFLAGS", COVERAGE)
        .args(["build", "--release", "--locked", "--target", &host])
        .status()
        .map_err(|e| e.to_string())?;
    if !built.success() {
        return Err("the fuzz targets did not build: they need a C++ compiler (Debian: apt-get install g++)".into());
    }
    for target in TARGETS {
        let (corpus, artifacts) = (root("fuzz/corpus").join(target), root("fuzz/artifacts").join(target));
        for folder in [&corpus, &artifacts] {
            fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        }
        println!("fuzz {target}, {seconds} s");
        let log = artifacts.join("log.txt");
        let file = fs::File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
        let done = Command::new(root("fuzz/target").join(&host).join("release").join(target))
            .arg(format!("-max_total_time={seconds}"))
            .args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=4096"])
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .args([&corpus, &root("fuzz/regressions")])
            .stderr(file)
            .status()
            .map_err(|e| format!("{target}: {e}"))?;
        if !done.success() {
            return Err(format!(
                "{target} found a crasher: it lies in {}; keep it in fuzz/regressions with its fix",
                artifacts.display()
            ));
        }
    }
    println!("test result: ok. {} passed; 0 failed", TARGETS.len());
    Ok(())
}

/// The machine's own target: with it named, build scripts are left without the fuzzer's instrumentation.
fn host() -> Result<String, String> {
    let version = Command::new("rustc").arg("-vV").output().map_err(|e| format!("rustc: {e}"))?;
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    text.lines().find_map(|l| l.strip_prefix("host: ").map(str::to_owned)).ok_or_else(|| "rustc names no host".into())
}
