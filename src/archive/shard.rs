//! Which numbers a machine takes when several share an archive.
//!
//! A number's shard follows from its name alone, so N machines that see the same folder need no word
//! from each other.

use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The most shards.
const MOST: u32 = 10_000;

/// Shard `own` of `of`, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub own: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// Whether the manifest of that name is this shard's.
    pub fn takes(self, name: &str) -> bool {
        let digest = Sha256::digest(name.as_bytes());
        let first = digest.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        first % u64::from(self.of) == u64::from(self.own - 1)
    }
}

impl FromStr for Shard {
    type Err = String;

    /// Reads `K/N`.
    fn from_str(written: &str) -> Result<Self, String> {
        let wrong = || format!("`{written}` is no shard; write K/N, such as 1/4, up to {MOST}");
        let (own, of) = written.split_once('/').ok_or_else(wrong)?;
        let (own, of): (u32, u32) =
            (own.parse().map_err(|_| wrong())?, of.parse().map_err(|_| wrong())?);
        if !(1..=MOST).contains(&of) || !(1..=of).contains(&own) {
            return Err(wrong());
        }
        Ok(Self { own, of })
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn every_number_is_in_one_shard() {
        for of in [1, 2, 7] {
            let mut counts = vec![0; of as usize];
            for number in 0..280 {
                let name = format!("{}/{:02}/issue.toml", 2000 + number / 12, number % 12 + 1);
                let takes: Vec<u32> =
                    (1..=of).filter(|&own| Shard { own, of }.takes(&name)).collect();
                assert_eq!(takes.len(), 1, "{name}");
                counts[takes[0] as usize - 1] += 1;
            }
            let even = 280 / counts.len();
            assert!(counts.iter().all(|&count| count > even / 2), "{counts:?}");
        }
    }

    #[test]
    fn shards_are_written_k_of_n() {
        assert_eq!("2/4".parse(), Ok(Shard { own: 2, of: 4 }));
        for wrong in ["", "1", "0/4", "5/4", "1/0", "a/b", "1/99999", "-1/4", "1/4/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
