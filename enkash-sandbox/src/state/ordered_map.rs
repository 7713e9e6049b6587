//! Things by id, in the order of their creation.

use std::collections::{BTreeMap, HashMap};

/// An ordered store.
#[derive(Debug)]
pub(crate) struct Shelf<T> {
    things: BTreeMap<u64, T>,
    numbers: HashMap<String, u64>,
    next: u64,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { things: BTreeMap::new(), numbers: HashMap::new(), next: 0 }
    }
}

impl<T> Shelf<T> {
    /// Puts a thing behind all others; an id that is there already names the new one.
    pub(crate) fn put(&mut self, id: &str, thing: T) {
        self.remove(id);
        self.numbers.insert(id.to_owned(), self.next);
        self.things.insert(self.next, thing);
        self.next += 1;
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.things.get(self.numbers.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.things.get_mut(self.numbers.get(id)?)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        self.things.remove(&self.numbers.remove(id)?)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &T> {
        self.things.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_creation() {
        let mut shelf = Shelf::default();
        for id in ["c", "a", "b"] {
            shelf.put(id, id.to_owned());
        }
        shelf.put("c", "again".to_owned());
        assert_eq!(shelf.remove("a").as_deref(), Some("a"));
        assert_eq!(shelf.all().collect::<Vec<_>>(), ["b", "again"]);
        assert_eq!(shelf.get("c").map(String::as_str), Some("again"));
        assert!(shelf.get_mut("a").is_none());
    }
}
