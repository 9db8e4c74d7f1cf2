/// How a 95 % interval is read off the values of the resamples.
public enum ResamplingMethod: String, Sendable, CaseIterable {
  /// Their 2.5 and 97.5 percentiles (Efron 1979).
  case percentile
  /// Percentiles moved by the bias and by the acceleration of the figure (Efron 1987).
  case bca
}
