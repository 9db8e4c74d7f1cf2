import Configuration
import Domain
import Screen
import ThemeCatalog

extension FuzzTarget {
  /// What a project and a person set.
  static let settings: [FuzzTarget] = [
    FuzzTarget("settings", seeds: [project]) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return stable(
        { try ConfigurationReader.read(text, file: "tiebreak.toml") },
        again: { try ConfigurationReader.read(ConfigurationText.text(of: $0), file: "again") })
    },
    FuzzTarget("recorded-settings", seeds: [project]) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? ConfigurationReader.readRecorded(text, file: "event")) == nil
        ? .refused : .accepted
    },
    FuzzTarget(
      "keys",
      seeds: ["set = \"emacs\"\n[keys]\nlist.next = [\"^N\", \"Down\"]\n\"app.undo\" = \"U\"\n"]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? KeySettings.read(text, file: "keys.toml")) == nil ? .refused : .accepted
    },
    FuzzTarget(
      "personal",
      seeds: ["theme = \"dark\"\nambiguous = 2\nmouse = false\nbackground = \"terminal\"\n"]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? PersonalSettings.read(text, file: "config.toml")) == nil ? .refused : .accepted
    },
    FuzzTarget(
      "theme",
      seeds: [
        "# a theme\ntext = #ffffff #000000 / 231 16 / 15 0 / -\ndim = #d0d0d0 - / 252 - / 7 - / bold\n"
      ]
    ) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do {
        _ = try ThemeFile.parse(text, named: "mine", over: ThemeCatalog.theme(named: "dark"))
        return .accepted
      } catch {
        return .refused
      }
    },
  ]

  private static let project = """
    [project]
    name = "tickets"
    task = "label"
    blind = "votes"
    [[labels]]
    id = "billing"
    name = "Billing"
    tier = "high"
    [[labels]]
    id = "refund"
    parent = "billing"
    [tiers.high]
    cost = 5
    due_days = 3
    reason = "required"
    [queue]
    below = 0.8
    policy = "gain"
    [[routes]]
    when = "label:billing slice.lang:en"
    to = ["@lead", "rev-2"]
    twice = 0.1
    [members.rev-2]
    os = "rev2"
    annotator = ["A3"]
    [annotators."Ann B."]
    alias = "A3"
    [sources.tickets]
    item = "ticket"

    """
}
