//! What words and layouts can see of a notice, as JSON for people.

use serde_json::{Map, Value, json};

use super::{Office, Request};
use crate::words;

impl Office {
    /// Every name the words of `notice` can use, with what it prints; `null` for an unknown or unreadable notice.
    pub fn facts(&self, notice: &str, request: &Request) -> Value {
        let Some(entry) = self.entries.get(notice) else {
            return Value::Null;
        };
        let Some(script) = self.script(notice, entry, request, &mut Vec::new()) else {
            return Value::Null;
        };
        let mut all = Map::new();
        all.insert("format".to_owned(), json!(1));
        all.insert("notice".to_owned(), json!(notice));
        all.insert("words".to_owned(), words::visible(&script));
        Value::Object(all)
    }
}
