import Configuration
import Testing

@Suite struct RefusedGateTests {
  @Test(
    arguments: [
      .below(
        "[gate]\nalhpa = 0.7", "4:1: unknown key \"alhpa\" in [gate]; did you mean \"alpha\"?"),
      .below("[gate]\nalpha = 1.2", "4:9: alpha in [gate] is 1.2; write a number from 0 to 1"),
      .below(
        "[gate]\nalpha = \"high\"", "4:9: alpha in [gate] is text; write a number from 0 to 1"),
      .below(
        "[gate]\nopen = -1",
        "4:8: open in [gate] is -1; write a whole number from 0 to 1000000000"),
      .below(
        "[gate]\ntier_settled = 1",
        "4:16: tier_settled in [gate] is a number; write a share for each tier, "
          + "as in tier_settled = { high = 1.0 }"),
      .below(
        "[tiers.high]\ncost = 5\n[gate]\ntier_settled = { hgih = 1.0, high = 2 }",
        "6:18: unknown tier \"hgih\"; did you mean \"high\"?",
        "6:37: high in tier_settled of [gate] is 2; write a number from 0 to 1"),
    ] as [BadFile])
  func `a bar that is not understood is named by its place`(file: BadFile) {
    let heard = file.heard { text, name throws(ConfigurationError) in
      try ConfigurationReader.read(text, file: name)
    }
    #expect(heard == file.said)
  }
}
