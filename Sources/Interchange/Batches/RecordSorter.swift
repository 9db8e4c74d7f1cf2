import Domain

/// Sorts records that may not fit into memory: full stretches go to files, which are merged at the end.
final class RecordSorter {
  private let directory: String
  private let memory: Int
  private let arena: UnsafeMutableRawPointer
  private var used = 0
  private var entries: [SortEntry] = []
  private var runs: [RunFile] = []
  private var runNumber = 0
  private var scratch: [UInt8] = []
  private var sequence = 0
  private var large: [UnsafeMutableRawPointer] = []
  private var largeBytes = 0

  /// More runs than this are merged into one before the next is written.
  private static let runLimit = 64

  /// - Parameters:
  ///   - directory: where files of stretches go; they carry the prefix `run-`.
  ///   - memory: bytes of records that are held at once.
  init(directory: String, memory: Int) {
    self.directory = directory
    self.memory = memory
    arena = .allocate(byteCount: memory, alignment: 8)
  }

  deinit {
    arena.deallocate()
    for room in large { room.deallocate() }
  }

  func append(_ record: BatchRecord, line: Int) throws(InterchangeError) {
    scratch.removeAll(keepingCapacity: true)
    RecordKey.append(record, sequence: sequence, line: line, to: &scratch)
    sequence += 1
    let keyLength = scratch.count
    RecordEncoder.append(record, to: &scratch)
    // Entries take 40 bytes each: half the room is for them.
    if used + scratch.count > memory || entries.count * 40 + largeBytes > memory { try spill() }
    let length = scratch.count
    let place = scratch.withUnsafeBytes { room(for: $0) }
    entries.append(
      SortEntry(start: place, keyLength: keyLength, bodyLength: length - keyLength))
  }

  /// Hands over all records in order, once.
  func merge(
    _ each: (SortEntry) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    if runs.isEmpty {
      entries.sort(by: SortEntry.areInOrder)
      for entry in entries { try each(entry) }
    } else {
      try spill()
      try merge(runs, each)
    }
    runs = []
    entries = []
  }

  private func room(for bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer {
    let place: UnsafeMutableRawPointer
    if used + bytes.count <= memory {
      place = arena + used
      used += bytes.count
    } else {
      place = .allocate(byteCount: bytes.count, alignment: 8)
      large.append(place)
      largeBytes += bytes.count
    }
    UnsafeMutableRawBufferPointer(start: place, count: bytes.count).copyMemory(from: bytes)
    return UnsafeRawPointer(place)
  }

  private func spill() throws(InterchangeError) {
    guard !entries.isEmpty else { return }
    if runs.count == Self.runLimit {
      let merged = try newRun()
      try merge(runs) { entry throws(InterchangeError) in try merged.append(entry) }
      runs = [merged]
    }
    entries.sort(by: SortEntry.areInOrder)
    let run = try newRun()
    for entry in entries { try run.append(entry) }
    runs.append(run)
    entries.removeAll(keepingCapacity: true)
    used = 0
    for room in large { room.deallocate() }
    large = []
    largeBytes = 0
  }

  private func newRun() throws(InterchangeError) -> RunFile {
    runNumber += 1
    return try RunFile(path: "\(directory)/run-\(runNumber)")
  }

  private func merge(
    _ runs: [RunFile], _ each: (SortEntry) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    for run in runs { try run.beginReading() }
    var heap = RunHeap(runs)
    while let run = heap.least, let entry = run.current {
      try each(entry)
      try run.advance()
      heap.settle()
    }
  }
}

/// The runs of a merge with the one that stands lowest on top.
private struct RunHeap {
  private var runs: [RunFile] = []

  init(_ runs: [RunFile]) {
    self.runs = runs.filter { $0.current != nil }.sorted(by: Self.areInOrder)
  }

  var least: RunFile? { runs.first }

  /// Puts the top where it belongs after it has advanced, or drops it at its end.
  mutating func settle() {
    if runs[0].current == nil {
      let last = runs.removeLast()
      if runs.isEmpty { return }
      runs[0] = last
    }
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < runs.count {
        if Self.areInOrder(runs[child], runs[least]) { least = child }
      }
      if least == index { return }
      runs.swapAt(index, least)
      index = least
    }
  }

  private static func areInOrder(_ left: RunFile, _ right: RunFile) -> Bool {
    guard let first = left.current else { return false }
    guard let second = right.current else { return true }
    return SortEntry.areInOrder(first, second)
  }
}
