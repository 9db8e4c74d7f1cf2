import Glibc
import Ledger

/// The folder in which a project is made before it is one: beside its place, or in it where that is
/// an empty folder, which then keeps its rights.
///
/// It is locked while its maker lives, so that the next maker knows what a dead one left behind.
struct MakingFolder: ~Copyable {
  let path: String
  private let place: String
  private let isInside: Bool
  private let descriptor: Int32

  private static let mark = ".making-"

  /// Makes it, and removes what makers of the same project left who are dead.
  init(for place: String, tag: String) throws(FileFailure) {
    self.place = place
    isInside = Folders.names(in: place) != nil
    path = (isInside ? place + "/" : place) + Self.mark + tag
    Self.removeLeftovers(of: place, isInside: isInside)
    try Folders.make(path, permissions: 0o700)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether a folder holds nothing but what makers leave.
  static func isFree(_ place: String) -> Bool {
    (Folders.names(in: place) ?? []).allSatisfy { $0.hasPrefix(mark) }
  }

  /// Gives what was made its place. The log comes last: without it, it is no project.
  func publish(_ parts: [String]) throws(FileFailure) {
    guard isInside else { return try Folders.move(path, to: place) }
    for part in parts { try Folders.move("\(path)/\(part)", to: "\(place)/\(part)") }
    Folders.remove(path)
  }

  /// Takes everything away again that was made, also what had its place already.
  func discard(_ parts: [String]) {
    if isInside {
      for part in parts where !Folders.exists("\(path)/\(part)") {
        Folders.removeFile("\(place)/\(part)")
        Folders.remove("\(place)/\(part)")
      }
    }
    Folders.remove(path)
  }

  private static func removeLeftovers(of place: String, isInside: Bool) {
    let folder = isInside ? place : Destination.parent(of: place)
    let start = isInside ? mark : (place.split(separator: "/").last.map(String.init) ?? "") + mark
    for name in Folders.names(in: folder) ?? [] where name.hasPrefix(start) {
      let path = folder + "/" + name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { Folders.remove(path) }
    }
  }
}
