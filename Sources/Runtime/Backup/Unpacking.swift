import Domain
import Interchange
import Ledger

/// Writes the files of a backup into a folder as the archive's bytes come in, each checked as it ends.
final class Unpacking {
  private let path: String
  private let surroundings: Surroundings
  private var reader = TarReader()
  private var manifest: BackupManifest?
  private var manifestBytes: [UInt8] = []
  /// Files of the list that have come.
  private var count = 0
  private var current: Current?
  /// A failure of the disk rather than of the archive.
  private(set) var trouble: ProjectFailure?

  private struct Current {
    let file: BackupManifest.File
    let sink: FileSink
    var digest = StreamingDigest()
  }

  init(into path: String, surroundings: Surroundings) {
    self.path = path
    self.surroundings = surroundings
  }

  func take(_ block: UnsafeRawBufferPointer) throws(BackupProblem) {
    var rest = block
    while let piece = try reader.next(&rest) {
      switch piece {
      case .header(let header): try begin(header)
      case .bytes(let bytes): try write(bytes)
      case .endOfFile: try end()
      }
    }
  }

  /// - Throws: where the archive stopped in the middle, or a file of the list never came.
  func finish() throws(BackupProblem) -> BackupManifest {
    guard let manifest, reader.isAtEnd else { throw BackupProblem("it ends in the middle") }
    guard count == manifest.files.count else {
      throw BackupProblem("\(manifest.files[count].part.name) is missing")
    }
    return manifest
  }

  private func begin(_ header: TarHeader) throws(BackupProblem) {
    let name = Words.quoted(header.name)
    guard header.type == UInt8(ascii: "0") else {
      throw BackupProblem("\(name) is \(Self.kind(header.type)); a backup holds plain files only")
    }
    guard let manifest else {
      guard header.name == BackupManifest.name else {
        throw BackupProblem("it does not begin with its list of files")
      }
      guard header.bytes <= BackupManifest.byteLimit else {
        throw BackupProblem("its list of files is longer than any of ours")
      }
      return
    }
    guard let part = BackupPart(name: header.name) else {
      throw BackupProblem("\(name) is no file of a project")
    }
    guard count < manifest.files.count, manifest.files[count].part == part else {
      let isRepeated = manifest.files.prefix(count).contains { $0.part == part }
      throw BackupProblem(
        isRepeated
          ? "\(name) is there twice" : "\(name) does not stand where its list of files has it")
    }
    let file = manifest.files[count]
    guard header.bytes == file.bytes else {
      throw BackupProblem("\(name) has \(header.bytes) bytes, and its list says \(file.bytes)")
    }
    let folder = Destination.parent(of: "\(path)/\(part.name)")
    current = Current(
      file: file,
      sink: try telling { () throws(ProjectFailure) in
        try FileSink(
          folder: folder, tag: Hexadecimal.text(of: surroundings.random()), permissions: 0o600)
      })
    count += 1
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(BackupProblem) {
    guard let sink = current?.sink else {
      manifestBytes += bytes
      return
    }
    current?.digest.update(bytes)
    do throws(InterchangeError) {
      try sink.write(bytes)
    } catch {
      trouble = .input(InterchangeFailure(error))
      throw BackupProblem(error.description)
    }
  }

  private func end() throws(BackupProblem) {
    guard let current else {
      manifest = try BackupManifest(manifestBytes)
      manifestBytes = []
      return
    }
    self.current = nil
    let name = current.file.part.name
    guard current.digest.digest() == current.file.digest else {
      throw BackupProblem("\(name) is not what was backed up")
    }
    try telling { () throws(ProjectFailure) in
      try current.sink.publish(as: "\(path)/\(name)")
    }
  }

  private func telling<Result>(
    _ body: () throws(ProjectFailure) -> Result
  ) throws(BackupProblem) -> Result {
    do throws(ProjectFailure) {
      return try body()
    } catch {
      trouble = error
      throw BackupProblem(Words.sentence(error))
    }
  }

  private static func kind(_ type: UInt8) -> String {
    switch type {
    case UInt8(ascii: "1"): "a hard link"
    case UInt8(ascii: "2"): "a symbolic link"
    case UInt8(ascii: "5"): "a folder"
    default: "no plain file"
    }
  }
}
