#![no_main]

#[path = "../../tests/corpus/mod.rs"]
#[allow(dead_code, reason = "each target is one of its functions")]
mod corpus;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| corpus::foreign(bytes));
