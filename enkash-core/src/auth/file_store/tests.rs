use super::*;

fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("enkash-file-store-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).unwrap();
    folder
}

#[tokio::test]
async fn a_record_takes_the_place_of_the_expected_one_alone() {
    let folder = folder("set");
    let path = folder.join("accounts");
    let (store, other) = (FileTokenStore::new(&path), FileTokenStore::new(&path));
    assert_eq!(store.load("a").await.unwrap().record, None);
    assert!(!store.compare_and_set("a", Some(b"x"), b"one").await.unwrap());
    assert!(store.compare_and_set("a", None, b"one").await.unwrap());
    assert!(!other.compare_and_set("a", None, b"two").await.unwrap());
    assert!(other.compare_and_set("a", Some(b"one"), b"two").await.unwrap());
    assert!(store.compare_and_set("b", None, b"three").await.unwrap());
    assert_eq!(store.load("a").await.unwrap().record.unwrap(), b"two");
    // Left by a process that ended during a write.
    fs::write(beside(&path, ".new"), "{\"a").unwrap();
    assert!(store.compare_and_set("a", Some(b"two"), b"four").await.unwrap());
    #[cfg(unix)]
    for file in ["accounts", "accounts.lock"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn what_is_wrong_with_the_file_is_an_error_and_overwrites_nothing() {
    let folder = folder("wrong");
    let path = folder.join("accounts");
    let store = FileTokenStore::new(&path);
    for content in ["", "{", "[]", r#"{"a":"not base64"}"#] {
        fs::write(&path, content).unwrap();
        let error = store.load("a").await.unwrap_err().to_string();
        assert!(error.contains("accounts: it is damaged"), "{error}");
        assert!(!store.compare_and_set("a", None, b"one").await.unwrap_or(false));
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    let missing = FileTokenStore::new(folder.join("none/accounts"));
    assert!(missing.load("a").await.is_err());

    fs::remove_file(&path).unwrap();
    let lock = locked(&path).unwrap();
    let begin = Instant::now();
    let error = store.load("a").await.unwrap_err().to_string();
    assert!(error.contains("another process"), "{error}");
    assert!(begin.elapsed() < 2 * LOCK_TIMEOUT);
    drop(lock);
    store.load("a").await.unwrap();
    fs::remove_dir_all(folder).unwrap();
}
