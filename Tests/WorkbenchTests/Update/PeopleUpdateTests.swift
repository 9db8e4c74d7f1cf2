import Domain
import Screen
import Testing
import Workbench

/// The screen of annotators: what keys and answers make of it.
@Suite struct PeopleUpdateTests {
  private func pressed(_ model: inout Model, _ key: String) -> [Effect] { model.press(key) }

  private func limits(_ model: Model) -> String { model.queue.limitText }

  @Test func `going there asks for the list once, and again where something was ruled`() {
    var model = Scene.people.ready
    let effects = model.press("Space", "a")
    #expect(effects.contains(.report(.annotators(nil), generation: 1)))
    #expect(Sentence(model).lead == "Reading the ratings …")
    _ = update(&model, .reported(.annotators(Scene.peoplePage), generation: 1))
    #expect(model.annotators.page?.value == Scene.peoplePage)
    #expect(!model.press("q").contains { if case .report = $0 { true } else { false } })
    #expect(!model.press("Space", "a").contains { if case .report = $0 { true } else { false } })
    _ = model.press("q")
    model.summary?.head += 1
    #expect(model.press("Space", "a").contains(.report(.annotators(nil), generation: 2)))
    // The old list stays in view, and a late answer to the first request changes nothing.
    #expect(!model.annotators.rows.isEmpty)
    _ = update(&model, .reported(.annotators(nil), generation: 1))
    #expect(!model.annotators.rows.isEmpty)
  }

  @Test func `the bar stays on the person when the list is ordered anew`() {
    var model = Scene.people.showingPeople
    _ = model.press("j", "j", "j")
    let id = model.annotators.current?.id
    for _ in AnnotatorsModel.Order.allCases {
      _ = model.press("o")
      #expect(model.annotators.current?.id == id)
    }
    #expect(model.annotators.order == .worst)
    model.type(":order speed")
    _ = model.press("Enter")
    #expect(model.annotators.order == .speed)
    let paces = model.annotators.rows.compactMap(\.milliseconds)
    #expect(paces == paces.sorted())
  }

  @Test func `m shows only what there are figures for`() {
    var model = Scene.people.showingPeople
    var seen: [AnnotatorsModel.Against] = []
    for _ in 0..<5 {
      seen.append(model.annotators.against)
      _ = model.press("m")
    }
    #expect(seen == [.others, .gold, .rulings, .themselves, .others])
    let worst = model.annotators.rows.compactMap { model.annotators.measure(of: $0).judged }
    #expect(worst == worst.sorted())
  }

  @Test func `Enter opens the page at its hottest cell, and q comes back to the row`() {
    var model = Scene.people.showingPeople
    let effects = model.press("Enter")
    #expect(effects == [.report(.person(Scene.names[0], .label), generation: 1)])
    _ = update(&model, .reported(.person(Scene.personPage), generation: 1))
    #expect(model.annotators.person?.cell.row == 0)
    #expect(model.annotators.person?.cell.column == 1)
    #expect(
      Sentence(model).lead == "dot said plant disease where others said question, 26 items.")
    _ = model.press("j", "l", "Left", "h", "h", "G")
    #expect(model.annotators.person?.cell.row == 3)
    #expect(model.annotators.person?.cell.column == 0)
    _ = model.press("q")
    #expect(model.place == .annotators)
    #expect(model.annotators.aspect == .people)
    #expect(model.annotators.current?.id == Scene.names[0])
    _ = model.press("q")
    #expect(model.place == .queue)
  }

  @Test func `a cell opens the queue limited to its items, and q comes back to the cell`() {
    var model = Scene.people.showingPerson
    _ = model.press("Enter")
    #expect(model.place == .queue)
    #expect(limits(model) == "said:dot/sick value:ask status:*")
    _ = model.press("q")
    #expect(model.place == .annotators)
    #expect(model.annotators.aspect == .person)
    #expect(model.annotators.person?.cell.column == 1)
    #expect(limits(model) == "")
    _ = model.press("Tab", "Enter")
    #expect(limits(model) == "said:dot/sick ruled:ask")
    _ = model.press("q", "Tab", "h", "Enter")
    #expect(limits(model) == "said:dot/ask twice:ask status:*")
  }

  @Test func `alone and pairs are limits too`() {
    var model = Scene.people.showingPeople
    _ = model.press("a")
    #expect(limits(model) == "alone:dot status:*")
    _ = model.press("q", "p")
    #expect(model.annotators.aspect == .pairs)
    let pair = model.annotators.pair
    #expect(pair.row == 0)
    #expect(pair.row != pair.column)
    _ = model.press("Enter")
    #expect(limits(model).hasPrefix("disagree:dot/"))
    _ = model.press("q")
    #expect(model.annotators.pair == pair)
    _ = model.press("p")
    #expect(model.annotators.aspect == .people)
  }

  @Test func `names are for leads, and limits that would tell them too`() {
    var scene = Scene.people
    var lead = scene.showingPeople
    #expect(lead.drawn.text(ofRow: 4).contains("dot"))
    _ = lead.press("N")
    #expect(!lead.drawn.text(ofRow: 4).contains("dot"))
    scene.me = Member(id: "mara", user: "mara", roles: [.adjudicator])
    var model = scene.showingPeople
    let letters = model.drawn.text(ofRow: 4)
    _ = model.press("N")
    #expect(model.drawn.text(ofRow: 4) == letters)
    #expect(model.notice?.text.contains("for leads") == true)
    _ = model.press("a")
    #expect(model.place == .annotators)
    for row in 0..<model.size.height {
      for name in ["dot", "花子", "cem-of", "eve"] {
        #expect(!model.drawn.text(ofRow: row).contains(name))
      }
    }
    scene.blind = .off
    #expect(scene.showingPeople.drawn.text(ofRow: 4).contains("dot"))
  }

  @Test func `Tab turns to those who rule and back`() {
    var model = Scene.people.showingPeople
    #expect(model.press("Tab") == [.report(.adjudicators, generation: 1)])
    _ = update(&model, .reported(.adjudicators(Scene.adjudicatorRows), generation: 1))
    #expect(Sentence(model).lead == "mara overrules most: .42 of the items.")
    _ = model.press("j")
    #expect(model.annotators.currentAdjudicator?.id == Scene.adjudicatorRows[1].id)
    _ = model.press("Enter")
    #expect(model.notice?.text.contains("no page") == true)
    _ = model.press("Tab")
    #expect(model.annotators.aspect == .people)
  }

  @Test func `y copies the line or the cell in words`() {
    var model = Scene.people.showingPeople
    #expect(
      model.press("y") == [.copy("dot: 1 240 ratings, κ .52, .47 to .57 on 200 items")])
    var person = Scene.people.showingPerson
    #expect(person.press("y") == [.copy("dot: plant disease for question, 26 items")])
  }

  @Test func `somebody who is gone closes the page`() {
    var model = Scene.people.showingPeople
    _ = model.press("Enter")
    _ = update(&model, .reported(.person(nil), generation: 1))
    #expect(model.annotators.aspect == .people)
    model.type(":open nobody")
    _ = model.press("Enter")
    #expect(model.annotators.aspect == .people)
    #expect(model.notice?.text.contains("no annotator") == true)
    model.type(":open bo")
    #expect(model.press("Enter") == [.report(.person("bo", .label), generation: 2)])
  }

  @Test func `what could not be read is said, and R reads again`() {
    var model = Scene.people.ready
    _ = model.press("Space", "a")
    model.summary?.ratings = 5
    _ = update(&model, .storeFailed("The index is busy."))
    #expect(Sentence(model).lead == "The ratings could not be read.")
    #expect(model.press("R") == [.report(.annotators(nil), generation: 2)])
  }
}
