//! The `jikji` program: see [`jikji::cli`].

fn main() -> std::process::ExitCode {
    jikji::cli::main()
}
