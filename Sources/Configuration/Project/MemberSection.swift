import Domain

/// `[members.NAME]`: the people, as they are proposed.
enum MemberSection {
  static func read(_ root: RootReader) -> [MemberSettings] {
    var users: Set<Identifier<UserSpace>> = []
    return root.namedTables("members", keys: ["os", "annotator"]).map { named in
      let reader = named.reader
      let user = reader.text("os")
      if named.name.content.utf8.first == UInt8(ascii: "@") {
        root.problems.report(
          "a member's name begins with @, as roles do; take the @ out", at: named.name.offset)
      }
      if let user, !users.insert(Identifier(user.content)).inserted {
        root.problems.report(
          "user \(Quotation.quoted(user.content)) is another member already; "
            + "give every member a user of their own", at: user.offset)
      }
      let annotators = reader.texts("annotator") ?? []
      return MemberSettings(
        id: MemberID(named.name.content), user: user?.content,
        annotators: annotators.map { AnnotatorID($0.content) })
    }
  }

  private enum UserSpace {}
}
