/// The bytes of a file as they stand on disk: read in pieces, each shown once to the tap.
final class RawBytes {
  let path: String
  /// Bytes handed over so far.
  private(set) var count = 0

  private enum Origin {
    case file(RawFile)
    case part(RawFile, Range<Int>)
    case memory([UInt8])
  }

  private var origin: Origin
  private let tap: ByteSource.Tap?
  private var position = 0
  private var held: [UInt8] = []

  init(file: RawFile, tap: ByteSource.Tap?) {
    origin = .file(file)
    path = file.path
    self.tap = tap
  }

  /// Part of a regular file that others read at the same time.
  init(file: RawFile, part: Range<Int>) {
    origin = .part(file, part)
    path = file.path
    tap = nil
  }

  /// The file and its size, where any place of it can be read without anybody missing the bytes.
  var regularFile: (file: RawFile, size: Int)? {
    guard case .file(let file) = origin, tap == nil, let size = file.size else { return nil }
    return (file, size)
  }

  init(bytes: [UInt8], path: String, tap: ByteSource.Tap?) {
    origin = .memory(bytes)
    self.path = path
    self.tap = tap
  }

  /// The first bytes, fewer only where the file ends; they are read again afterwards.
  func peek(_ wanted: Int) throws(InterchangeError) -> [UInt8] {
    while held.count < wanted {
      var piece = [UInt8](repeating: 0, count: wanted - held.count)
      let count = try fetch(into: &piece)
      if count == 0 { break }
      held.append(contentsOf: piece.prefix(count))
    }
    return held
  }

  /// Reads up to the room there is; 0 at the end.
  func read(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
    let count: Int
    if held.isEmpty {
      count = try fetch(into: room)
    } else {
      count = min(held.count, room.count)
      room.copyBytes(from: held.prefix(count))
      held.removeFirst(count)
    }
    if count > 0 {
      self.count += count
      tap?(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    return count
  }

  private func fetch(into piece: inout [UInt8]) throws(InterchangeError) -> Int {
    try piece.withUnsafeMutableBufferPointer { room throws(InterchangeError) in
      try fetch(into: UnsafeMutableRawBufferPointer(room))
    }
  }

  private func fetch(into room: UnsafeMutableRawBufferPointer) throws(InterchangeError) -> Int {
    switch origin {
    case .file(let file): return try file.read(into: room)
    case .part(let file, let part):
      let wanted = min(room.count, part.count - position)
      let count = try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: room[..<wanted]),
        at: part.lowerBound + position)
      position += count
      return count
    case .memory(let bytes):
      let count = min(room.count, bytes.count - position)
      room.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
  }
}
