/// A run of scenarios, round by round, so that a disturbance of the machine spreads over all of them.
struct Session {
  static var scenarios: [any Scenario.Type] {
    [
      AgreeScenario.self, PairsScenario.self, BootstrapScenario.self, UpdateScenario.self,
      TruthScenario.self, StartScenario.self, KeysScenario.self, AppendScenario.self,
      RulingScenario.self, VerifyScenario.self, ImportScenario.self, LimitScenario.self,
      PeopleScenario.self, ImpactScenario.self, LearningScenario.self,
      TeamScenario.self, PrecedentsScenario.self,
      YieldScenario.self,
    ]
  }

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  func run() throws {
    let workplace = try Workplace(options)
    let chosen = Self.scenarios.filter {
      options.scenarios.isEmpty || options.scenarios.contains($0.name)
    }
    var report = Report()
    for round in 1...options.rounds {
      for scenario in chosen {
        Stream.complain("round \(round) of \(options.rounds): \(scenario.name)")
        report.add(try scenario.init().measure(in: workplace))
      }
    }
    print(report.text(markdown: options.isMarkdown))
  }
}
