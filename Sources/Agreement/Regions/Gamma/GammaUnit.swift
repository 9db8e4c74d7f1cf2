/// A unit of a continuum with the annotator who marked it.
struct GammaUnit {
  let annotator: Int
  let span: CodedSpan
}
