/// What the cells of a heat map say; the raw value is its name in scripts.
///
/// | kind | share | count | alpha | specific |
/// |---|---|---|---|---|
/// | label × label | of the ratings that stand beside one of the row's label, those of the column's label; a row adds up to 1, the diagonal is specific agreement | pairs of ratings of a unit, one of either label | α that tells the two labels apart, all others left out (Krippendorff 2004, 11.4.3); diagonal: the label against the rest | 2·pairs / (comparisons of both labels), the same both ways; diagonal: specific agreement |
/// | annotator × annotator | common units on which the two differ | common units | Cohen's κ | none |
/// | label given × label ruled | of the ratings with the row's label, those whose unit was ruled the column's; the diagonal was upheld | ratings | none | none |
/// | pair of labels × others | 2·pairs / (comparisons of both labels) among the column's units | pairs of ratings | α that tells the two apart there | none |
/// | label × others | the label's share of the column's ratings | ratings | α of the label against the rest among the column's ratings | specific agreement there |
///
/// In label × annotator, α and specific agreement are taken over the pairs of ratings of which one is
/// the annotator's, each pair as a unit of two.
public enum HeatMeasure: String, Sendable, CaseIterable {
  case share
  case count
  case alpha
  case specific
}
