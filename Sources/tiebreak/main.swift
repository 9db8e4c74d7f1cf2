print("tiebreak")
