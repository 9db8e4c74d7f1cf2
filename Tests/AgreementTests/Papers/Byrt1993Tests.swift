import Agreement
import Testing

/// T. Byrt, J. Bishop & J. B. Carlin (1993), Bias, prevalence and kappa:
/// κ = (PABAK − PI² + BI²) / (1 − PI² + BI²).
@Suite struct Byrt1993Tests {
  @Test(arguments: [
    [[40, 9], [6, 45]], [[80, 10], [5, 5]], [[45, 15], [25, 15]], [[25, 35], [5, 35]],
    [[1, 0], [7, 92]],
  ])
  func `kappa is made of PABAK, prevalence and bias`(_ counts: [[Int]]) throws {
    let table = ContingencyTable(counts: counts)
    let found = try #require(KappaCircumstances(table, labelCount: 2))
    let pabak = try #require(found.pabak)
    let prevalence = try #require(found.prevalenceIndex)
    let skew = found.biasIndex * found.biasIndex - prevalence * prevalence
    #expect(isNear(CohenKappa.value(table), (pabak + skew) / (1 + skew)))
  }

  @Test func `the indices of a skewed table`() throws {
    let found = try #require(
      KappaCircumstances(ContingencyTable(counts: [[80, 10], [5, 5]]), labelCount: 2))
    #expect(isNear(found.pabak, 0.70))
    #expect(isNear(found.prevalenceIndex, 0.75))
    #expect(isNear(found.biasIndex, 0.05))
  }

  @Test func `with more labels PABAK goes on, the prevalence index does not`() throws {
    let table = ContingencyTable(counts: [[8, 1, 0], [1, 5, 1], [0, 0, 4]])
    let found = try #require(KappaCircumstances(table, labelCount: 3))
    #expect(found.prevalenceIndex == nil)
    #expect(isNear(found.pabak, (3 * 17.0 / 20 - 1) / 2))
    #expect(isNear(found.biasIndex, (0.0 + 1 + 1) / 40))
  }
}
