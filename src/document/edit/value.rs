//! Values as they come from outside, in TOML and in JSON.

use serde_json::{Map, Value as Json, json};

use jikji_diagnostic::Notation;
use jikji_prose::normal::file_text;

/// Under this key a date is told in JSON, which has none.
const DATE: &str = "$date";

/// Longer lists of plain values run over lines, bytes.
const SHORT: usize = 60;

/// A value of a manifest. Tables keep the order of their keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other finite number.
    Number(f64),
    /// `true` or `false`.
    Truth(bool),
    /// A day, and what else TOML takes for a date.
    Date(toml::value::Datetime),
    /// A list.
    List(Vec<Value>),
    /// A table.
    Table(Vec<(String, Value)>),
    /// A table as it is written, a key a line.
    Lines(String),
}

impl Value {
    /// The value that JSON tells; none for `null` and what is no date.
    pub fn from_json(json: &Json) -> Option<Self> {
        Some(match json {
            Json::Null => return None,
            Json::Bool(truth) => Self::Truth(*truth),
            Json::String(text) => Self::Text(file_text(text)),
            Json::Number(number) => match number.as_i64() {
                Some(whole) => Self::Whole(whole),
                None => Self::Number(number.as_f64().filter(|number| number.is_finite())?),
            },
            Json::Array(values) => {
                Self::List(values.iter().map(Self::from_json).collect::<Option<_>>()?)
            }
            Json::Object(keys) => match keys.get(DATE) {
                Some(date) if keys.len() == 1 => Self::Date(date.as_str()?.parse().ok()?),
                _ => {
                    let pair = |(key, value): (&String, &Json)| {
                        Some((file_text(key), Self::from_json(value)?))
                    };
                    Self::Table(keys.iter().map(pair).collect::<Option<_>>()?)
                }
            },
        })
    }

    /// The same as the reader of TOML gives it.
    pub fn read(&self) -> toml::Value {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Whole(whole) => (*whole).into(),
            Self::Number(number) => (*number).into(),
            Self::Truth(truth) => (*truth).into(),
            Self::Date(date) => (*date).into(),
            Self::List(values) => values.iter().map(Self::read).collect::<Vec<_>>().into(),
            Self::Table(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (key.clone(), value.read()));
                toml::Value::Table(pairs.collect())
            }
            Self::Lines(lines) => toml::from_str::<toml::Table>(lines).unwrap_or_default().into(),
        }
    }

    /// As a file writes it behind `key = `.
    pub fn written(&self) -> String {
        let Self::List(values) = self else { return self.in_line() };
        let cells: Vec<String> = values.iter().map(Self::in_line).collect();
        let length: usize = cells.iter().map(String::len).sum();
        let tables = values.iter().any(|value| matches!(value, Self::Table(_)));
        match length > SHORT || tables {
            true => {
                cells.iter().fold("[\n".to_string(), |out, cell| out + "  " + cell + ",\n") + "]"
            }
            false => format!("[{}]", cells.join(", ")),
        }
    }

    /// As it is written inside a list or an inline table, which run over no lines of their own.
    pub fn in_line(&self) -> String {
        match self {
            Self::Text(text) if text.contains('\n') => Notation::lines(text),
            Self::Text(text) => Notation::line(text),
            Self::Whole(whole) => whole.to_string(),
            Self::Number(number) => format!("{number:?}"),
            Self::Truth(truth) => truth.to_string(),
            Self::Date(date) => date.to_string(),
            Self::List(values) => {
                format!("[{}]", values.iter().map(Self::in_line).collect::<Vec<_>>().join(", "))
            }
            Self::Table(pairs) if pairs.is_empty() => "{}".into(),
            Self::Table(pairs) => {
                let pairs = pairs
                    .iter()
                    .map(|(name, value)| format!("{} = {}", key(name), value.in_line()));
                format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
            }
            Self::Lines(_) => {
                let value = Self::from_json(&to_json(&self.read()));
                value.map_or_else(|| "{}".into(), |value| value.in_line())
            }
        }
    }
}

/// A key as it is written.
pub fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    match !name.is_empty() && name.chars().all(bare) {
        true => name.to_string(),
        false => Notation::line(name),
    }
}

/// What was read, in JSON.
pub fn to_json(value: &toml::Value) -> Json {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(whole) => json!(whole),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!({ DATE: date.to_string() }),
        toml::Value::Array(values) => values.iter().map(to_json).collect(),
        toml::Value::Table(table) => {
            let pairs = table.iter().map(|(key, value)| (key.clone(), to_json(value)));
            Json::Object(pairs.collect::<Map<_, _>>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, to_json};
    use serde_json::json;

    #[test]
    fn values_are_written_as_they_are_read_again() {
        let told = json!({
            "publisher": "가 \"나\"", "date": { "$date": "2024-03-21" }, "n": 3.5, "w": 12, "t": true,
            "body": "- 가\n- '''\n", "a b": [], "list": ["긴 글".repeat(12), "짧은 글"],
        });
        let value = Value::from_json(&told).unwrap();
        let read: toml::Table = toml::from_str(&format!("k = {}", value.written())).unwrap();
        assert_eq!(read["k"], value.read());
        assert_eq!(Value::from_json(&to_json(&read["k"])).unwrap().read(), read["k"]);
        let Value::Table(pairs) = &value else { panic!() };
        assert!(pairs[7].1.written().starts_with("[\n  \""));
        for wrong in [json!(null), json!({ "$date": "x" }), json!([null])] {
            assert_eq!(Value::from_json(&wrong), None);
        }
    }
}
