import Agreement
import Testing

@Suite struct PlanningTests {
  @Test func `sizes for a share are the textbook's`() {
    #expect(SampleSize.share(halfWidth: 0.05) == 385)
    #expect(SampleSize.share(halfWidth: 0.03) == 1068)
    #expect(SampleSize.share(halfWidth: 0.05, population: 1000) == 278)
    #expect(SampleSize.share(halfWidth: 0.05, population: 20) == 20)
    #expect(SampleSize.share(halfWidth: 0) == nil)
    #expect(SampleSize.share(halfWidth: 0.1, population: 0) == nil)
  }

  @Test func `a check without a defect takes what the rule of three says`() {
    #expect(SampleSize.withoutDefect(largestShare: 0.01) == 299)
    #expect(SampleSize.withoutDefect(largestShare: 0.05) == 59)
    #expect(SampleSize.withoutDefect(largestShare: 0.5, confidence: 0.5) == 1)
    let finite = [50, 100, 500, 1000, 100_000].map {
      SampleSize.withoutDefect(largestShare: 0.01, population: $0)
    }
    #expect(finite == [48, 78, 196, 238, 298])
    #expect(SampleSize.withoutDefect(largestShare: 0) == nil)
  }

  @Test func `sizes for coefficients follow from their standard errors`() {
    #expect(
      SampleSize.coefficient(halfWidth: 0.05, pilotUnits: 100, pilotStandardError: 0.05) == 385)
    #expect(SampleSize.coefficient(halfWidth: 0.05, pilotUnits: 0, pilotStandardError: 1) == nil)
    #expect(SampleSize.binaryKappa(halfWidth: 0.1, kappa: 0.6, prevalence: 0.3) == 296)
    #expect(SampleSize.binaryKappa(halfWidth: 0.1, kappa: 0.8, prevalence: 0.5) == 139)
    #expect(SampleSize.binaryKappa(halfWidth: 0.05, kappa: 0.4, prevalence: 0.1) == 3389)
    #expect(SampleSize.binaryKappa(halfWidth: 0.05, kappa: 0.4, prevalence: 1) == nil)
  }

  @Test func `a validation batch is proportional above its floor`() {
    let batch = ValidationBatch(size: 100, available: [700, 250, 45, 5, 0], floor: 10)
    #expect(batch.drawn == [63, 22, 10, 5, 0])
    #expect(batch.size == 100)
    #expect(batch.weights[3] == 1)
    #expect(batch.weights[4] == nil)
    #expect(ValidationBatch(size: 3, available: [9, 9], floor: 5).drawn == [5, 5])
    #expect(ValidationBatch(size: 1000, available: [9, 4], floor: 5).drawn == [9, 4])
    let units = batch.units(of: 1, seed: 4)
    #expect(units.count == 22 && Set(units).count == 22 && units.allSatisfy { $0 < 250 })
    #expect(units == batch.units(of: 1, seed: 4))
    #expect(units != batch.units(of: 1, seed: 5))
  }

  @Test func `any batch has its size, its floor, and no more than there are`() {
    var random = SeededRandom(seed: 6)
    for _ in 0..<500 {
      let available = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int.random(in: 0...60, using: &random)
      }
      let size = Int.random(in: 0...200, using: &random)
      let floor = Int.random(in: 0...12, using: &random)
      let batch = ValidationBatch(size: size, available: available, floor: floor)
      let floors = available.map { min($0, floor) }
      #expect(batch.size == max(floors.reduce(0, +), min(size, available.reduce(0, +))))
      for label in available.indices {
        #expect(batch.drawn[label] >= floors[label] && batch.drawn[label] <= available[label])
      }
    }
  }

  /// Wald's lines for 10 % against 30 % with errors of 2 % and 3 %, worked out by hand:
  /// ln 3 = 1.0986, ln (.9 / .7) = .2513, bounds ln (.03 / .98) and ln (.97 / .02).
  @Test func `the sequential test keeps Wald's bounds`() throws {
    let test = try #require(
      SequentialTest(goodShare: 0.1, badShare: 0.3, falseAlarm: 0.02, miss: 0.03))
    #expect(test.fewestUnits == 14)
    #expect(test.decision(wrong: 0, of: 13) == .goOn)
    #expect(test.decision(wrong: 0, of: 14) == .accept)
    #expect(test.decision(wrong: 4, of: 4) == .reject)
    #expect(test.acceptance(after: 13) == nil)
    #expect(test.rejection(after: 3) == nil)
    for units in 1...200 {
      for wrong in 0...units {
        let decision = test.decision(wrong: wrong, of: units)
        #expect(
          (decision == .accept) == (test.acceptance(after: units).map { wrong <= $0 } ?? false))
        #expect(
          (decision == .reject) == (test.rejection(after: units).map { wrong >= $0 } ?? false))
      }
    }
    #expect(SequentialTest(goodShare: 0.3, badShare: 0.1) == nil)
  }

  @Test func `the sequential test errs no more often than asked`() throws {
    let test = try #require(SequentialTest(goodShare: 0.05, badShare: 0.15))
    var random = SeededRandom(seed: 12)
    func rejections(_ share: Double) -> Int {
      (0..<1000).count { _ in
        var wrong = 0
        var units = 0
        while true {
          units += 1
          if Double.random(in: 0..<1, using: &random) < share { wrong += 1 }
          switch test.decision(wrong: wrong, of: units) {
          case .accept: return false
          case .reject: return true
          case .goOn: continue
          }
        }
      }
    }
    #expect(rejections(0.05) < 75)
    #expect(rejections(0.15) > 925)
  }
}
