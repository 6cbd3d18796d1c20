//! Type 3 fonts, whose glyphs are contents of their own (ISO 32000-1, 9.6.5): the procedures of those that
//! paint more than a shape.
//!
//! What they paint, others judge. A procedure that begins with `d1` and paints paths and masks alone gives a
//! shape, which is painted as any text is.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::pdf::content::Lexer;
use crate::pdf::geometry::Matrix;
use crate::pdf::object::{Objects, as_number, id_of};

/// Most bytes a procedure may inflate to so that it is looked into; larger ones paint, for all that is known.
const MOST_PROCEDURE: usize = 1 << 20;
/// The same of all procedures of a font.
const MOST_BYTES: usize = 64 << 20;
/// Most procedures of a font.
const MOST_PROCEDURES: usize = 1_000;

/// Unpacks a stream to so many bytes at most.
type Data<'d> = dyn Fn(&Stream, usize) -> Option<Vec<u8>> + 'd;

/// A Type 3 font of which some glyphs paint on their own.
#[derive(Debug)]
pub(super) struct Type3 {
    /// Its dictionary without procedures and resources.
    pub rest: Dictionary,
    /// What procedures name; those of the contents that show it where there are none.
    pub resources: Option<Dictionary>,
    /// Takes glyphs to text of size 1.
    pub matrix: Matrix,
    /// How much its procedures are, in bytes.
    pub bytes: usize,
    procedures: BTreeMap<Vec<u8>, Procedure>,
    /// The names of codes.
    codes: BTreeMap<u32, Vec<u8>>,
}

#[derive(Debug, Clone, Copy)]
struct Procedure {
    id: ObjectId,
    paints: bool,
    bytes: usize,
}

impl Type3 {
    fn read<O: Objects>(
        file: &O,
        dict: &Dictionary,
        data: &Data,
        known: &Mutex<HashMap<ObjectId, Procedure>>,
    ) -> Self {
        let mut font = Self {
            rest: dict.clone(),
            resources: file.dict(dict, "Resources").cloned(),
            matrix: file
                .numbers(dict, "FontMatrix")
                .and_then(|m| m.try_into().ok())
                .unwrap_or([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]),
            bytes: 0,
            procedures: BTreeMap::new(),
            codes: names(file, dict),
        };
        for key in ["CharProcs", "Resources"] {
            font.rest.remove(key.as_bytes());
        }
        let all = file.dict(dict, "CharProcs").into_iter().flat_map(Dictionary::iter);
        for (name, object) in all.take(MOST_PROCEDURES) {
            let Some(id) = id_of(object) else { continue };
            let Some(stream) = stream(file, id) else { continue };
            let lock = || known.lock().unwrap_or_else(PoisonError::into_inner);
            let before = lock().get(&id).copied();
            let procedure = match before {
                Some(procedure) => procedure,
                None if font.bytes > MOST_BYTES => Procedure { id, paints: true, bytes: 0 },
                None => *lock().entry(id).or_insert(Procedure::read(data, id, stream)),
            };
            font.bytes += procedure.bytes;
            font.procedures.insert(name.clone(), procedure);
        }
        font
    }

    /// Whether any of its glyphs is more than a shape.
    pub fn paints(&self) -> bool {
        self.procedures.values().any(|procedure| procedure.paints)
    }

    /// What painting a code carries out beside a shape. Of a code without a name of its own it may be whatever
    /// no other code is named after.
    pub fn painted<'f>(&self, file: &'f impl Objects, code: u32) -> Vec<&'f Stream> {
        let own = |name: &Vec<u8>| match self.codes.get(&code) {
            Some(own) => own == name,
            None => !self.codes.values().any(|other| other == name),
        };
        let all = self.procedures.iter().filter(|(name, procedure)| procedure.paints && own(name));
        all.filter_map(|(_, procedure)| stream(file, procedure.id)).collect()
    }

    /// All procedures by the names of their glyphs.
    pub fn all<'f>(&self, file: &'f impl Objects) -> Vec<(&Vec<u8>, &'f Stream)> {
        let all = self.procedures.iter();
        all.filter_map(|(name, procedure)| Some((name, stream(file, procedure.id)?))).collect()
    }
}

impl Procedure {
    fn read(data: &Data, id: ObjectId, stream: &Stream) -> Self {
        let Some(content) = data(stream, MOST_PROCEDURE) else {
            return Self { id, paints: true, bytes: MOST_PROCEDURE };
        };
        let mut lexer = Lexer::new(&content);
        let mut paints = lexer.next_operator().is_some_and(|first| first.operator != b"d1");
        while !paints && let Some(op) = lexer.next_operator() {
            paints = matches!(op.operator, b"Tj" | b"TJ" | b"'" | b"\"" | b"Do");
        }
        Self { id, paints, bytes: content.len() }
    }
}

/// The names that an encoding gives to codes.
fn names(file: &impl Objects, dict: &Dictionary) -> BTreeMap<u32, Vec<u8>> {
    let differences = file.dict(dict, "Encoding").and_then(|e| file.array(e, "Differences"));
    let (mut names, mut code) = (BTreeMap::new(), 0_u32);
    for entry in differences.unwrap_or_default().iter().take(1_024) {
        match file.resolve(entry) {
            Object::Name(name) => {
                names.insert(code, name.clone());
                code = code.saturating_add(1);
            }
            other => code = as_number(other).unwrap_or(0.0).clamp(0.0, 255.0) as u32,
        }
    }
    names
}

fn stream(file: &impl Objects, id: ObjectId) -> Option<&Stream> {
    file.document().get_object(id).ok()?.as_stream().ok()
}

/// The Type 3 fonts of a file, each read once for all threads.
#[derive(Debug, Default)]
pub(super) struct Type3Fonts {
    // By the address of the dictionary, which stays where it is as long as the file and its pages.
    fonts: Mutex<HashMap<usize, Arc<Type3>>>,
    procedures: Mutex<HashMap<ObjectId, Procedure>>,
}

impl Type3Fonts {
    /// The font of a dictionary, if it is a Type 3 font; `data` unpacks streams.
    pub fn get<O: Objects>(&self, file: &O, dict: &Dictionary, data: &Data) -> Option<Arc<Type3>> {
        if file.name(dict, "Subtype") != Some(b"Type3") {
            return None;
        }
        let key = std::ptr::from_ref(dict).addr();
        let lock = || self.fonts.lock().unwrap_or_else(PoisonError::into_inner);
        let before = lock().get(&key).cloned();
        let read = || Arc::new(Type3::read(file, dict, data, &self.procedures));
        Some(before.unwrap_or_else(|| {
            let font = read();
            lock().entry(key).or_insert(font).clone()
        }))
    }
}
