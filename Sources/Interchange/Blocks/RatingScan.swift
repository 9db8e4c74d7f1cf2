/// What a scan leaves behind.
public enum RatingScan {
  /// All ratings were handed over in blocks.
  case blocks(RatingTables)
  /// No block was handed over: the ratings are to be read part by part.
  case parts(PartedRatings)
}
