import Ledger
import Runtime

/// Texts that commands take from files and from the person's editor.
enum TextFile {
  /// More than any text of a guideline may have.
  private static let limit = 1 << 20

  static func read(_ path: String) throws(ProjectFailure) -> String {
    let bytes: [UInt8]?
    do throws(LedgerError) {
      bytes = try DurableFile.read(path, limit: limit)
    } catch {
      throw .ledger(error)
    }
    guard let bytes else { throw .file(path: path, reason: "there is no such file") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .input(
        InterchangeFailure(sentence: "\(path): is not UTF-8", code: .inputRefused))
    }
    return text
  }

  /// What the editor made of a text.
  static func edited(
    _ text: String, name: String, in project: Project
  ) throws(ProjectFailure) -> String {
    guard Machine.isTerminal(0) else {
      throw .usage("Without a terminal there is no editor; say what it is to say, or --file.")
    }
    guard let written = Editor.edit(text, folder: project.personal.path, name: name) else {
      throw .usage("The editor failed, so nothing was changed.")
    }
    return written
  }

  /// Puts a text that could not be taken aside, and says where, before the failure goes its way.
  static func keep(
    _ text: String, name: String, in project: Project, after failure: ProjectFailure
  ) throws(ProjectFailure) -> Never {
    if let path = project.keep(text, name: name) {
      Output.note("What you wrote is in \(path). Mend it, then: tiebreak guide draft --file")
    }
    throw failure
  }
}
