import ArgumentParser
import Domain
import Interchange
import Runtime

/// `member`: who works on the project.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "List members, add one, or change roles.",
    subcommands: [MemberListCommand.self, MemberAddCommand.self, MemberRoleCommand.self],
    defaultSubcommand: MemberListCommand.self)

  @ParentCommand var root: Tiebreak
}

struct MemberListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List members.")

  @ParentCommand var member: MemberCommand

  @Flag(help: "For scripts.")
  var json = false

  func run() throws {
    try Program.withProject(member.root) { project throws(ProjectFailure) in
      if json {
        Output.print(MemberReports.json(project.members))
      } else {
        Output.print(MemberReports.lines(project.members))
      }
    }
  }
}

struct MemberAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a member; only a lead may.")

  @ParentCommand var member: MemberCommand

  @Argument(help: "The member's name in this project.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "observer, annotator, reviewer, adjudicator, lead; several with commas.",
      valueName: "roles"))
  var role: String = "adjudicator"

  @Option(help: ArgumentHelp("The operating system's name of the user.", valueName: "user"))
  var os: String?

  @Option(
    help: ArgumentHelp(
      "Annotators that are this person: what they rated they do not rule on.",
      valueName: "a,b"))
  var annotator: String?

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    _ = try MemberRoles.parse(role)
  }

  func run() throws {
    let roles = try MemberRoles.parse(role)
    try Program.withProject(member.root) { project throws(ProjectFailure) in
      let annotators = annotator.map { $0.split(separator: ",").map { AnnotatorID(String($0)) } }
      let change = MemberChange(
        id: MemberID(name), roles: roles, user: os, annotators: annotators)
      try MemberOutput.record(change, in: project, json: json)
    }
  }
}

struct MemberRoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Change a member's roles; only a lead may.")

  @ParentCommand var member: MemberCommand

  @Argument(help: "The member's name.")
  var name: String

  @Argument(help: "The roles from now on, with commas.")
  var roles: String

  @Flag(help: "For scripts.")
  var json = false

  func validate() throws {
    _ = try MemberRoles.parse(roles)
  }

  func run() throws {
    let roles = try MemberRoles.parse(self.roles)
    try Program.withProject(member.root) { project throws(ProjectFailure) in
      guard project.members.contains(where: { $0.id == MemberID(name) }) else {
        throw .usage("There is no member \(name). Add one with: tiebreak member add")
      }
      try MemberOutput.record(
        MemberChange(id: MemberID(name), roles: roles), in: project, json: json)
    }
  }
}

/// Records a change and says so.
private enum MemberOutput {
  static func record(
    _ change: MemberChange, in project: Project, json: Bool
  ) throws(ProjectFailure) {
    let (changed, event) = try project.record(change)
    if json {
      Output.print(MemberReports.json([changed]))
    } else {
      Output.print(MemberReports.said(changed, event))
    }
  }
}

/// Roles as they are written on the command line.
enum MemberRoles {
  static func parse(_ text: String) throws -> [MemberRole] {
    try text.split(separator: ",").map { word in
      guard let role = MemberRole(rawValue: String(word)) else {
        let known = MemberRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(word)' is no role; there are \(known).")
      }
      return role
    }
  }
}
