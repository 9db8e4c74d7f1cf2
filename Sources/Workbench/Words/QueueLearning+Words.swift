package import Domain
import Screen

extension QueueLearning {
  /// Whose figures order the queue, at the end of a line; empty before that is known.
  package var brief: String {
    switch self {
    case .votes(.unfitted): ""
    case .models: "by models"
    case .waiting: "by votes until \(moreRulings)"
    case .votes: "by votes"
    }
  }

  /// The same as a sentence, with why.
  package var sentence: String {
    switch self {
    case .models(let annotators, let rulings):
      "Ordered by models of \(Figures.count(annotators)) annotators, "
        + (rulings == 0
          ? "before any ruling."
          : "taught by \(rulings == 1 ? "1 ruling" : "\(Figures.count(rulings)) rulings").")
    case .waiting:
      "Ordered by shares of votes: the models of annotators are not trusted before \(moreRulings)."
    case .votes(.unfitted): "Ordered by shares of votes: no models of annotators were fitted yet."
    case .votes(.unnamed):
      "Ordered by shares of votes: most ratings do not say whose they are, or all are of one."
    case .votes(.values):
      "Ordered by shares of votes: models of annotators need labels, or at most 64 different values."
    case .votes(.size):
      "Ordered by shares of votes: there are more units than models are kept of."
    }
  }

  private var moreRulings: String {
    guard case .waiting(let rulings) = self else { return "" }
    return rulings == 1 ? "1 more ruling" : "\(Figures.count(rulings)) more rulings"
  }
}
