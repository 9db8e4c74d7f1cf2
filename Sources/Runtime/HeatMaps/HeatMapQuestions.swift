/// The questions of a file or a project, as far as heat maps go.
package struct HeatMapQuestions: Sendable {
  package var drawable: [HeatMapSource] = []
  /// Those without labels.
  package var unlabelled: [UnlabelledQuestion] = []

  package init() {}
}
