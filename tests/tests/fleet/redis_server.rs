//! A Redis of a test's own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A folder of a test's own, which goes with it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("enkash-fleet-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir(&path).expect("a new folder");
        Folder(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over is in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Debian's Redis on a free port, which keeps its data in a folder of its own. It ends with the
/// test.
pub(crate) struct Redis {
    child: Option<Child>,
    port: u16,
    folder: Folder,
    options: Vec<String>,
}

impl Redis {
    /// None, and a line that says so, where there is no `redis-server`.
    pub(crate) fn start() -> Option<Self> {
        Redis::start_with(Folder::new(), Vec::new())
    }

    /// With further options, in this folder.
    pub(crate) fn start_with(folder: Folder, options: Vec<String>) -> Option<Self> {
        let is_installed =
            Command::new("redis-server").arg("--version").stdout(Stdio::null()).status().is_ok();
        if !is_installed {
            eprintln!("skipped: `redis-server` is not installed");
            return None;
        }
        let mut redis = Redis { child: None, port: free_port(), folder, options };
        redis.run();
        Some(redis)
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }

    /// Starts it, with the data that it had.
    pub(crate) fn run(&mut self) {
        let child = Command::new("redis-server")
            .args(["--port", &self.port.to_string(), "--bind", "127.0.0.1", "--save", ""])
            .args([
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--loglevel",
                "warning",
                "--dir",
            ])
            .arg(self.folder.path())
            .args(&self.options)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn();
        self.child = Some(child.expect("redis-server starts"));
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err()
            || self.command("PING") != "+PONG"
        {
            assert!(begin.elapsed() < Duration::from_secs(10), "Redis does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends it.
    pub(crate) fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("a process of this test's");
            child.wait().expect("a process of this test's");
        }
    }

    /// Stops it: it keeps its connections and does nothing.
    pub(crate) fn freeze(&self) {
        signal(self.child.as_ref().expect("it runs"), "STOP");
    }

    pub(crate) fn thaw(&self) {
        signal(self.child.as_ref().expect("it runs"), "CONT");
    }

    /// Runs a command and gives its reply in one piece.
    pub(crate) fn command(&self, command: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("Redis listens");
        stream.write_all(format!("{command}\r\n").as_bytes()).expect("Redis reads");
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).expect("Redis replies");
        let Some(count) = line.strip_prefix('*') else {
            return line.trim_end().to_owned();
        };
        let mut items = Vec::new();
        for _ in 0..count.trim().parse().expect("a number of items") {
            let mut length = String::new();
            reader.read_line(&mut length).expect("Redis replies");
            let length: usize = length.trim_start_matches('$').trim().parse().expect("a length");
            let mut item = vec![0; length + 2];
            reader.read_exact(&mut item).expect("Redis replies");
            items.push(String::from_utf8_lossy(&item[..length]).into_owned());
        }
        items.join(" ")
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        self.stop();
    }
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|socket| socket.local_addr())
        .expect("a free port")
        .port()
}

/// Sends a signal to a process of this test's.
pub(crate) fn signal(child: &Child, name: &str) {
    let kill = format!("kill -{name} {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("a shell").success());
}
