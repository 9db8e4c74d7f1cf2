import Domain
import Glibc

/// One verification under way: takes blocks of bytes, cuts them into lines, and keeps what is found.
struct VerificationRun {
  private var checker: LineChecker
  private let options: VerificationOptions
  private let totalBytes: Int
  /// Bytes of a line whose end has not come yet.
  private var pending: [UInt8] = []
  private var verifiedBytes = 0
  private var finding: VerificationReport.Finding?
  /// Bytes taken so far.
  private(set) var bytesRead = 0
  private var isDone = false
  private var tree = VerifiedTree()
  private var trees: [VerificationReport.Tree] = []

  /// No line is longer; what is, is reported without reading on for its end.
  private static let longestLine = 65_536 - 1 + 76

  init(options: VerificationOptions, totalBytes: Int) {
    checker = LineChecker(attachments: options.attachments)
    self.options = options
    self.totalBytes = totalBytes
    isDone = options.lastSeq.map { $0 < 0 } ?? false
    noteTreeIfWanted()
  }

  /// Goes on behind lines that were checked before.
  init(
    options: VerificationOptions, totalBytes: Int, after checker: LineChecker, at offset: Int
  ) {
    self.init(options: options, totalBytes: totalBytes)
    self.checker = checker
    verifiedBytes = offset
    bytesRead = offset
  }

  /// Whether more bytes would make a difference.
  var wantsMore: Bool { !isDone }

  var progress: VerificationProgress {
    VerificationProgress(
      events: checker.nextSeq, bytes: verifiedBytes, totalBytes: totalBytes)
  }

  var report: VerificationReport {
    VerificationReport(
      events: checker.nextSeq, bytes: verifiedBytes, head: checker.head,
      stateHash: checker.stateHash, configuration: checker.configuration,
      batches: checker.batches, trees: trees, project: checker.project, settings: checker.settings,
      guideline: checker.guidelineEvents, firstBad: finding)
  }

  mutating func feed(_ block: [UInt8]) {
    bytesRead += block.count
    block.withUnsafeBufferPointer { bytes in
      var start = 0
      while !isDone, let feed = Self.lineFeed(bytes, from: start) {
        if pending.isEmpty {
          take(UnsafeBufferPointer(rebasing: bytes[start...feed]))
        } else {
          pending.append(contentsOf: bytes[start...feed])
          let line = pending
          pending.removeAll(keepingCapacity: true)
          line.withUnsafeBufferPointer { take($0) }
        }
        start = feed + 1
      }
      if !isDone { pending.append(contentsOf: bytes[start...]) }
    }
    if !isDone, pending.count > Self.longestLine { fail(.tooLong) }
  }

  /// The file ends here.
  mutating func finish() {
    guard !isDone else { return }
    if !pending.isEmpty {
      fail(.unterminated(bytes: pending.count))
      return
    }
    isDone = true
    if options.isLastTreeWanted, trees.last?.size != checker.nextSeq {
      noteTree(withState: false)
    }
    let last = checker.nextSeq - 1
    let missed = options.known.filter { $0.seq > last }.min { $0.seq < $1.seq }
    if let missed { fail(.endsBefore(missed)) }
  }

  private mutating func take(_ line: UnsafeBufferPointer<UInt8>) {
    do throws(VerificationProblem) {
      try checker.check(line)
    } catch {
      fail(error)
      return
    }
    let head = checker.nextSeq - 1
    if wantsTree {
      tree.add(checker.leaf)
      noteTreeIfWanted()
    }
    if !options.known.isEmpty {
      let now = checker.head
      if let known = options.known.first(where: { $0.seq == head && $0 != now }) {
        finding = VerificationReport.Finding(
          seq: head, offset: verifiedBytes, problem: .differs(from: known))
        isDone = true
      }
    }
    verifiedBytes += line.count
    if let lastSeq = options.lastSeq, head >= lastSeq { isDone = true }
  }

  private var wantsTree: Bool { options.isLastTreeWanted || !options.sizes.isEmpty }

  private mutating func noteTreeIfWanted() {
    let size = checker.nextSeq
    guard options.sizes.contains(size) else { return }
    noteTree(withState: options.stateSizes.contains(size))
  }

  private mutating func noteTree(withState: Bool) {
    trees.append(
      VerificationReport.Tree(
        size: checker.nextSeq, root: tree.root, head: checker.head,
        stateHash: withState ? checker.stateHash : nil))
  }

  private mutating func fail(_ problem: VerificationProblem) {
    isDone = true
    finding = VerificationReport.Finding(
      seq: checker.nextSeq, offset: verifiedBytes, problem: problem)
  }

  private static func lineFeed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
