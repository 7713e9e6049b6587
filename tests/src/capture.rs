//! Keeps every span and event that passes through `tracing`, for tests to look at.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

/// A span with all that was ever recorded on it, or an event.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Whether it is a span.
    pub is_span: bool,
    /// The span's name.
    pub name: &'static str,
    /// The module that it comes from.
    pub target: &'static str,
    /// How important it is.
    pub level: tracing::Level,
    /// The name of the span around it.
    pub within: Option<&'static str>,
    /// Names and values in the order of their recording.
    pub fields: Vec<(&'static str, String)>,
    /// Whether the span has ended.
    pub closed: bool,
}

impl Recorded {
    /// The last value of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().rev().find_map(|(own, value)| (*own == name).then_some(value.as_str()))
    }
}

/// Everything that was recorded.
#[derive(Debug, Clone, Default)]
pub struct Capture(Arc<Mutex<Vec<Recorded>>>);

impl Capture {
    /// Records what this thread does from now on, at every level, until the guard is dropped.
    #[must_use]
    pub fn on_this_thread(&self) -> tracing::subscriber::DefaultGuard {
        tracing::subscriber::set_default(tracing_subscriber::registry().with(self.clone()))
    }

    /// Records what the whole process does from now on, at every level.
    ///
    /// # Panics
    /// Something records the process already.
    pub fn everywhere(&self) {
        tracing::subscriber::set_global_default(tracing_subscriber::registry().with(self.clone()))
            .expect("the only one that records");
    }

    /// Spans and events in the order of their beginning.
    #[must_use]
    pub fn all(&self) -> Vec<Recorded> {
        self.lock().clone()
    }

    /// The spans of this name.
    #[must_use]
    pub fn spans(&self, name: &str) -> Vec<Recorded> {
        self.lock().iter().filter(|record| record.is_span && record.name == name).cloned().collect()
    }

    /// All names and values as one string.
    #[must_use]
    pub fn text(&self) -> String {
        self.lock().iter().map(|record| format!("{record:?}\n")).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Recorded>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(
        &self,
        metadata: &'static Metadata<'static>,
        within: Option<&'static str>,
        fields: Fields,
    ) -> usize {
        let mut all = self.lock();
        all.push(Recorded {
            is_span: metadata.is_span(),
            name: metadata.name(),
            target: metadata.target(),
            level: *metadata.level(),
            within,
            fields: fields.0,
            closed: false,
        });
        all.len() - 1
    }
}

/// The index of a span.
struct Location(usize);

#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Capture {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let Some(span) = context.span(id) else { return };
        let place =
            self.push(attributes.metadata(), span.parent().map(|parent| parent.name()), fields);
        span.extensions_mut().insert(Location(place));
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        self.change(id, &context, |record| record.fields.append(&mut fields.0));
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        self.push(event.metadata(), context.event_span(event).map(|span| span.name()), fields);
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        self.change(&id, &context, |record| record.closed = true);
    }
}

impl Capture {
    fn change<S: Subscriber + for<'a> LookupSpan<'a>>(
        &self,
        id: &Id,
        context: &Context<'_, S>,
        change: impl FnOnce(&mut Recorded),
    ) {
        let Some(span) = context.span(id) else { return };
        let Some(place) = span.extensions().get::<Location>().map(|place| place.0) else { return };
        if let Some(record) = self.lock().get_mut(place) {
            change(record);
        }
    }
}
