"""The features, one room each."""
