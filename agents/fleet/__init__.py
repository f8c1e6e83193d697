"""Fleet: more resumes than one machine screens in time, by Ray Data on one machine or a cluster of them."""
