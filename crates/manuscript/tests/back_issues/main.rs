//! What an import must do, by behaviour.

mod audit;
mod bytes;
mod columns;
mod export;
mod forms;
mod habits;
mod issue;
mod layouts;
mod lines;
mod lists;
mod mastheads;
mod other;
mod own;
mod printed;
mod random;
mod report;
mod seed;
mod tools;
mod whole;
