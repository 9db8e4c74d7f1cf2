import Agreement
import Domain
import Screen
import Testing

@testable import Workbench

@Suite struct HeatMapUpdateTests {
  private let street = HeatScene.street

  @Test func `entering asks for the map once, and again when the log went on`() {
    var model = HeatScene.street.entered
    #expect(model.heatMap.isLoading)
    street.answer(&model)
    #expect(!model.heatMap.isLoading)
    #expect(model.enterHeatMap() == [])
    model.summary?.head = 212
    #expect(
      model.enterHeatMap() == [
        .report(.heatMap(HeatMapWanted()), generation: model.heatMap.generation)
      ])
  }

  @Test func `an answer to an older request is passed over`() {
    var model = street.showing()
    let before = model.heatMap
    model.press("t")
    let old = Loaded(street.page(HeatMapWanted()), stamp: 1)
    #expect(update(&model, .reported(.heatMap(old), generation: 1)) == [])
    #expect(model.heatMap.isLoading)
    #expect(model.heatMap.page == before.page)
  }

  @Test func `the cursor begins on the hottest cell and stays on the map`() {
    var model = street.showing()
    let map = model.heatMap.map
    let row = model.heatMap.place.row
    let names = [map?.rows.names[row], map?.columns.names[model.heatMap.place.column]]
    #expect(Set(names) == ["rider", "cyclist"])
    for _ in 0..<20 { model.press("l") }
    #expect(model.heatMap.place == HeatPlace(row: row, column: 7))
    for _ in 0..<20 { model.press("j") }
    #expect(model.heatMap.place == HeatPlace(row: 7, column: 7))
    model.press("g")
    model.press("0")
    #expect(model.heatMap.place == HeatPlace(row: 0, column: 0))
    model.press("k")
    model.press("h")
    #expect(model.heatMap.place == HeatPlace(row: 0, column: 0))
  }

  @Test func `n and N go through the hottest cells and round`() {
    var model = street.showing()
    let hottest = model.heatMap.page?.value.hottest ?? []
    #expect(hottest.count > 3)
    for place in hottest.dropFirst() + hottest.prefix(1) {
      model.press("n")
      #expect(model.heatMap.place == place)
    }
    model.press("N")
    #expect(model.heatMap.place == hottest.last)
  }

  @Test func `Enter opens the queue limited to the cell, and q comes back to it`() throws {
    var model = street.showing("n")
    let place = model.heatMap.place
    model.press("Enter")
    #expect(model.place == .queue)
    #expect(["pair:van/truck status:*", "pair:truck/van status:*"].contains(model.queue.limitText))
    #expect(try model.queue.limit == LimitParser.parse(model.queue.limitText))
    model.press("q")
    #expect(model.place == .heatMap)
    #expect(model.heatMap.place == place)
    #expect(model.queue.limitText.isEmpty)
  }

  @Test func `a cell that would tell votes is not opened while these are hidden`() {
    var scene = street
    scene.blind = .votes
    var model = scene.showing()
    model.press("Enter")
    #expect(model.place == .heatMap)
    #expect(model.unavailable(.open) != nil)
  }

  @Test func `names of annotators are for leads where ruling is blind`() {
    var scene = street
    scene.blind = .names
    #expect(scene.showing().heatKinds.contains(.labelAnnotator))
    scene.roles = [.adjudicator]
    let model = scene.showing()
    #expect(!model.heatKinds.contains { $0.columns == .annotator })
    #expect(model.drawnText.contains("whose") == false)
  }

  @Test func `Tab goes round all maps and S-Tab back`() {
    var model = street.showing()
    let kinds = model.heatKinds
    for kind in kinds.dropFirst() + kinds.prefix(1) {
      model.press("Tab")
      #expect(model.heatMap.wanted.request.kind == kind)
      street.answer(&model)
      #expect(model.heatMap.map?.kind == kind)
    }
    model.press("S-Tab")
    #expect(model.heatMap.wanted.request.kind == kinds.last)
  }

  @Test func `measure, order and items turn, and what does not fit is put right`() {
    var model = street.showing("m", "m", "o", "f")
    let request = model.heatMap.wanted.request
    #expect(request.measure == .alpha && request.order == .size && request.units == .open)
    model.press("f")
    #expect(model.heatMap.wanted.request.units == .overruled)
    #expect(model.heatMap.wanted.request.measure == .share)
    street.answer(&model)
    model.press("t")
    #expect(model.heatMap.wanted.request.units == .all)
    _ = model.perform(.measure, argument: "count")
    #expect(model.heatMap.wanted.request.measure == .count)
    _ = model.perform(.measure, argument: "specific")
    #expect(model.heatMap.wanted.request.measure == .count)
    #expect(model.notice != nil)
  }

  @Test func `the cell is found again in a map that was read anew`() {
    var model = street.showing("n", "n")
    let map = model.heatMap.map
    let names = map.map {
      [$0.rows.names[model.heatMap.place.row], $0.columns.names[model.heatMap.place.column]]
    }
    model.press("o")
    street.answer(&model)
    let other = model.heatMap.map
    #expect(
      names
        == other.map {
          [$0.rows.names[model.heatMap.place.row], $0.columns.names[model.heatMap.place.column]]
        })
  }

  @Test func `w asks for a path and writes to it`() {
    var model = street.showing()
    model.press("w")
    guard case .prompt(let prompt) = model.asking else {
      Issue.record("nothing is asked")
      return
    }
    #expect(prompt.editor.text == "/home/mara/exports/label-label-share")
    let effects = model.press("Enter")
    #expect(effects == [.write(.heatMap(HeatMapWanted()), to: prompt.editor.text)])
  }

  @Test func `y copies the figures`() {
    var model = street.showing()
    let effects = model.press("y")
    guard case .copy(let text) = effects.first else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasPrefix("cyclist / rider: .") && text.contains(", by chance ."))
  }

  @Test func `who listens hears the cell with its numbers`() {
    let heard = HeatMapScreen(street.showing()).heard
    for part in ["cyclist", "rider", "29", "108", "71"] {
      #expect(heard.contains(part), "\(heard)")
    }
  }

  @Test func `two hundred labels scroll with the cursor and keep their headings`() {
    var model = HeatScene.many.showing()
    for key in ["G", "$", "^U", "PgUp", "0", "g", "PgDn", "+", "+", "-", "l"] {
      model.press(key)
      guard let layout = HeatMapLayout(model) else {
        Issue.record("there is no table")
        return
      }
      #expect(layout.rows.contains(model.heatMap.place.row), "\(key)")
      #expect(layout.columns.contains(model.heatMap.place.column), "\(key)")
    }
  }

  @Test(arguments: GoldenTests.sizes + [Size(width: 200, height: 50), Size(width: 60, height: 16)])
  func `every map is drawn at every size without hostile cells`(size: Size) {
    for scene in [HeatScene.street, .hostile] {
      var scene = scene
      scene.size = size
      var model = scene.showing()
      for _ in model.heatKinds {
        for _ in model.heatMeasures {
          for line in model.drawnText.split(separator: "\n") {
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
          }
          model.press("m")
          scene.answer(&model)
        }
        model.press("Tab")
        scene.answer(&model)
      }
    }
  }
}
