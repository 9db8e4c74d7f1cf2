import Domain
package import Interchange
import Ledger
import TeamStore

/// A folder for somebody who works on a project that lies on a server already.
package struct JoinedProject: Sendable {
  private let folder: ProjectFolder
  private let name: String
  /// The database's user.
  private let user: String
  /// nil for somebody who is no member, such as the owner of the tables.
  private let me: Member?
  private let summary: ProjectSummary

  /// Makes the folder, with the settings that are in force, and copies what the tables need.
  package static func make(
    _ folder: ProjectFolder, at address: String, surroundings: Surroundings,
    progress: @escaping ProgressSink
  ) throws(ProjectFailure) -> JoinedProject {
    try TeamFolder.requireFree(folder)
    let team = try Team.reach(address)
    let text = StoreLine.set(address, in: try team.settings())
    let making = try TeamFolder.make(folder, settings: text, surroundings)
    do throws(ProjectFailure) {
      let project = try Project.open(
        ProjectFolder(path: making.path), surroundings: surroundings, progress: progress)
      let joined = JoinedProject(
        folder: folder, name: project.configuration.name, user: project.user, me: project.me,
        summary: try project.summary())
      try TeamFolder.publish(making)
      return joined
    } catch {
      making.discard(TeamFolder.parts)
      throw error
    }
  }

  package var lines: [String] {
    let path = Words.plain(folder.path, limit: 200)
    let roles = me.map { $0.roles.map(\.rawValue).joined(separator: ", ") }
    return [
      "Joined \(Words.plain(name)) as \(Words.plain(user)): \(roles ?? "no member").",
      "\(Words.count(summary.open, "disagreement")) "
        + "\(summary.open == 1 ? "waits" : "wait") for a ruling. Next: tiebreak -C \(path)",
    ]
  }

  package var json: JSONText {
    [
      "project": .string(name), "user": .string(user), "member": ValueJSON.text(me?.id.text),
      "items": .integer(summary.items), "open": .integer(summary.open),
      "head": .integer(summary.head),
    ]
  }
}
