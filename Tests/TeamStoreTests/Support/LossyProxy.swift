import Dispatch
import Foundation
import Glibc
import Synchronization

/// Stands between a client and the server's socket, and loses what it is told to lose.
final class LossyProxy: Sendable {
  /// What becomes of the next statement that appends.
  enum Loss {
    case nothing
    /// It reaches the server, and the connection ends before the answer comes back.
    case answer
    /// The same, but the connection stays open and silent.
    case silence
    /// The connection ends before it reaches the server.
    case request
  }

  let folder: String
  private let upstream: String
  private let listener: Int32
  private let loss = Mutex(Loss.nothing)
  private let losses = Mutex(0)
  private let queue = DispatchQueue(label: "proxy", attributes: .concurrent)

  init(before serverFolder: String) throws {
    folder = "/tmp/tb-px-\(UUID().uuidString.prefix(8).lowercased())"
    upstream = serverFolder + "/.s.PGSQL.5432"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    self.listener = listener
    guard Self.withAddress(folder + "/.s.PGSQL.5432", { bind(listener, $0, $1) }) == 0,
      listen(listener, 16) == 0
    else { throw POSIXError(.EADDRINUSE) }
    queue.async { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0, let self else { return }
        serve(client)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    try? FileManager.default.removeItem(atPath: folder)
  }

  func lose(_ next: Loss) {
    loss.withLock { $0 = next }
  }

  /// How often something was lost.
  var lost: Int { losses.withLock { $0 } }

  private func serve(_ client: Int32) {
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard Self.withAddress(upstream, { connect(server, $0, $1) }) == 0 else {
      close(client)
      close(server)
      return
    }
    let pair = Pair(client: client, server: server)
    queue.async { self.pumpRequests(pair) }
    queue.async { self.pumpAnswers(pair) }
  }

  /// Both ends of one connection; closed when neither side is read any more.
  private final class Pair: Sendable {
    let client: Int32
    let server: Int32
    let loss = Mutex(Loss.nothing)

    init(client: Int32, server: Int32) {
      self.client = client
      self.server = server
    }

    deinit {
      close(client)
      close(server)
    }

    func end() {
      shutdown(client, Int32(SHUT_RDWR))
      shutdown(server, Int32(SHUT_RDWR))
    }
  }

  private func pumpRequests(_ pair: Pair) {
    Self.pump(from: pair.client) { bytes in
      if bytes.contains(Array("FROM append(".utf8)) {
        let next = self.loss.withLock { loss in
          defer { loss = .nothing }
          return loss
        }
        pair.loss.withLock { $0 = next }
        if case .nothing = next {} else { self.losses.withLock { $0 += 1 } }
        if case .request = next { return false }
      }
      return Self.writeAll(bytes, to: pair.server)
    }
    pair.end()
  }

  private func pumpAnswers(_ pair: Pair) {
    Self.pump(from: pair.server) { bytes in
      switch pair.loss.withLock({ $0 }) {
      case .nothing, .request: return Self.writeAll(bytes, to: pair.client)
      // The server has answered, so it has committed.
      case .answer: return false
      case .silence: return true
      }
    }
    pair.end()
  }

  private static func pump(from descriptor: Int32, _ take: ([UInt8]) -> Bool) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0, take(Array(buffer[..<count])) else { return }
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func withAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return indices.dropLast(part.count - 1).contains {
      self[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
