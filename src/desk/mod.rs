//! The desk: one number on a page of the browser, live while its files change.
//!
//! A [`Desk`] answers on the loopback alone. Its pages come from [`crate::session`], in one thread that always
//! sets what is newest, and so do the editions that are asked for; the desk never sets pages by itself.

mod ask;
mod captions;
mod files;
mod findings;
mod forms;
mod messages;
mod number;
mod options;
mod pages;
mod paste;
mod reading;
mod server;
mod setter;
mod writing;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, mpsc};

use anyhow::{Context, Result};

pub use options::{Options, PORT};
pub use server::opener;

use ask::Ask;
use pages::proof::Proofs;
use server::door::Door;
use server::state::{Files, Server};
use setter::Setter;

use crate::refused::{NO_PORT, failed};

/// A desk that has its address and shows nothing yet.
pub struct Desk {
    options: Options,
    listener: TcpListener,
    door: Door,
}

impl Desk {
    /// Takes an address.
    ///
    /// # Errors
    /// What the machine says: no port is free, or it has no randomness.
    pub fn open(options: Options) -> Result<Self> {
        let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
        let listener = at(options.port).or_else(|_| at(0)).map_err(|_| failed(NO_PORT, &[]))?;
        let port = listener.local_addr().context("failed to take a port")?.port();
        Ok(Self { options, listener, door: Door::new(port)? })
    }

    /// The address to open first; it lets in whoever has it.
    pub fn address(&self) -> String {
        self.door.first_address()
    }

    /// Shows the number until it is told to end: from its page, or by Ctrl-C.
    ///
    /// # Errors
    /// Failures of the machine.
    pub fn run(self) -> Result<()> {
        let Self { options, listener, door } = self;
        let (asks, asked) = mpsc::channel();
        let (mut setter, shown) = Setter::new(&options, asks.clone());
        let server = Server {
            asks: asks.clone(),
            shown,
            door,
            options,
            proofs: Proofs::default(),
            files: Files::default(),
            making: Arc::default(),
        };
        let serving = std::thread::Builder::new().name("desk".into());
        let serving = serving.spawn(move || {
            let served = server.serve(listener);
            // Without its server a desk is of no use.
            let _ = asks.send(Ask::End);
            served
        });
        let serving = serving.context("failed to start the server")?;
        setter.run(&asked);
        // The server ends once nobody sets pages any more.
        drop(setter);
        serving.join().unwrap_or_else(|_| Err(anyhow::anyhow!("the server broke")))
    }
}
