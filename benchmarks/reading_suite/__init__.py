"""Files with known contents, hiding tricks and clean pages, and the same scoring for every reader."""
