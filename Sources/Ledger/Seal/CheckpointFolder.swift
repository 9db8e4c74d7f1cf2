/// Checkpoints in a folder of their own, one file each, named by their size with zeros to twelve digits.
public struct CheckpointFolder: CheckpointShelf {
  public let path: String
  private let sharing: FileSharing

  /// - Parameter log: the log's folder. The one for checkpoints is made with the first.
  public init(log: String, sharing: FileSharing = .owner) {
    path = log + "/checkpoints"
    self.sharing = sharing
  }

  public func sizes() throws(LedgerError) -> [Int] {
    do {
      return try Disk().names(in: path).compactMap(Self.size).sorted()
    } catch {
      throw .file(error)
    }
  }

  public func note(of size: Int) throws(LedgerError) -> [UInt8]? {
    try DurableFile.read(file(of: size), limit: SignedNote.limit)
  }

  public func put(_ note: [UInt8], of size: Int) throws(LedgerError) {
    do {
      try Disk().makeDirectory(path, mode: sharing.folderPermissions)
    } catch {
      throw .file(error)
    }
    try DurableFile.write(note, to: file(of: size), permissions: sharing.filePermissions)
  }

  public func file(of size: Int) -> String {
    let digits = String(size)
    return path + "/" + String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }

  /// The size that a name stands for; nil for other files, such as those that a crash left.
  private static func size(_ name: String) -> Int? {
    guard name.utf8.count >= 12, name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      name.utf8.count == 12 || name.utf8.first != 0x30
    else { return nil }
    return Int(name)
  }
}
