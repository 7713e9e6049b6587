//! Values by id, in the order of their creation.

use std::collections::{BTreeMap, HashMap};

/// A map whose values are in the order in which they were inserted.
#[derive(Debug)]
pub(crate) struct OrderedMap<T> {
    values: BTreeMap<u64, T>,
    numbers: HashMap<String, u64>,
    next: u64,
}

impl<T> Default for OrderedMap<T> {
    fn default() -> Self {
        Self { values: BTreeMap::new(), numbers: HashMap::new(), next: 0 }
    }
}

impl<T> OrderedMap<T> {
    /// Puts a value behind all others; it replaces one with the same id.
    pub(crate) fn insert(&mut self, id: &str, value: T) {
        self.remove(id);
        self.numbers.insert(id.to_owned(), self.next);
        self.values.insert(self.next, value);
        self.next += 1;
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.values.get(self.numbers.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.values.get_mut(self.numbers.get(id)?)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        self.values.remove(&self.numbers.remove(id)?)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &T> {
        self.values.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_creation() {
        let mut map = OrderedMap::default();
        for id in ["c", "a", "b"] {
            map.insert(id, id.to_owned());
        }
        map.insert("c", "again".to_owned());
        assert_eq!(map.remove("a").as_deref(), Some("a"));
        assert_eq!(map.values().collect::<Vec<_>>(), ["b", "again"]);
        assert_eq!(map.get("c").map(String::as_str), Some("again"));
        assert!(map.get_mut("a").is_none());
    }
}
