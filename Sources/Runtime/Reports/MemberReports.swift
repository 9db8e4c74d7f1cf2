package import Domain
package import Interchange
import Screen

/// Members, for people and for scripts.
package enum MemberReports {
  package static func lines(_ members: [Member]) -> [String] {
    var table = TextTable([
      .init("member", widest: 24), .init("roles", widest: 48), .init("user", widest: 24),
      .init("annotators", widest: 40),
    ])
    for member in members.sorted(by: { $0.id < $1.id }) {
      table.append([
        SafeText(member.id.text), SafeText(roles(member)), SafeText(member.user ?? ""),
        SafeText(member.annotators.map(\.text).joined(separator: ", ")),
      ])
    }
    return table.lines()
  }

  package static func json(_ members: [Member]) -> JSONText {
    .array(
      members.sorted { $0.id < $1.id }.map { member in
        .object([
          .init("member", .string(member.id.text)),
          .init("roles", .array(member.roles.map { .string($0.rawValue) })),
          .init("user", ValueJSON.text(member.user)),
          .init("annotators", .array(member.annotators.map { .string($0.text) })),
        ])
      })
  }

  package static func said(_ member: Member, _ event: Event) -> String {
    "\(Words.plain(member.id.text)) is \(roles(member)), from event \(event.seq) on."
  }

  private static func roles(_ member: Member) -> String {
    member.roles.isEmpty ? "without a role" : Words.list(member.roles.map(\.rawValue))
  }
}
