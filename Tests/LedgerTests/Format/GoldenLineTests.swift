import Domain
import Ledger
import Testing

@Suite struct GoldenLineTests {
  @Test func `the lines of the format's page are what is written`() throws {
    let store = MemoryEventStore()
    _ = try store.append(GoldenEvents.drafts, expecting: .empty)
    let written = String(decoding: store.exported, as: UTF8.self)
    let golden = try FormatPage().block("golden")
    #expect(written == golden, "\(written)")
  }

  @Test func `they hold every type of event`() {
    #expect(Set(GoldenEvents.drafts.map(\.body.type)) == Set(EventType.allCases))
  }

  @Test func `they are read back and verify`() throws {
    let store = try FolderStore()
    try store.folder.replace(with: Array(try FormatPage().block("golden").utf8))
    let reopened = try store.reopened()
    #expect(try reopened.read(from: 0, limit: 100).map(\.draft) == GoldenEvents.drafts)
    #expect(LogVerifier.verify(bytes: try store.folder.bytes()).isSound)
  }

  @Test func `their digests of versions are those of the documents`() throws {
    let store = MemoryEventStore()
    _ = try store.append(GoldenEvents.drafts, expecting: .empty)
    var state = ProjectState()
    for event in store.read(from: 0, limit: 100) { state.evolve(event) }
    #expect(state.guidelineVersion == 3)
    for version in state.guideline.versions {
      let contents = state.guideline.contents(of: version.number)
      let text = GuidelineMarkdown.text(of: contents, project: "tickets")
      #expect(version.digest == .sha256(of: text), "\(text)")
    }
  }

  @Test func `the hashes of three payloads never change`() throws {
    let store = MemoryEventStore()
    _ = try store.append(GoldenEvents.drafts, expecting: .empty)
    let hashes = store.read(from: 0, limit: 100).map(\.hash.hex)
    #expect(hashes[0] == "e77e5521805a1ece09ff42b779c0c182c627d091afd81e69552e3bfe70880619")
    #expect(hashes[6] == "d41ef09ea484af5fbd0bda7afd8cf439c99cb9a630e797438cc5f8b4bf889d04")
    #expect(hashes[13] == "836ba8687fac742e8f868f4c340112df5ea06a420d862574ca01705ecaf4e6f1")
    let sandbox = MemoryEventStore()
    _ = try sandbox.append([GoldenEvents.sandbox], expecting: .empty)
    #expect(
      sandbox.head().hash.hex
        == "89a7c3829a6ed2392e16809b9884c6964bd707878c2010bcdc80e7ac9bd59cc9")
  }
}
