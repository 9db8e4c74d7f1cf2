import Domain
import Ledger

/// The folder of a project that lies on a server: `tiebreak.toml`, and what is written from it.
enum TeamFolder {
  /// What it is made of, in the order in which it gets its place.
  static let parts = ["tiebreak.toml"]

  /// Makes it beside its place.
  static func make(
    _ folder: ProjectFolder, settings: String, _ surroundings: Surroundings
  ) throws(ProjectFailure) -> MakingFolder {
    do {
      let making = try MakingFolder(
        for: folder.path, tag: Hexadecimal.text(of: surroundings.random()))
      let path = ProjectFolder(path: making.path).settings
      try DurableFile.write(Array(settings.utf8), to: path, permissions: 0o600)
      return making
    } catch let error as FileFailure {
      throw .ledger(.file(error))
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw .file(path: folder.path, reason: String(describing: error))
    }
  }

  static func publish(_ making: borrowing MakingFolder) throws(ProjectFailure) {
    do throws(FileFailure) {
      try making.publish(parts)
    } catch {
      throw .ledger(.file(error))
    }
  }

  /// Refuses a place that is taken.
  static func requireFree(_ folder: ProjectFolder) throws(ProjectFailure) {
    if Folders.exists(folder.log) || Folders.exists(folder.settings) {
      throw .projectExists(path: folder.path)
    }
    guard MakingFolder.isFree(folder.path) else { throw .notEmpty(path: folder.path) }
  }
}
